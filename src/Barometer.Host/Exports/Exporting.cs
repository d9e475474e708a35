using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;
using Barometer.Host.Exports.Tables;
using Barometer.Host.Replays;
using Spectre.Console;

namespace Barometer.Host.Exports;

/// <summary>The doors of the exports.</summary>
internal static class Exporting
{
    private static readonly Option<ExportFormat?> Format = WordOption.Of<ExportFormat>("--format", "In what form; by default what the file's ending says.");
    private static readonly Option<FileInfo> To = new("--to") { Description = "The file; beside CSV its metadata is written, as FILE-metadata.json.", Required = true };
    private static readonly Option<bool> Overwrite = new("--overwrite") { Description = "Replace the file where it is there already." };
    private static readonly Option<bool> Lines = new("--lines") { Description = "Not the indices, but what their differences are made of, line by line." };

    private static readonly Symbol[] Record = [Format, To, Overwrite, SharedOptions.Period, SharedOptions.AsOf];

    public static Command Verb()
    {
        var export = new Command("export", "Tables as CSV, Excel workbook or Parquet, with what to cite; the record stays as it is.");
        foreach (var table in RecordTable.All)
            export.Add(Verb(table));
        export.Add(Terminal.Verb.Of<ExportedFile>(
            "replay", "The indices under other rules, beside what they are compared with.", [.. Record, Replaying.Rules, Replaying.Against, Replaying.From, Replaying.To, Lines], Replay, Show));
        return export;
    }

    private static Command Verb(RecordTable table) => Terminal.Verb.Of(
        table.Name, table.Summary, Record,
        async (door, cancellation) => File(door).Accepted(out var file, out var refusal) && door.Period().Accepted(out var period, out refusal)
            ? await door.Read(session => Write(table.Read(session, new ExportQuestion(period, door.Get(SharedOptions.AsOf)), cancellation), file, cancellation), cancellation)
            : refusal,
        Show);

    private static async Task<Decision<ExportedFile>> Write(Task<Decision<Export>> table, ExportFile file, CancellationToken cancellation) =>
        (await table).Accepted(out var export, out var refusal) ? await file.Write(export, cancellation) : refusal;

    private static async Task<Decision<ExportedFile>> Replay(Door door, CancellationToken cancellation)
    {
        if (!File(door).Accepted(out var file, out var refusal) || !(await Replaying.Question(door, cancellation)).Accepted(out var question, out refusal))
            return refusal;
        var replayed = await door.Read(session => Replayed(session, question, door.Get(Lines), file, cancellation), cancellation);
        if (!replayed.Accepted(out var written, out refusal))
            return refusal;
        // What is cited can be asked for again by its id.
        return (await door.Keep(SavedReplay.Now(question, written.ResultDigest, door.Actor), cancellation)).Accepted(out _, out refusal) ? written.File : refusal;
    }

    private static async Task<Decision<(ExportedFile File, string ResultDigest)>> Replayed(IQuerySession session, ReplayQuestion question, bool lines, ExportFile file, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await Replaying.Replayed(session, question, relationship: null, developments: false, isServed: false, cancellation)).Accepted(out var answer, out refusal)
            || !(await file.Write(Table(session, settings, question, answer.Answer, lines), cancellation)).Accepted(out var written, out refusal))
            return refusal;
        return (written, answer.Result.Digest());
    }

    private static Export Table(IQuerySession session, Settings settings, ReplayQuestion question, ImmutableArray<AnsweredReplay> indices, bool lines) =>
        lines ? ReplayLinesTable.Of(session.TenantId, settings, question, indices) : ReplayTable.Of(session.TenantId, settings, question, indices);

    private static Decision<ExportFile> File(Door door) => ExportFile.Of(door.Get(To)!, door.Get(Format), door.Get(Overwrite));

    private static void Show(Door door, ExportedFile exported)
    {
        door.Out.MarkupLineInterpolated($"{exported.Table}: {exported.Rows.ToString(CultureInfo.InvariantCulture)} rows in {string.Join(" and ", exported.Files)}.");
        door.Out.MarkupLineInterpolated($"[dim]To be cited as: {exported.Citation}[/]");
    }
}

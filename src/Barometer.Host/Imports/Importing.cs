using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Barometer.Publications;
using Barometer.Publications.Minsk;
using Marten.Exceptions;

namespace Barometer.Host.Imports;

/// <summary>The doors of importing a publication.</summary>
[WolverineHandler]
public static class Importing
{
    private static readonly Argument<FileInfo[]> Files = new("file") { Description = "An issue's text, or CSV; several files are one import.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be recorded, with the lines of every row; record nothing." };
    private static readonly Option<bool> SkipNotUnderstood = new("--skip-not-understood") { Description = "Record what was understood although something was not." };

    /// <summary>Behind every door: one transaction, committed once.</summary>
    public static async Task<Decision<Imported>> Handle(ImportPublication command, IDocumentStore store, Envelope envelope, CancellationToken cancellation)
    {
        try
        {
            return await Record(command, store, envelope, cancellation);
        }
        catch (ExistingStreamIdCollisionException)
        {
            // Another door declared the barometer or opened a period at the same moment; from now on it is there.
            return await Record(command, store, envelope, cancellation);
        }
    }

    private static async Task<Decision<Imported>> Record(ImportPublication command, IDocumentStore store, Envelope envelope, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var import = new ImportTransaction(store, transaction, envelope, command);
        var receipts = new ImportReceipts(import, envelope, command);

        var (settings, declared) = await import.Settings(cancellation);
        await import.Lock(settings, cancellation);
        if (await receipts.AnsweredBefore(cancellation) is { } answered)
            return answered;
        if (!(await import.Periods(settings, cancellation)).Accepted(out var about, out var refusal))
            return refusal;
        var (periods, opened) = about;
        var plan = new ImportPlan(command, settings, periods, await import.Numberings(settings, cancellation), await import.Known(cancellation)).Make();
        var heldBack = plan.NotUnderstood.Count > 0 && !command.SkipNotUnderstood;
        var nothing = new Imported(0, plan.AlreadyRecorded, [.. plan.NotUnderstood], [.. plan.Remarks], 0, 0, [], Declared: false, command.DryRun) { HeldBack = heldBack };
        if (heldBack && !command.DryRun)
            return nothing;

        var print = ImportedPrint.Of(command.Readings, periods, command.Actor);
        var answer = heldBack ? nothing : nothing with { Recorded = plan.Events.Count, Figures = print.Figures.Length, Texts = print.Texts.Length, Opened = opened, Declared = declared };
        if (command.DryRun)
        {
            var (asOf, indices) = await import.Moved(plan.Events, cancellation);
            return answer with
            {
                Rows = Rows(plan),
                Printed = print.Figures,
                Sections = [.. print.Texts.Select(ImportedSection.Of)],
                Indices = indices,
                // A record that is not there yet has not come anywhere.
                AsOf = declared ? null : asOf,
                RuleSet = RuleSet.AsPublished.Pin,
            };
        }

        await import.Record(plan.Events, cancellation);
        await import.Record(print, cancellation);
        await receipts.Keep(answer, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }

    /// <summary>Reads the files of one import; where there are several, what they say is told with their names.</summary>
    internal static ImmutableArray<Reading> Read(IReadOnlyCollection<(string Name, string Path)> files, Domain.Barometers.Settings settings)
    {
        var readings = ImmutableArray.CreateBuilder<Reading>(files.Count);
        foreach (var (name, path) in files)
        {
            using var stream = File.OpenRead(path);
            readings.Add(PublicationReading.Read(stream, name, settings) with { File = files.Count > 1 ? name : null });
        }

        return readings.MoveToImmutable();
    }

    internal static Command Verb() => Terminal.Verb.Of<object>(
        "import",
        "Import a published issue from the text of its PDF, or developments and printed figures from CSV, all of it or nothing; or coded data (--format), in batches.",
        [Files, DryRun, SkipNotUnderstood, CodedImporting.Format, CodedImporting.Relationships, CodedImporting.Mapping, CodedImporting.Calendar],
        Import,
        Show,
        answer => answer is Imported { HeldBack: true } ? ExitCodes.Refused : ExitCodes.Done);

    private static async Task<Decision<object>> Import(Door door, CancellationToken cancellation)
    {
        if (door.Get(Files)!.FirstOrDefault(f => Directory.Exists(f.FullName)) is { } folder)
            return Refusal.Usage($"'{folder}' is a folder; name the files in it.");
        if (door.Get(CodedImporting.Format) is not null && door.Get(SkipNotUnderstood))
            return Refusal.Usage("--skip-not-understood is for publications; of coded data a broken export is refused whole.");
        return door.Get(CodedImporting.Format) is null
            ? (await ImportPublication(door, cancellation)).Then(imported => (object)imported)
            : (await CodedImporting.Import(door, door.Get(Files)!, door.Get(DryRun), cancellation)).Then(imported => (object)imported);
    }

    private static void Show(Door door, object answer)
    {
        if (answer is Imported imported)
            ImportView.Show(door, imported);
        else
            CodedImportView.Show(door, (CodedImported)answer);
    }

    private static async Task<Decision<Imported>> ImportPublication(Door door, CancellationToken cancellation)
    {
        if (door.Get(CodedImporting.Relationships) is not null || door.Get(CodedImporting.Mapping) is not null || door.Get(CodedImporting.Calendar) is not null)
            return Refusal.Usage("--relationships, --mapping and --calendar are for coded data; say in what form the file is (--format icews|gdelt).");
        await door.Host(cancellation);
        var settings = (await door.Settings(cancellation)).Accepted(out var declared, out _) ? declared : Domain.Barometers.Declaring.Fold(MinskBarometer.Declared(door.Actor));
        var readings = Read([.. door.Get(Files)!.Select(f => (f.Name, f.FullName))], settings);
        var command = new ImportPublication(readings, door.Get(SkipNotUnderstood), door.Get(DryRun), door.Actor);
        return await ImportView.WithProgress(door, command, c => door.Send<Imported>(c, cancellation));
    }

    private static ImmutableArray<ImportedRow> Rows(ImportPlan plan) =>
        [.. plan.Events.Select(e => new ImportedRow(
            e.Reference,
            e.Particulars.Origin!.FirstLine,
            e.Particulars.Origin.LastLine,
            e.Particulars.Date,
            (e as Domain.Developments.DevelopmentScored)?.Points,
            e.Particulars.Title,
            e.Filing.Period))];
}

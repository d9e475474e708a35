using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Periods;

/// <summary>Which texts are asked for.</summary>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="Section">Of which relationship, or issue; null for all.</param>
/// <param name="Kind">Of which kind; null for all.</param>
internal sealed record TextQuestion(PeriodId? Period, string? Section, TextKind? Kind);

/// <summary>The doors of the text of an issue, as printed.</summary>
public static class PrintedText
{
    private static readonly Option<string?> Section = new("--section") { Description = "Only this one: a relationship, e.g. russia, or issue." };
    private static readonly Option<TextKind?> Kind = WordOption.Of<TextKind>("--kind", "Only this kind.");

    /// <summary>The texts of issues as printed, with their lines.</summary>
    [WolverineGet("/v1/barometers/{barometer}/texts", OperationId = "readTexts"), Needs(Right.Read)]
    public static Task<Answer<ImmutableArray<TextRecorded>>> Get(string? period, string? section, string? kind, HttpDoor door) =>
        door.Read(async session => Saying.Period(period).Accepted(out var named, out var refusal) && Saying.Word<TextKind>("kind", kind).About("kind").Accepted(out var asked, out refusal)
            ? await Answer(session, new TextQuestion(named, section, asked.Value), door.Cancellation)
            : refusal);

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<TextRecorded>>(
        "text",
        "The texts of issues as printed, with their lines: trends, narrative, forecast, footnotes, sources, tables.",
        [SharedOptions.Period, Section, Kind],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? await door.Read(session => Answer(session, new TextQuestion(period, door.Get(Section), door.Get(Kind)), cancellation), cancellation)
            : refusal,
        Show);

    private static async Task<Decision<ImmutableArray<TextRecorded>>> Answer(IQuerySession session, TextQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        var named = question.Period;
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).ToArray();
        if (named is { } one && !opened.Contains(one))
            return Domain.Periods.Opening.NotOpened(one, settings);
        var texts = ImmutableArray.CreateBuilder<TextRecorded>();
        foreach (var period in opened.Where(p => named is null || p == named).OrderBy(p => p.FirstDay))
            texts.AddRange((await session.Events.FetchStreamAsync(period.Stream, token: cancellation)).Select(e => e.Data).OfType<TextRecorded>());
        return texts.Where(t => (question.Section is not { } section || t.Section == section) && (question.Kind is not { } kind || t.Kind == kind)).ToImmutableArray();
    }

    private static void Show(Door door, ImmutableArray<TextRecorded> texts)
    {
        foreach (var text in texts)
        {
            door.Out.MarkupLineInterpolated($"\n[bold]{text.Section}: {text.Title ?? Word.Of(text.Kind)}[/]");
            foreach (var passage in text.Passages)
                door.Out.MarkupLineInterpolated($"[dim]{passage.FirstLine}-{passage.LastLine}[/] {(passage.Heading is null ? "" : $"{passage.Heading}: ")}{passage.Text}");
        }

        if (texts.IsEmpty)
            door.Out.WriteLine("No such text is recorded.");
    }
}

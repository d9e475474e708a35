using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Host.Developments;
using Spectre.Console;

namespace Barometer.Host.Periods;

/// <summary>The doors of the text of an issue, as printed.</summary>
internal static class PrintedText
{
    private static readonly Option<string?> Section = new("--section") { Description = "Only this one: a relationship, e.g. russia, or issue." };
    private static readonly Option<TextKind?> Kind = WordOption.Of<TextKind>("--kind", "Only this kind.");

    public static Command Verb() => Terminal.Verb.Of<ImmutableArray<TextRecorded>>(
        "text",
        "The texts of issues as printed, with their lines: trends, narrative, forecast, footnotes, sources, tables.",
        [SharedOptions.Period, Section, Kind],
        (door, cancellation) => door.Read(session => Answer(session, door, cancellation), cancellation),
        Show);

    private static async Task<Decision<ImmutableArray<TextRecorded>>> Answer(IQuerySession session, Door door, CancellationToken cancellation)
    {
        if (!(await door.Settings(session, cancellation)).Accepted(out var settings, out var refusal) || !door.Period().Accepted(out var named, out refusal))
            return refusal;
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).ToArray();
        if (named is { } one && !opened.Contains(one))
            return Domain.Periods.Opening.NotOpened(one, settings);
        var texts = ImmutableArray.CreateBuilder<TextRecorded>();
        foreach (var period in opened.Where(p => named is null || p == named).OrderBy(p => p.FirstDay))
            texts.AddRange((await session.Events.FetchStreamAsync(period.Stream, token: cancellation)).Select(e => e.Data).OfType<TextRecorded>());
        return texts.Where(t => (door.Get(Section) is not { } section || t.Section == section) && (door.Get(Kind) is not { } kind || t.Kind == kind)).ToImmutableArray();
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

using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Spectre.Console;

namespace Barometer.Host.Periods;

/// <summary>The doors of the text of an issue, as printed.</summary>
internal static class PrintedText
{
    private static readonly Option<string?> Section = new("--section") { Description = "Only this one: a relationship, e.g. russia, or issue." };
    private static readonly Option<TextKind?> Kind = new("--kind")
    {
        Description = $"Only this kind: {string.Join(", ", Word.All<TextKind>())}.",
        CustomParser = said => WordArgument.Parse<TextKind>(said),
    };

    public static Command Verb() => Terminal.Verb.Of<ImmutableArray<TextRecorded>>(
        "text",
        "The text of an issue as printed, with its lines: trends, narrative, forecast, footnotes, sources, tables.",
        [SharedOptions.Period, Section, Kind],
        (door, cancellation) => door.Read(session => Answer(session, door, cancellation), cancellation),
        Show);

    private static async Task<Decision<ImmutableArray<TextRecorded>>> Answer(IQuerySession session, Door door, CancellationToken cancellation)
    {
        if (!(await door.Settings(session, cancellation)).Accepted(out _, out var refusal) || !(await OnePeriod.Of(session, door, cancellation)).Accepted(out var period, out refusal))
            return refusal;
        var events = await session.Events.FetchStreamAsync(period.Stream, token: cancellation);
        return events.Select(e => e.Data).OfType<TextRecorded>()
            .Where(t => (door.Get(Section) is not { } section || t.Section == section) && (door.Get(Kind) is not { } kind || t.Kind == kind))
            .ToImmutableArray();
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

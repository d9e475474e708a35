using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>How many are told at once over HTTP.</summary>
    internal static Portion Portion { get; } = new(Usual: 100, Most: 1_000);

    /// <summary>The texts of issues as printed, with their lines, page by page.</summary>
    [WolverineGet("/v1/barometers/{barometer}/texts", OperationId = "readTexts"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<TextRecorded>>> Get(string? period, string? section, string? kind, string? after, int? take, HttpDoor door)
    {
        var next = default(string);
        return (await door.Read(async session =>
            Saying.Period(period).Accepted(out var named, out var refusal)
            && Saying.Word<TextKind>("kind", kind).About("kind").Accepted(out var asked, out refusal)
            && Portion.Of(take).Accepted(out var most, out refusal)
            && Behind(after).About("after").Accepted(out var place, out refusal)
            && (await Texts(session, new TextQuestion(named, section, asked.Value), place.FirstDay, door.Cancellation)).Accepted(out var texts, out refusal)
                ? Page(texts.Where(t => t.Place.CompareTo(place) > 0), most, out next)
                : refusal))
            .WithWhere(_ => next is not null, _ => ("next", door.Again(("after", next))));
    }

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<TextRecorded>>(
        "text",
        "The texts of issues as printed, with their lines: trends, narrative, forecast, footnotes, sources, tables.",
        [SharedOptions.Period, Section, Kind],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? await door.Read(session => Answer(session, new TextQuestion(period, door.Get(Section), door.Get(Kind)), cancellation), cancellation)
            : refusal,
        Show);

    private static async Task<Decision<ImmutableArray<TextRecorded>>> Answer(IQuerySession session, TextQuestion question, CancellationToken cancellation) =>
        (await Texts(session, question, from: default, cancellation)).Then(texts => texts.Select(t => t.Text).ToImmutableArray());

    // A text's place is its period and its position in the period's stream, written 2019-11/2019-12:7.
    private static Decision<(DateOnly FirstDay, long Position)> Behind(string? after)
    {
        if (after is null)
            return default((DateOnly, long));
        return after.Split(':') is [var named, var number] && PeriodId.TryParse(named, provider: null, out var period) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? (period.FirstDay, position)
            : Refusal.Usage($"'{after}' is no place of a text; the link next names one.");
    }

    private static Decision<ImmutableArray<TextRecorded>> Page(IEnumerable<PlacedText> behind, int most, out string? next)
    {
        PlacedText[] page = [.. behind.Take(most + 1)];
        next = page.Length > most ? string.Create(CultureInfo.InvariantCulture, $"{page[most - 1].Text.Period}:{page[most - 1].Place.Position}") : null;
        return page.Take(most).Select(t => t.Text).ToImmutableArray();
    }

    private static async Task<Decision<ImmutableArray<PlacedText>>> Texts(IQuerySession session, TextQuestion question, DateOnly from, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        var named = question.Period;
        var opened = (await session.Query<Period>().ToListAsync(cancellation)).Select(p => p.PeriodId).ToArray();
        if (named is { } one && !opened.Contains(one))
            return Domain.Periods.Opening.NotOpened(one, settings);
        var texts = ImmutableArray.CreateBuilder<PlacedText>();
        foreach (var period in opened.Where(p => (named is null || p == named) && p.FirstDay >= from).OrderBy(p => p.FirstDay))
            texts.AddRange((await session.Events.FetchStreamAsync(period.Stream, token: cancellation)).Where(e => e.Data is TextRecorded).Select(e => new PlacedText((TextRecorded)e.Data, e.Version)));
        return texts.Where(t => (question.Section is not { } section || t.Text.Section == section) && (question.Kind is not { } kind || t.Text.Kind == kind)).ToImmutableArray();
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

    private sealed record PlacedText(TextRecorded Text, long Position)
    {
        public (DateOnly FirstDay, long Position) Place => (Text.Period.FirstDay, Position);
    }
}

using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Host.Developments;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Movements;

/// <summary>Which indices are asked for.</summary>
/// <param name="Period">Of which period; null for all.</param>
/// <param name="Relationship">Of which relationship; null for all.</param>
/// <param name="AsOf">As of which moment, as named; null for now.</param>
/// <param name="Running">True for day by day, too.</param>
/// <param name="Most">How many are told at most; null for all.</param>
internal sealed record IndexQuestion(PeriodId? Period, string? Relationship, string? AsOf, bool Running, int? Most = null);

/// <summary>The doors of the index.</summary>
public static class Indexing
{
    private static readonly Option<string?> Relationship = new("--relationship", "-r") { Description = "Only this relationship, e.g. russia." };
    internal static readonly Option<bool> Running = new("--running") { Description = "Day by day, too." };

    // Of a table of more nobody reads every line, and programs have it as a table (exports/indices).
    private const int MostServed = 10_000;

    /// <summary>The indices as they stand, or as they stood: of one period, or of every one in which something has moved by then.</summary>
    [WolverineGet("/v1/barometers/{barometer}/indices", OperationId = "readIndices"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredIndices>> Get(string? period, string? relationship, string? asOf, bool? running, HttpDoor door) =>
        (await door.Read(async session => Saying.Period(period).Accepted(out var named, out var refusal)
            ? await Answer(session, new IndexQuestion(named, relationship, asOf, running ?? false, MostServed), door.Cancellation)
            : refusal))
        .With(
            indices => ("again", door.Again(indices.AsOf)),
            _ => ("explanation", door.Beside(door.Link("explanations"), ("asOf", null), ("running", null))),
            _ => ("vintages", door.Beside(door.Link("vintages"), ("asOf", null), ("running", null))));

    internal static Command Verb() => Terminal.Verb.Of(
        "index",
        "The indices: positive, negative, aggregate and count, as they stand or as they stood.",
        [SharedOptions.Period, Relationship, SharedOptions.AsOf, Running],
        async (door, cancellation) => door.Period().Accepted(out var period, out var refusal)
            ? (await door.Read(session => Answer(session, Question(door, period), cancellation), cancellation)).Then(answer => answer.Indices)
            : refusal,
        (door, indices) => IndexView.Show(door, indices));

    // People are shown the days in any case, as a picture.
    private static IndexQuestion Question(Door door, PeriodId? period) =>
        new(period, door.Get(Relationship), door.Get(SharedOptions.AsOf), door.Get(Running) || !door.Json);

    internal static async Task<Decision<AnsweredIndices>> Answer(IQuerySession session, IndexQuestion question, CancellationToken cancellation)
    {
        var standing = await Standing.Read(session, question.Relationship, question.Period, Movements.AsOf.Named(question.AsOf), IsAnsweredAtOnce(question), cancellation);
        if (standing.Settings is not { } settings)
            return Declaring.NotDeclared(session.TenantId);
        if (question.Relationship is { } key && !settings.Find(key).About("relationship").Accepted(out _, out var refusal))
            return refusal;
        if (question.Period is { } period && standing.Periods is [])
            return Domain.Periods.Opening.NotOpened(period, settings).About("period");
        if (!(await At(session, question, standing, cancellation)).About("asOf").Accepted(out var at, out refusal))
            return refusal;
        // What is told follows from the positions, whatever the words were that asked for them: a relationship that they do not name is not.
        var positions = (at.Positions == Positions.Start ? Beginning(standing.Positions) : at.Positions).Only(question.Relationship);
        if (question.Relationship is { } asked && !positions.ByRelationship.ContainsKey(asked))
            return Refusal.Usage($"As of {question.AsOf} nothing is known of {asked}: it was declared later, or is not named. Ask for another moment.").About("asOf");
        // Which periods are told does so, too: one that was opened since, and that nothing has moved by then, is none of them.
        PeriodId[] periods = question.Period is { } one ? [one] : [.. at.Figures.Select(f => f.Period).Distinct().OrderBy(p => p.FirstDay)];
        if (periods.Length * settings.Relationships.Where(r => positions.ByRelationship.ContainsKey(r.Key)).Sum(r => r.Dimensions.Length) > question.Most)
            return TooMany(question.Most!.Value);
        var running = question.Running ? await Days(session, periods, positions, cancellation) : null;
        return new AnsweredIndices(positions, RuleSet.AsPublished.Pin, [.. EveryIndex.Of(settings, periods, at.Figures)
            .Where(f => positions.ByRelationship.ContainsKey(f.Relationship))
            .Select(f => Answered(f, positions, running))]);
    }

    // Another moment has to be resolved first, and days are read one period after the other.
    private static bool IsAnsweredAtOnce(IndexQuestion question) => !question.Running && (question.AsOf is null || Movements.AsOf.Named(question.AsOf) is not null);

    // Said outright, so that a relationship that is added later is not among them when it is asked again.
    private static Positions Beginning(Positions now) => Positions.Of(now.ByRelationship.Keys.Select(r => KeyValuePair.Create(r, 0L)));

    private static Refusal TooMany(int most) => Refusal.Rule(string.Create(
        CultureInfo.InvariantCulture, $"These are more than {most:N0} indices, and no more are told at once. Ask for one period or one relationship; the table of indices tells all (exports/indices)."))
        .Until(RemedyKind.ReadLess, most);

    // Now, and positions, are in what was read already; any other moment has to be resolved to positions first.
    private static async Task<Decision<(Positions Positions, IReadOnlyList<IndexFigure> Figures)>> At(IQuerySession session, IndexQuestion question, Standing standing, CancellationToken cancellation)
    {
        if (question.AsOf is null)
            return (standing.Positions, standing.Figures);
        if (Movements.AsOf.Named(question.AsOf) is { } named)
            return Movements.AsOf.Reached(standing.Positions, named).Then(positions => (positions, standing.Figures));
        if (!(await Movements.AsOf.Resolve(session, question.AsOf, question.Period ?? (standing.Periods is [var only] ? only : null), cancellation)).Accepted(out var resolved, out var refusal))
            return refusal;
        return (resolved, await IndexReading.AsOf(session, resolved.Only(question.Relationship), question.Period, cancellation));
    }

    private static async Task<ILookup<(PeriodId, string, string), RunningFigure>> Days(IQuerySession session, PeriodId[] periods, Positions positions, CancellationToken cancellation)
    {
        var days = new List<(PeriodId Period, string Relationship, string Dimension, RunningFigure Figure)>();
        foreach (var period in periods)
            days.AddRange((await IndexReading.Running(session, period, positions, cancellation)).Select(d => (period, d.Relationship, d.Dimension, d.Figure)));
        return days.ToLookup(d => (d.Period, d.Relationship, d.Dimension), d => d.Figure);
    }

    private static AnsweredIndex Answered(IndexFigure f, Positions positions, ILookup<(PeriodId, string, string), RunningFigure>? running) => new(
        f.Relationship, f.Dimension, f.Period, f.Positive, f.Negative, f.Aggregate, f.Developments,
        RuleSet.AsPublished.Colour(f.Dimension, f.Aggregate),
        RuleSet.AsPublished.BandOf(f.Dimension, f.Aggregate)?.Meaning,
        RuleSet.AsPublished.Pin.ToString(),
        positions[f.Relationship],
        running is null ? null : [.. running[(f.Period, f.Relationship, f.Dimension)]]);
}

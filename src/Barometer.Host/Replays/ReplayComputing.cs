using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Host.Movements;
using Barometer.Host.Periods;
using Barometer.Host.RuleSets;
using IndexKey = (string Relationship, string Dimension, Barometer.Domain.Periods.PeriodId Period);

namespace Barometer.Host.Replays;

/// <summary>Computes what a question comes to, from the columns of the record.</summary>
internal sealed class ReplayComputing(IQuerySession session, Settings settings, ReplayQuestion question)
{
    private readonly RuleSet _rules = Read(question.Rules);

    /// <summary>The columns as of the question, with titles where its rules ask for them.</summary>
    public Task<Columns> Columns(CancellationToken cancellation) =>
        ColumnsAsOf(question.Positions, titles: _rules.AsksForTitles || (question.AgainstRules is { } others && Read(others).AsksForTitles), cancellation);

    /// <summary>The answer, or a refusal where a value grows too large or a period is not closed that should be.</summary>
    public async Task<Decision<ReplayResult>> Result(Columns columns, CancellationToken cancellation)
    {
        if (!RuledIndices.Of(_rules, columns, question.From, question.To).Accepted(out var replayed, out var refusal)
            || !(await Compared(replayed, columns, cancellation)).Accepted(out var indices, out refusal))
            return refusal;
        return new ReplayResult(indices, replayed.Composites, replayed.NotCoded);
    }

    /// <summary>What each development posts under the replay's rules, by index.</summary>
    public ILookup<IndexKey, DevelopmentPosting> Postings(Columns columns) =>
        DevelopmentPosting.Of(_rules, columns, question.From, question.To).ToLookup(p => (p.Relationship, p.Dimension, p.Period));

    private async Task<Decision<ImmutableArray<ReplayedIndex>>> Compared(RuledIndices replayed, Columns columns, CancellationToken cancellation)
    {
        switch (question.Against)
        {
            case ReplayQuestion.Points:
                return ReplayDifference.Of(_rules, replayed, new Comparand.Points());
            case ReplayQuestion.Print:
                return ReplayDifference.Of(_rules, replayed, new Comparand.Printed(question.Printed!.Value, RuleSet.AsPublished));
            case ReplayQuestion.Closing:
                return await WithClosings(replayed, columns, cancellation);
            default:
                var others = Read(question.AgainstRules!.Value);
                return RuledIndices.Of(others, columns, question.From, question.To).Accepted(out var other, out var refusal)
                    ? ReplayDifference.Of(_rules, replayed, new Comparand.Ruled(others, other, other, []))
                    : refusal;
        }
    }

    // Each period has its own closing, and that its own rules and its own moment.
    private async Task<Decision<ImmutableArray<ReplayedIndex>>> WithClosings(RuledIndices replayed, Columns columns, CancellationToken cancellation)
    {
        var compared = ImmutableArray.CreateBuilder<ReplayedIndex>();
        foreach (var period in Periods())
        {
            if (await SnapshotReading.Of(session, period, cancellation) is not { } snapshot)
                return Refusal.NotFound($"{period} is not closed; it has no snapshot to compare with. Name closed periods (--from, --to), or close it.");
            if (!(await RuleSetReading.Of(session, session.TenantId, snapshot.RuleSet.ToString(), cancellation)).Accepted(out var rules, out var refusal)
                || !RuledIndices.Of(rules, await ColumnsAsOf(snapshot.Positions, rules.AsksForTitles, cancellation), period, period).Accepted(out var then, out refusal)
                || !RuledIndices.Of(rules, rules.AsksForTitles ? await ColumnsAsOf(question.Positions, titles: true, cancellation) : columns, period, period).Accepted(out var now, out refusal))
                return refusal;
            var moved = await MovementReading.Between(session, snapshot.Positions, question.Positions, cancellation);
            var ofPeriod = replayed with { Indices = [.. replayed.Indices.Where(i => i.Period == period)] };
            if (!ReplayDifference.Of(_rules, ofPeriod, new Comparand.Ruled(rules, then, now, ByCause(moved, period))).Accepted(out var beside, out refusal))
                return refusal;
            compared.AddRange(beside);
        }

        return compared.ToImmutable();
    }

    private IEnumerable<PeriodId> Periods()
    {
        for (var period = question.From; period.FirstDay <= question.To.FirstDay; period = settings.Calendar.PeriodOf(period.LastDay.AddDays(1)))
            yield return period;
    }

    private Task<Columns> ColumnsAsOf(Positions positions, bool titles, CancellationToken cancellation) => ColumnsReading.AsOf(session, settings, positions, titles, cancellation);

    private static ImmutableArray<MovedByCause> ByCause(IEnumerable<Movement> movements, PeriodId period) =>
    [
        .. from m in movements
           where m.Period == period
           group m by (m.Place.Relationship, m.Dimension, m.Cause) into g
           select new MovedByCause(g.Key.Relationship, g.Key.Dimension, period, g.Key.Cause, FixedPoint.Of(g.Sum(m => m.Aggregate)), g.Select(m => m.Reference).Distinct().Count()),
    ];

    // It was read before it was recorded, or saved.
    private static RuleSet Read(JsonElement document) =>
        RuleSet.Read(document).Accepted(out var rules, out var refusal) ? rules : throw new InvalidOperationException(refusal.Sentence);
}

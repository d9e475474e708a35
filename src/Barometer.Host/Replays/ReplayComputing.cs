using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Host.Movements;
using Barometer.Host.Periods;
using Barometer.Host.RuleSets;

namespace Barometer.Host.Replays;

/// <summary>Computes what a question comes to, from the columns of the record.</summary>
internal sealed class ReplayComputing(IQuerySession session, Settings settings, ReplayQuestion question)
{
    private readonly RuleSet _rules = Read(question.Rules);

    /// <summary>The columns as of the question, with titles where its rules ask for them.</summary>
    public Task<Columns> Columns(CancellationToken cancellation) =>
        ColumnsAsOf(question.Positions, titles: _rules.AsksForTitles || (question.AgainstRules is { } others && Read(others).AsksForTitles), cancellation);

    /// <summary>What the answer costs: computing its own indices and those that they are compared with; of a closing as it was, and under its rules now.</summary>
    public Int128 Cost(Columns columns) => Domain.Replays.Sensitivity.Cost.OfIndices(_rules, columns, question.From, question.To, question.Against switch
    {
        ReplayQuestion.Points or ReplayQuestion.Print => 1,
        ReplayQuestion.Closing => 1 + (2 * Periods().LongCount()),
        _ => 2,
    });

    /// <summary>How many rows there are in the periods asked for, of all relationships or of one.</summary>
    public int Rows(Columns columns, string? relationship) => columns.Segments
        .Where(s => s.Period.IsFrom(question.From, question.To) && (relationship is null || columns.Relationships[s.Relationship].Key == relationship)).Sum(s => s.Length);

    /// <summary>The closings compared with, none where others are; or a refusal where a period is not closed or a value grew too large.</summary>
    public async Task<Decision<ImmutableArray<ClosedPeriod>>> Closings(Columns columns, CancellationToken cancellation)
    {
        var closed = ImmutableArray.CreateBuilder<ClosedPeriod>();
        foreach (var period in question.Against == ReplayQuestion.Closing ? Periods() : [])
        {
            if (!(await Closing(period, columns, cancellation)).Accepted(out var closing, out var refusal))
                return refusal;
            closed.Add(closing);
        }

        return closed.ToImmutable();
    }

    /// <summary>The answer, or a refusal where a value grows too large.</summary>
    public Decision<ReplayResult> Result(Columns columns, ImmutableArray<ClosedPeriod> closings)
    {
        if (!RuledIndices.Of(_rules, columns, question.From, question.To).Accepted(out var replayed, out var refusal)
            || !Compared(replayed, columns, closings).Accepted(out var indices, out refusal))
            return refusal;
        return new ReplayResult(indices, replayed.Composites, replayed.NotCoded, replayed.FiledOutside is { IsEmpty: false } outside ? outside : null);
    }

    /// <summary>What each development posts to the lines of the answer.</summary>
    public LinePostings Postings(Columns columns, ImmutableArray<ClosedPeriod> closings) => new(
        PostingsUnder(_rules, columns),
        question.AgainstRules is { } others ? PostingsUnder(Read(others), columns) : closings.SelectMany(c => c.Postings()),
        closings.SelectMany(c => c.Moved));

    private IEnumerable<DevelopmentPosting> PostingsUnder(RuleSet rules, Columns columns) => DevelopmentPosting.Of(rules, columns, question.From, question.To);

    private Decision<ImmutableArray<ReplayedIndex>> Compared(RuledIndices replayed, Columns columns, ImmutableArray<ClosedPeriod> closings)
    {
        switch (question.Against)
        {
            case ReplayQuestion.Points:
                return ReplayDifference.Of(_rules, replayed, new Comparand.Points());
            case ReplayQuestion.Print:
                return ReplayDifference.Of(_rules, replayed, new Comparand.Printed(question.Printed!.Value, RuleSet.AsPublished));
            case ReplayQuestion.Closing:
                return WithClosings(replayed, closings);
            default:
                var others = Read(question.AgainstRules!.Value);
                return RuledIndices.Of(others, columns, question.From, question.To).Accepted(out var other, out var refusal)
                    ? ReplayDifference.Of(_rules, replayed, new Comparand.Ruled(others, other, other, []))
                    : refusal;
        }
    }

    private Decision<ImmutableArray<ReplayedIndex>> WithClosings(RuledIndices replayed, ImmutableArray<ClosedPeriod> closings)
    {
        var compared = ImmutableArray.CreateBuilder<ReplayedIndex>();
        foreach (var closing in closings)
        {
            if (!closing.Beside(_rules, replayed).Accepted(out var beside, out var refusal))
                return refusal;
            compared.AddRange(beside);
        }

        return compared.ToImmutable();
    }

    // Each period has its own closing, and that its own rules and its own moment.
    private async Task<Decision<ClosedPeriod>> Closing(PeriodId period, Columns columns, CancellationToken cancellation)
    {
        if (await SnapshotReading.Of(session, period, cancellation) is not { } snapshot)
            return Refusal.NotFound($"{period} is not closed; it has no snapshot to compare with. Name closed periods (from, to), or close it.");
        if (!(await RuleSetReading.Of(session, session.TenantId, snapshot.RuleSet.ToString(), cancellation)).Accepted(out var rules, out var refusal)
            || !RuledIndices.Of(rules, await ColumnsAsOf(snapshot.Positions, rules.AsksForTitles, cancellation), period, period).Accepted(out var then, out refusal))
            return refusal;
        var now = rules.AsksForTitles ? await ColumnsAsOf(question.Positions, titles: true, cancellation) : columns;
        var moved = await MovementReading.Between(session, snapshot.Positions, question.Positions, cancellation);
        return new ClosedPeriod(period, rules, then, now, [.. moved.Where(m => m.Period == period)]);
    }

    private IEnumerable<PeriodId> Periods()
    {
        for (var period = question.From; period.FirstDay <= question.To.FirstDay; period = settings.Calendar.PeriodOf(period.LastDay.AddDays(1)))
            yield return period;
    }

    private Task<Columns> ColumnsAsOf(Positions positions, bool titles, CancellationToken cancellation) => ColumnsReading.AsOf(session, settings, positions, titles, cancellation);

    // It was read before it was recorded, or saved.
    private static RuleSet Read(JsonElement document) =>
        RuleSet.Read(document).Accepted(out var rules, out var refusal) ? rules : throw new InvalidOperationException(refusal.Sentence);
}

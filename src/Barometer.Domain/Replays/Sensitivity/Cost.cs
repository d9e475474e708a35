using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// What an answer costs, known before it is computed, in row evaluations: the rows of what is asked for, times how often they are gone through.
/// Summing an index of a period takes as long as <see cref="RowsOfAnIndex"/> rows, and counts as these beside its own.
/// </summary>
public static class Cost
{
    /// <summary>As how many rows an index of a period counts.</summary>
    public const int RowsOfAnIndex = 10;

    /// <summary>Of computing all indices so many times.</summary>
    public static Int128 OfIndices(RuleSet rules, Columns columns, PeriodId from, PeriodId to, long evaluations) =>
        evaluations * (Rows(Needed(rules, columns, from, to)) + Indices(rules, columns, from, to));

    /// <summary>Of draws. Where rows that are alike are counted once for all of them, each index that has any is as good as a row.</summary>
    public static Int128 OfDraws(RuleSet rules, Columns columns, PeriodId from, PeriodId to, long evaluations) =>
        Cube.IsEnough(rules) ? (Int128)evaluations * (RowsOfAnIndex + Needed(rules, columns, from, to).Count()) : OfIndices(rules, columns, from, to, evaluations);

    /// <summary>Of leaving out one after the other; where each counts by itself, nothing is computed again.</summary>
    public static Int128 OfLeavingOut(LeftOut what, RuleSet rules, Columns columns, PeriodId from, PeriodId to, string? relationship) => what switch
    {
        LeftOut.Rule => OfIndices(rules, columns, from, to, rules.Rules.Length + 1),
        LeftOut.Happening => OfIndices(rules, columns, columns.Begins ?? from, to, columns.Happening.Where(h => h > 0).Distinct().Count() + 1),
        _ when Scope.IsAdditive(rules) => OfIndices(rules, columns, from, to, evaluations: 1),
        _ => columns.Relationships.Index().Where(r => relationship is null || r.Item.Key == relationship)
            .Aggregate(Int128.Zero, (sum, r) => sum + (Rows(Reaching(rules, columns, r.Index, from, to)) * Alone(rules, columns, r.Index, from, to))),
    };

    /// <summary>Of trying every amendment of one development, and combining them as often as that is tried where they do not count by themselves.</summary>
    public static Int128 OfSmallestAmendment(RuleSet rules, Columns columns, string relationship, PeriodId period)
    {
        var (place, scores) = (columns.Relationships.Select(r => r.Key).ToList().IndexOf(relationship), (Int128)(columns.Settings.Range + 1) * (columns.Settings.Range + 1));
        var amended = Reaching(rules, columns, place, period, period);
        var alike = Reach.Any(rules, reach => reach.OfRows) ? Rows(amended) : amended.Sum(s => columns.Kind.AsSpan(s.Start, s.Length).ToArray().Distinct().LongCount());
        return ((alike * scores) + (Scope.IsAdditive(rules) ? 0 : GreedyAmendments.Feasible)) * Alone(rules, columns, place, period, period);
    }

    // Of computing again what a development of a relationship can change.
    private static Int128 Alone(RuleSet rules, Columns columns, int relationship, PeriodId from, PeriodId to) =>
        (Scope.CrossesRelationships(rules) ? columns.Count : Rows(columns.Segments.Where(s => s.Relationship == relationship))) + Indices(rules, columns, from, to);

    private static IEnumerable<Segment> Reaching(RuleSet rules, Columns columns, int relationship, PeriodId from, PeriodId to) =>
        columns.Segments.Where(s => s.Relationship == relationship && (Scope.CrossesPeriods(rules) || s.Period.IsFrom(from, to)));

    private static Int128 Rows(IEnumerable<Segment> segments) => segments.Sum(s => (long)s.Length);

    private static IEnumerable<Segment> Needed(RuleSet rules, Columns columns, PeriodId from, PeriodId to)
    {
        var (first, last) = Span(rules, columns, from, to);
        return columns.Segments.Where(s => s.Period.IsFrom(first, last));
    }

    private static Int128 Indices(RuleSet rules, Columns columns, PeriodId from, PeriodId to)
    {
        var (first, last) = Span(rules, columns, from, to);
        var months = ((last.LastDay.Year - first.FirstDay.Year) * 12) + last.LastDay.Month - first.FirstDay.Month + 1;
        return (Int128)RowsOfAnIndex * columns.Relationships.Length * (months / columns.Settings.Calendar.MonthsPerPeriod);
    }

    // With what came before, where rules look back, and with the periods that a composite refers to.
    private static (PeriodId First, PeriodId Last) Span(RuleSet rules, Columns columns, PeriodId from, PeriodId to)
    {
        var begin = Reach.Any(rules, reach => reach.FromThePast) ? columns.Begins ?? from : from;
        PeriodId[] needed = [from, to, begin, rules.Composite?.From ?? from, rules.Composite?.To ?? to];
        return (needed.MinBy(p => p.FirstDay), needed.MaxBy(p => p.LastDay));
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What is left out, one at a time.</summary>
public enum LeftOut
{
    /// <summary>A rule.</summary>
    Rule,

    /// <summary>A development.</summary>
    Development,

    /// <summary>A happening: every development that is linked with another as telling it.</summary>
    Happening,
}

/// <summary>How indices would be without one rule, one development or one happening: the largest effects first.</summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last.</param>
/// <param name="What">What is left out.</param>
/// <param name="Count">How many there are to leave out.</param>
/// <param name="Note">How effects are to be read: <see cref="NeedNotSum"/>.</param>
/// <param name="Effects">The largest; of two as large the one that comes first in the rule set, or by relationship, day and reference.</param>
public sealed record LeavingOut(
    RuleSetPin RuleSet, Positions Positions, PeriodId From, PeriodId To, LeftOut What, long Count, string Note, ImmutableArray<EffectOfLeavingOut> Effects)
{
    /// <summary>Each is left out alone, and so what two do together is in both effects, or in none.</summary>
    public const string NeedNotSum = "Each effect is the difference that leaving out this one alone makes to the whole computation; effects need not sum to the index.";

    /// <summary>Leaves out every rule, one at a time, with the inputs that name it.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last.</param>
    /// <param name="top">How many effects are told, and of each how many indices.</param>
    /// <param name="progress">Is told how many were left out.</param>
    /// <param name="stop">Stops it.</param>
    public static Decision<LeavingOut> Rules(
        RuleSet rules, Columns columns, PeriodId from, PeriodId to, int top, IProgress<int>? progress = null, CancellationToken stop = default) =>
        TooLarge.Refused(rules, () =>
        {
            var baseline = new Ruling(rules, columns, from, to).Indices();
            var effects = new List<EffectOfLeavingOut>();
            foreach (var (done, rule) in rules.Rules.Index())
            {
                stop.ThrowIfCancellationRequested();
                effects.Add(EffectOfLeavingOut.Of(rule.Id, baseline.Indices, new Ruling(Without(rules, rule), columns, from, to).Indices().Indices, top));
                progress?.Report(done + 1);
            }

            return Of(baseline, LeftOut.Rule, effects.Count, [.. effects.OrderByDescending(e => e.Size).Take(top)]);
        });

    /// <summary>Leaves out every development, one at a time.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last.</param>
    /// <param name="top">How many effects are told, and of each how many indices.</param>
    /// <param name="relationship">Only developments of this one; null for all.</param>
    /// <param name="progress">Is told how many were left out.</param>
    /// <param name="stop">Stops it.</param>
    public static Decision<LeavingOut> Developments(
        RuleSet rules, Columns columns, PeriodId from, PeriodId to, int top, string? relationship = null, IProgress<int>? progress = null, CancellationToken stop = default) =>
        TooLarge.Refused(rules, () =>
        {
            var ruling = new Ruling(rules, columns, from, to);
            var leaving = new LeavingOneByOne(ruling, top);
            var (count, effects) = leaving.IsAdditive
                ? new AddedWorths(ruling, leaving.Baseline, top).Largest(relationship, stop)
                : leaving.Each(leaving.Developments(relationship), progress, stop);
            return Of(leaving.Baseline, LeftOut.Development, count, effects);
        });

    /// <summary>Leaves out every happening that several developments tell, one at a time, with all of them.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last.</param>
    /// <param name="top">How many effects are told, and of each how many indices.</param>
    /// <param name="progress">Is told how many were left out.</param>
    /// <param name="stop">Stops it.</param>
    public static Decision<LeavingOut> Happenings(
        RuleSet rules, Columns columns, PeriodId from, PeriodId to, int top, IProgress<int>? progress = null, CancellationToken stop = default) =>
        TooLarge.Refused(rules, () =>
        {
            var ruling = new Ruling(rules, columns, from, to);
            var leaving = new LeavingOneByOne(ruling, top);
            var (count, effects) = leaving.Each(leaving.Happenings(), progress, stop);
            return Of(leaving.Baseline, LeftOut.Happening, count, effects);
        });

    /// <summary>A rule set without one of its rules, and without the inputs that are its numbers.</summary>
    public static RuleSet Without(RuleSet rules, Rule rule) =>
        rules with { Rules = [.. rules.Rules.Where(r => r.Id != rule.Id)], Inputs = [.. rules.Inputs.Where(i => i.Rule != rule.Id)] };

    private static LeavingOut Of(RuledIndices baseline, LeftOut what, long count, ImmutableArray<EffectOfLeavingOut> effects) =>
        new(baseline.RuleSet, baseline.Positions, baseline.From, baseline.To, what, count, NeedNotSum, effects);
}

/// <summary>What leaving out one thing does.</summary>
/// <param name="What">The rule's id, the development's reference, or those of all that tell the happening.</param>
/// <param name="Size">How far it moves indices, all together, whatever the direction.</param>
/// <param name="Changed">How many indices it moves.</param>
/// <param name="Changes">Those that it moves furthest.</param>
public sealed record EffectOfLeavingOut(string What, FixedPoint Size, int Changed, ImmutableArray<IndexWithout> Changes)
{
    /// <summary>The effect told by the indices with and without it; an index that is on one side only is 0 on the other.</summary>
    internal static EffectOfLeavingOut Of(string what, IEnumerable<RuledIndex> with, IEnumerable<RuledIndex> without, int top)
    {
        var left = without.ToDictionary(Key, i => i.Aggregate);
        var changes = with.Select(i => (Key: Key(i), From: i.Aggregate, To: left.Remove(Key(i), out var to) ? to : FixedPoint.Zero)).ToList();
        changes.AddRange(left.Select(l => (l.Key, FixedPoint.Zero, l.Value)));
        return Of(what, changes.Where(c => c.From != c.To).Select(c => new IndexWithout(c.Key.Relationship, c.Key.Dimension, c.Key.Period, c.From, c.To)), top);
    }

    /// <summary>The effect told by the indices that it moves.</summary>
    internal static EffectOfLeavingOut Of(string what, IEnumerable<IndexWithout> moved, int top)
    {
        var changes = moved.OrderByDescending(c => c.Change.Abs()).ToArray();
        return new EffectOfLeavingOut(what, changes.Aggregate(FixedPoint.Zero, (sum, c) => sum + c.Change.Abs()), changes.Length, [.. changes.Take(top)]);
    }

    private static (string Relationship, string Dimension, PeriodId Period) Key(RuledIndex index) => (index.Relationship, index.Dimension, index.Period);
}

/// <summary>An index without what was left out.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="From">Its aggregate with it.</param>
/// <param name="To">Its aggregate without it.</param>
public sealed record IndexWithout(string Relationship, string Dimension, PeriodId Period, FixedPoint From, FixedPoint To)
{
    /// <summary>What leaving out changes it by.</summary>
    public FixedPoint Change => To - From;
}

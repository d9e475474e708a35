using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

using IndexKey = (string Relationship, string Dimension, Barometer.Domain.Periods.PeriodId Period);

namespace Barometer.Domain.Replays.Comparing;

/// <summary>What the differences of a replay are made of.</summary>
internal sealed class DifferenceLines
{
    private readonly string _rules;
    private readonly Comparand? _comparand;
    private readonly HashSet<string> _shared = [];
    private readonly Dictionary<IndexKey, RuledIndex> _then = [];
    private readonly Dictionary<IndexKey, RuledIndex> _now = [];
    private readonly ILookup<IndexKey, MovedByCause> _moved = Enumerable.Empty<MovedByCause>().ToLookup(_ => default(IndexKey));

    public DifferenceLines(RuleSet rules, Comparand? comparand)
    {
        (_rules, _comparand) = (rules.Pin.ToString(), comparand);
        if (comparand is not Comparand.Ruled ruled)
            return;
        _shared = Shared(rules, ruled.Rules);
        _then = ruled.Then.Indices.ToDictionary(ReplayDifference.Key);
        _now = ruled.Now.Indices.ToDictionary(ReplayDifference.Key);
        _moved = ruled.Moved.ToLookup(m => (m.Relationship, m.Dimension, m.Period));
    }

    /// <summary>The lines of one index, in the order of their steps.</summary>
    public ImmutableArray<DifferenceLine> Of(IndexKey key, RuledIndex? index, FixedPoint? against) => _comparand switch
    {
        Comparand.Points => [.. With(Rules(index))],
        Comparand.Printed when against is { } printed => [.. Print(index, printed), .. With(Rules(index))],
        Comparand.Ruled ruled => [.. Data(key, ruled), .. Without(key, index, ruled), .. With(Apart(index, _now.GetValueOrDefault(key)))],
        _ => [.. With(index?.Lines ?? [])],
    };

    private static IEnumerable<Line> Rules(RuledIndex? index) => index?.Lines.Where(l => l.Kind != LineKind.Assigned) ?? [];

    // What both sets begin with need not be taken away and added again where it does the same in both; a later rule may change what it does.
    private IEnumerable<Line> Apart(RuledIndex? index, RuledIndex? other) =>
        Rules(index).Where(line => !_shared.Contains(line.Rule!) || other?.Lines.Contains(line) != true);

    private static IEnumerable<DifferenceLine> Print(RuledIndex? index, FixedPoint printed)
    {
        var value = (index?.Assigned ?? FixedPoint.Zero) - printed;
        return value == FixedPoint.Zero ? [] : [new DifferenceLine(DifferenceStep.Print, RuleSet: null, Rule: null, "reconciliation", value, Developments: 0)];
    }

    private IEnumerable<DifferenceLine> Data(IndexKey key, Comparand.Ruled ruled)
    {
        var rest = Aggregate(_now, key) - Aggregate(_then, key);
        foreach (var moved in _moved[key].OrderBy(m => m.Cause))
        {
            rest -= moved.Aggregate;
            yield return new DifferenceLine(DifferenceStep.Data, RuleSet: null, Rule: null, Word.Of(moved.Cause), moved.Aggregate, moved.Developments);
        }

        // What the rules compared with make of the changed developments, beyond their points.
        if (rest != FixedPoint.Zero)
            yield return new DifferenceLine(DifferenceStep.Data, ruled.Rules.Pin.ToString(), Rule: null, "rules-on-data", rest, Developments: 0);
    }

    private IEnumerable<DifferenceLine> Without(IndexKey key, RuledIndex? index, Comparand.Ruled ruled) =>
        from line in Apart(_now.GetValueOrDefault(key), index).Reverse()
        select new DifferenceLine(DifferenceStep.Without, ruled.Rules.Pin.ToString(), line.Rule, Word.Of(line.Kind), -line.Aggregate, line.Developments);

    private IEnumerable<DifferenceLine> With(IEnumerable<Line> lines) =>
        from line in lines
        select new DifferenceLine(DifferenceStep.With, line.Rule is null ? null : _rules, line.Rule, Word.Of(line.Kind), line.Aggregate, line.Developments);

    private static FixedPoint Aggregate(Dictionary<IndexKey, RuledIndex> indices, IndexKey key) => indices.GetValueOrDefault(key)?.Aggregate ?? FixedPoint.Zero;

    // The rules that both begin with, as they are written.
    private static HashSet<string> Shared(RuleSet one, RuleSet other)
    {
        var shared = new HashSet<string>();
        if (!one.Levels.SequenceEqual(other.Levels))
            return shared;
        foreach (var (rule, mine, theirs) in one.Rules.Select(r => r.Id).Zip(Written(one), Written(other)))
        {
            if (mine != theirs)
                break;
            shared.Add(rule);
        }

        return shared;
    }

    private static IEnumerable<string> Written(RuleSet rules) =>
        rules.Document.ValueKind == JsonValueKind.Object && rules.Document.TryGetProperty("rules", out var written) ? written.EnumerateArray().Select(CanonicalJson.Of) : [];
}

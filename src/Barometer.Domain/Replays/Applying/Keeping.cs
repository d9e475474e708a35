using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>Finds the developments that a rule keeps out because another of the same key is kept, and gives their rows the treatment of one kept out.</summary>
internal sealed class Keeping
{
    private readonly Treatments _treatments;
    private readonly Columns _columns;
    private readonly int[] _treatmentOfRow;
    private readonly int _rule;
    private readonly Kept _which;
    private readonly bool _byHappening;
    private readonly Alike[] _alike;
    private readonly int _groups;

    private Keeping(Treatments treatments, int[] treatmentOfRow, int rule, Keep keep)
    {
        (_treatments, _columns, _treatmentOfRow, _rule, _which) = (treatments, treatments.Columns, treatmentOfRow, rule, keep.Which);
        _byHappening = keep.Per.Contains(Key.Happening);
        var groups = new Dictionary<string, int>();
        _alike = [.. Enumerable.Range(0, treatments.Count).Select(place => Before(treatments[place], groups))];
        _groups = groups.Count;
    }

    /// <summary>Applies every rule that keeps one of several, in the order of the rules.</summary>
    /// <param name="treatments">Under which rules.</param>
    /// <param name="treatmentOfRow">The treatment of each row, changed where it is kept out.</param>
    public static void Apply(Treatments treatments, int[] treatmentOfRow)
    {
        for (var rule = 0; rule < treatments.Rules.Rules.Length; rule++)
        {
            if (treatments.Rules.Rules[rule].Act is Keep keep)
                new Keeping(treatments, treatmentOfRow, rule, keep).Apply(Blocks.Of(treatments.Columns, keep.Per));
        }
    }

    private void Apply(Blocks blocks) =>
        Parallel.For(0, blocks.Count, () => new Best(_groups), (block, _, best) =>
        {
            foreach (var rows in blocks.Runs(block))
                Decide(rows, best);
            return best;
        }, _ => { });

    // Rows side by side that have the same relationship or day, where these are part of the key.
    private void Decide(ReadOnlyMemory<int> rows, Best best)
    {
        best.Begin();
        var areSeveral = false;
        foreach (var row in rows.Span)
        {
            var alike = _alike[_treatmentOfRow[row]];
            if (alike.Takes && GroupOf(alike, row) is { } group)
                areSeveral |= best.Take(group, new Candidate(row, _columns.Day[row], alike.Rank, alike.Size), _which);
        }

        if (!areSeveral)
            return;
        foreach (var row in rows.Span)
        {
            var alike = _alike[_treatmentOfRow[row]];
            if (!alike.Takes || GroupOf(alike, row) is not { } group)
                continue;
            var kept = best[group];
            if (_which == Kept.HighestLevel ? alike.Rank > kept.Rank : !AreOfOneDevelopment(row, kept.Row))
                _treatmentOfRow[row] = _treatments.PlaceOf(_treatments[_treatmentOfRow[row]] with { KeptOutBy = _rule, NotCodedAs = null });
        }
    }

    // A happening is told by few; the groups of theirs come after all others.
    private long? GroupOf(Alike alike, int row)
    {
        if (!_byHappening)
            return alike.Group;
        var happening = _columns.Happening is [] ? 0 : _columns.Happening[row];
        return happening == 0 ? null : ((long)happening * _groups) + alike.Group;
    }

    private bool AreOfOneDevelopment(int row, int kept) =>
        row == kept || (_columns.Ordinal[row] == _columns.Ordinal[kept] && _columns.Issue[row] == _columns.Issue[kept] && _columns.RelationshipOf(row) == _columns.RelationshipOf(kept));

    // What is excluded before the rule keeps nothing else out.
    private Alike Before(Treatment treatment, Dictionary<string, int> groups)
    {
        if (treatment.StepOf(_rule) is not { } step || Course.Of(treatment, _treatments.Rules.Rules)[_rule] is not { Standing: not Standing.Excluded } stage)
            return default;
        if (!groups.TryGetValue(step.Word!, out var group))
            groups.Add(step.Word!, group = groups.Count);
        return new Alike(Takes: true, group, step.Count, stage.Positive.Abs() + stage.Negative.Abs());
    }

    // What the rows of a treatment have in common for this rule.
    private readonly record struct Alike(bool Takes, int Group, int Rank, FixedPoint Size);
}

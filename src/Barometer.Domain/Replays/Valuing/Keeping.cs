using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>Finds the developments that a rule keeps out because another of the same key is kept, and gives their rows the treatment of one kept out.</summary>
internal sealed class Keeping
{
    private readonly Treatments _treatments;
    private readonly Columns _columns;
    private readonly int[] _treatmentOfRow;
    private readonly int _rule;
    private readonly Kept _which;
    private readonly bool _byHappening;
    private readonly InRule[] _alike;
    private readonly int[] _keptOut;
    private readonly int _groups;

    private Keeping(Treatments treatments, int[] treatmentOfRow, int rule, Keep keep)
    {
        (_treatments, _columns, _treatmentOfRow, _rule, _which) = (treatments, treatments.Columns, treatmentOfRow, rule, keep.Which);
        _byHappening = keep.Per.Contains(Key.Happening);
        var groups = new Dictionary<string, int>();
        _alike = [.. Enumerable.Range(0, treatments.Count).Select(place => Before(treatments[place], groups))];
        (_groups, _keptOut) = (groups.Count, new int[_alike.Length]);
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
        Parallel.For(0, blocks.Count, () => (Best: new Best(_groups), Runs: new List<int>()), (block, _, room) =>
        {
            blocks.CutInto(room.Runs, block);
            for (var run = 1; run < room.Runs.Count; run++)
                Decide(blocks, room.Runs[run - 1], room.Runs[run], room.Best);
            return room;
        }, _ => { });

    // Rows side by side that have the same relationship or day, where these are part of the key.
    private void Decide(Blocks blocks, int start, int end, Best best)
    {
        best.Begin();
        var areSeveral = false;
        for (var place = start; place < end; place++)
        {
            var row = blocks[place];
            ref readonly var alike = ref _alike[_treatmentOfRow[row]];
            if (alike.Takes && GroupOf(alike, row) is var group and >= 0)
                areSeveral |= best.Take(group, new Candidate(row, _columns.Day[row], alike.Rank, alike.Size), _which);
        }

        for (var place = start; areSeveral && place < end; place++)
        {
            var row = blocks[place];
            ref readonly var alike = ref _alike[_treatmentOfRow[row]];
            if (!alike.Takes || GroupOf(alike, row) is not (>= 0 and var group))
                continue;
            var kept = best[group];
            if (_which == Kept.HighestLevel ? alike.Rank > kept.Rank : !AreOfOneDevelopment(row, kept.Row))
                _treatmentOfRow[row] = KeptOut(_treatmentOfRow[row]);
        }
    }

    // Two threads that look at once find the same.
    private int KeptOut(int treatment)
    {
        ref var place = ref _keptOut[treatment];
        if (place == 0)
            place = 1 + _treatments.PlaceOf(_treatments[treatment] with { KeptOutBy = _rule, NotCodedAs = null });
        return place - 1;
    }

    // A happening is told by few; the groups of theirs come after all others. -1 for a row that is in none.
    private long GroupOf(in InRule alike, int row)
    {
        if (!_byHappening)
            return alike.Group;
        var happening = _columns.Happening is [] ? 0 : _columns.Happening[row];
        return happening == 0 ? -1 : ((long)happening * _groups) + alike.Group;
    }

    private bool AreOfOneDevelopment(int row, int kept) =>
        row == kept || (_columns.Ordinal[row] == _columns.Ordinal[kept] && _columns.Issue[row] == _columns.Issue[kept] && _columns.RelationshipOf(row) == _columns.RelationshipOf(kept));

    // What is excluded before the rule keeps nothing else out.
    private InRule Before(Treatment treatment, Dictionary<string, int> groups)
    {
        if (treatment.StepOf(_rule) is not { } step || Valuation.Course(treatment, _treatments.Rules.Rules)[_rule] is not { Standing: not Standing.Excluded } worth)
            return default;
        if (!groups.TryGetValue(step.Word!, out var group))
            groups.Add(step.Word!, group = groups.Count);
        return new InRule(Takes: true, group, step.Count, worth.Positive.Abs() + worth.Negative.Abs());
    }

    // What the rows of a treatment have in common for this rule.
    private readonly record struct InRule(bool Takes, int Group, int Rank, FixedPoint Size);
}

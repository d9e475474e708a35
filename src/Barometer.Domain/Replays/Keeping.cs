using System.Runtime.InteropServices;
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
    private readonly Keep _keep;
    private readonly Alike[] _alike;

    private Keeping(Treatments treatments, int[] treatmentOfRow, int rule, Keep keep)
    {
        (_treatments, _columns, _treatmentOfRow, _rule, _keep) = (treatments, treatments.Columns, treatmentOfRow, rule, keep);
        var groups = new Dictionary<string, int>();
        _alike = [.. Enumerable.Range(0, treatments.Count).Select(place => Before(treatments[place], groups))];
    }

    /// <summary>Applies every rule that keeps one of several, in the order of the rules.</summary>
    /// <param name="treatments">Under which rules.</param>
    /// <param name="treatmentOfRow">The treatment of each row, changed where it is kept out.</param>
    public static void Apply(Treatments treatments, int[] treatmentOfRow)
    {
        for (var rule = 0; rule < treatments.Rules.Rules.Length; rule++)
        {
            if (treatments.Rules.Rules[rule].Act is Keep keep)
                new Keeping(treatments, treatmentOfRow, rule, keep).Apply();
        }
    }

    private void Apply()
    {
        // Where relationship and day are part of the key, no group reaches beyond a segment.
        if (_keep.Per.Contains(Key.Relationship) && _keep.Per.Contains(Key.Day))
            Parallel.ForEach(_columns.Segments, segment => Decide([segment]));
        else
            Decide(_columns.Segments);
    }

    private void Decide(IReadOnlyCollection<Segment> segments)
    {
        var best = new Dictionary<Group, Candidate>();
        foreach (var (row, group, candidate) in Candidates(segments))
        {
            ref var kept = ref CollectionsMarshal.GetValueRefOrAddDefault(best, group, out var known);
            if (!known || candidate.IsBetterThan(kept, _keep.Which))
                kept = candidate;
        }

        foreach (var (row, group, candidate) in Candidates(segments))
        {
            var kept = best[group];
            if (_keep.Which == Kept.HighestLevel ? candidate.Rank > kept.Rank : !AreOfOneDevelopment(row, candidate.Relationship, kept))
                _treatmentOfRow[row] = _treatments.PlaceOf(_treatments[_treatmentOfRow[row]] with { KeptOutBy = _rule, NotCodedAs = null });
        }
    }

    private IEnumerable<(int Row, Group Group, Candidate Candidate)> Candidates(IEnumerable<Segment> segments)
    {
        var (byRelationship, byDay, byHappening) = (_keep.Per.Contains(Key.Relationship), _keep.Per.Contains(Key.Day), _keep.Per.Contains(Key.Happening));
        foreach (var segment in segments)
        {
            for (var row = segment.Start; row < segment.End; row++)
            {
                var happening = byHappening && _columns.Happening.Length > 0 ? _columns.Happening[row] : 0;
                // A row that was kept out while this goes on has a treatment that was not there before.
                if (_treatmentOfRow[row] is var place && (place >= _alike.Length || !_alike[place].Takes || (byHappening && happening == 0)))
                    continue;
                var alike = _alike[place];
                yield return (
                    row,
                    new Group(alike.Group, byRelationship ? segment.Relationship : 0, byDay ? _columns.Day[row] : 0, happening),
                    new Candidate(row, segment.Relationship, _columns.Day[row], alike.Rank, alike.Size));
            }
        }
    }

    private bool AreOfOneDevelopment(int row, int relationship, Candidate kept) =>
        relationship == kept.Relationship && _columns.Issue[row] == _columns.Issue[kept.Row] && _columns.Ordinal[row] == _columns.Ordinal[kept.Row];

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

    private readonly record struct Group(int Alike, int Relationship, int Day, int Happening);

    private readonly record struct Candidate(int Row, int Relationship, int Day, int Rank, FixedPoint Size)
    {
        // Rows come by relationship, day and reference, so that of two that are equal the first stays.
        public bool IsBetterThan(Candidate other, Kept which) => which switch
        {
            Kept.HighestLevel => Rank < other.Rank,
            Kept.Largest => Size > other.Size || (Size == other.Size && Day < other.Day),
            _ => Day < other.Day,
        };
    }
}

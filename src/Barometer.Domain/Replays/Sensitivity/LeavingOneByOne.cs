using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Some developments that are left out together.</summary>
/// <param name="References">Which.</param>
/// <param name="Relationships">Whose, by place.</param>
internal sealed record Together(ImmutableArray<Reference> References, ImmutableArray<int> Relationships)
{
    /// <summary>What an effect names.</summary>
    public override string ToString() => string.Join(", ", References);
}

/// <summary>Leaves out developments by computing again what they reach.</summary>
/// <param name="ruling">The rules applied to everything.</param>
/// <param name="top">How many effects are told, and of each how many indices.</param>
internal sealed class LeavingOneByOne(Ruling ruling, int top)
{
    private readonly RuleSet _rules = ruling.Rules;
    private readonly Columns _columns = ruling.Columns;
    private readonly (PeriodId First, PeriodId Last) _asked = ruling.Periods.Asked;

    /// <summary>The indices with everything.</summary>
    public RuledIndices Baseline { get; } = ruling.Indices();

    /// <summary>True where the effect of one development can be told from what it is worth.</summary>
    public bool IsAdditive => Scope.IsAdditive(_rules);

    /// <summary>Every development that can reach the periods asked for.</summary>
    public IEnumerable<Together> Developments(string? relationship)
    {
        foreach (var segment in _columns.Segments.Where(s => Reaches(s) && (relationship is null || _columns.Relationships[s.Relationship].Key == relationship)))
        {
            // The rows of one development lie side by side.
            var last = default(Reference?);
            for (var row = segment.Start; row < segment.End; row++)
            {
                var reference = _columns.ReferenceOf(segment.Relationship, row);
                if (reference != last)
                    yield return new Together([reference], [segment.Relationship]);
                last = reference;
            }
        }
    }

    /// <summary>Every happening that several developments tell.</summary>
    public IEnumerable<Together> Happenings()
    {
        if (_columns.Happening is [])
            return [];
        return from segment in _columns.Segments
               from row in Enumerable.Range(segment.Start, segment.End - segment.Start)
               where _columns.Happening[row] > 0
               group (Reference: _columns.ReferenceOf(segment.Relationship, row), segment.Relationship, Reaches: Reaches(segment)) by _columns.Happening[row] into told
               where told.Any(t => t.Reaches)
               select new Together([.. told.Select(t => t.Reference).Distinct()], [.. told.Select(t => t.Relationship).Distinct()]);
    }

    /// <summary>Leaves out each, and tells how many there are and the largest effects.</summary>
    public (long Count, ImmutableArray<EffectOfLeavingOut> Effects) Each(IEnumerable<Together> leftOut, IProgress<int>? progress, CancellationToken stop)
    {
        var largest = new Largest<EffectOfLeavingOut>(top);
        var (scope, relationships) = (_columns, ImmutableArray<int>.Empty);
        foreach (var together in leftOut)
        {
            stop.ThrowIfCancellationRequested();
            if (!together.Relationships.SequenceEqual(relationships))
                (scope, relationships) = (Scope.Of(_rules, _columns, together.Relationships), together.Relationships);
            var effect = EffectOf(together, scope);
            largest.Offer(effect, effect.Size);
            progress?.Report((int)largest.Offered);
        }

        return (largest.Offered, largest.InOrder());
    }

    private EffectOfLeavingOut EffectOf(Together together, Columns scope)
    {
        var without = scope.Where((segment, row) => !together.References.Contains(scope.ReferenceOf(segment.Relationship, row)));
        var all = Enumerable.Range(0, _columns.Relationships.Length);
        HashSet<string> computed = [.. (Scope.CrossesRelationships(_rules) ? all : together.Relationships).Select(r => _columns.Relationships[r].Key)];
        var with = Baseline.Indices.Where(i => computed.Contains(i.Relationship));
        return EffectOfLeavingOut.Of(together.ToString(), with, new Ruling(_rules, without, _asked.First, _asked.Last).Indices().Indices, top);
    }

    private bool Reaches(Segment segment) =>
        Scope.CrossesPeriods(_rules) || segment.Period.IsFrom(_asked.First, _asked.Last);
}

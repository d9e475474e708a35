using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
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
internal sealed class Leaving(RuleSet rules, Columns columns, PeriodId from, PeriodId to, int top)
{
    /// <summary>The indices with everything.</summary>
    public RuledIndices Baseline { get; } = new Ruling(rules, columns, from, to).Indices();

    /// <summary>True where the effect of one development can be told from what it is worth.</summary>
    public bool IsAdditive => Scope.IsAdditive(rules);

    /// <summary>Every development that can reach the periods asked for.</summary>
    public IEnumerable<Together> Developments(string? relationship)
    {
        foreach (var segment in columns.Segments.Where(s => Reaches(s) && (relationship is null || columns.Relationships[s.Relationship].Key == relationship)))
        {
            // The rows of one development lie side by side.
            var last = default(Reference?);
            for (var row = segment.Start; row < segment.End; row++)
            {
                var reference = columns.ReferenceOf(segment.Relationship, row);
                if (reference != last)
                    yield return new Together([reference], [segment.Relationship]);
                last = reference;
            }
        }
    }

    /// <summary>Every happening that several developments tell.</summary>
    public IEnumerable<Together> Happenings()
    {
        if (columns.Happening is [])
            return [];
        return from segment in columns.Segments
               from row in Enumerable.Range(segment.Start, segment.End - segment.Start)
               where columns.Happening[row] > 0
               group (Reference: columns.ReferenceOf(segment.Relationship, row), segment.Relationship, Reaches: Reaches(segment)) by columns.Happening[row] into told
               where told.Any(t => t.Reaches)
               select new Together([.. told.Select(t => t.Reference).Distinct()], [.. told.Select(t => t.Relationship).Distinct()]);
    }

    /// <summary>Leaves out each, and tells how many there are and the largest effects.</summary>
    public (long Count, ImmutableArray<EffectOfLeavingOut> Effects) Each(IEnumerable<Together> leftOut, IProgress<int>? progress, CancellationToken stop)
    {
        var largest = new Largest<EffectOfLeavingOut>(top);
        var (scope, relationships) = (columns, ImmutableArray<int>.Empty);
        foreach (var together in leftOut)
        {
            stop.ThrowIfCancellationRequested();
            if (!together.Relationships.SequenceEqual(relationships))
                (scope, relationships) = (Scope.Of(rules, columns, together.Relationships), together.Relationships);
            var effect = EffectOf(together, scope);
            largest.Offer(effect, effect.Size);
            progress?.Report((int)largest.Offered);
        }

        return (largest.Offered, largest.InOrder());
    }

    private EffectOfLeavingOut EffectOf(Together together, Columns scope)
    {
        var without = scope.Where((segment, row) => !together.References.Contains(scope.ReferenceOf(segment.Relationship, row)));
        var all = Enumerable.Range(0, columns.Relationships.Length);
        HashSet<string> computed = [.. (Scope.CrossesRelationships(rules) ? all : together.Relationships).Select(r => columns.Relationships[r].Key)];
        var with = Baseline.Indices.Where(i => computed.Contains(i.Relationship));
        return EffectOfLeavingOut.Of(together.ToString(), with, new Ruling(rules, without, from, to).Indices().Indices, top);
    }

    private bool Reaches(Segment segment) =>
        Scope.CrossesPeriods(rules) || segment.Period.IsFrom(from, to);
}

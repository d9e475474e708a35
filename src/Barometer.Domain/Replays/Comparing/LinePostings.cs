using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets.Arithmetic;

using IndexKey = (string Relationship, string Dimension, Barometer.Domain.Periods.PeriodId Period);

namespace Barometer.Domain.Replays.Comparing;

/// <summary>What a line of a difference comes to at one development.</summary>
/// <param name="Reference">The development.</param>
/// <param name="Value">What it changes the index by; 0 where it changes and comes to the same.</param>
public sealed record LinePosting(Reference Reference, FixedPoint Value);

/// <summary>Where the lines of differences come from: what each development posts to them.</summary>
/// <param name="with">What developments post under the rules of the replay.</param>
/// <param name="without">What they post under the rules compared with, as of the replay; nothing where no rules are.</param>
/// <param name="moved">The movements from the moment compared with to that of the replay; none where it is the same.</param>
public sealed class LinePostings(IEnumerable<DevelopmentPosting> with, IEnumerable<DevelopmentPosting> without, IEnumerable<Movement> moved)
{
    private readonly ILookup<IndexKey, DevelopmentPosting> _with = ByIndex(with);
    private readonly ILookup<IndexKey, DevelopmentPosting> _without = ByIndex(without);
    private readonly ILookup<IndexKey, Movement> _moved = moved.ToLookup(m => (m.Place.Relationship, m.Dimension, m.Period));

    /// <summary>What each development posts to an index under the rules of the replay.</summary>
    public IEnumerable<DevelopmentPosting> Under(IndexKey index) => _with[index];

    /// <summary>The developments of a line, each once; they add up to it. Null for a line that is at no development.</summary>
    /// <param name="index">The index whose line it is.</param>
    /// <param name="line">The line.</param>
    public ImmutableArray<LinePosting>? Of(IndexKey index, DifferenceLine line) =>
        line.Developments == 0 ? null : [.. from change in Changes(index, line) group change.Value by change.Reference into g select new LinePosting(g.Key, Sum(g))];

    private IEnumerable<LinePosting> Changes(IndexKey index, DifferenceLine line) => line.Step switch
    {
        DifferenceStep.Data => _moved[index].Where(m => Word.Of(m.Cause) == line.What).Select(m => new LinePosting(m.Reference, FixedPoint.Of(m.Aggregate))),
        DifferenceStep.Without => _without[index].Where(p => p.Rule == line.Rule).Select(p => new LinePosting(p.Reference, -p.Value)),
        DifferenceStep.With => _with[index].Where(p => p.Rule == line.Rule).Select(p => new LinePosting(p.Reference, p.Value)),
        _ => [],
    };

    private static ILookup<IndexKey, DevelopmentPosting> ByIndex(IEnumerable<DevelopmentPosting> postings) => postings.ToLookup(p => (p.Relationship, p.Dimension, p.Period));

    private static FixedPoint Sum(IEnumerable<FixedPoint> values) => values.Aggregate(FixedPoint.Zero, (sum, value) => sum + value);
}

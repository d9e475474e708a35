using System.Collections.Immutable;
using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Movements;

/// <summary>The change of a figure between two vintages; no revision of a development.</summary>
/// <param name="From">The figure in the one.</param>
/// <param name="To">The same figure in the other.</param>
public sealed record FigureRevision(VintageFigure From, VintageFigure To)
{
    /// <summary>The revision from one vintage to another; null where the period is not in both, or the two are one.</summary>
    public static FigureRevision? Between(VintageFigure? from, VintageFigure? to) =>
        from is null || to is null || from.Vintage == to.Vintage ? null : new FigureRevision(from, to);

    /// <summary>Change of the aggregate.</summary>
    public int Change => To.Index.Aggregate - From.Index.Aggregate;

    /// <summary>True where the aggregate went from one of −, 0 and + to another.</summary>
    public bool ChangedSign => Math.Sign(From.Index.Aggregate) != Math.Sign(To.Index.Aggregate);

    /// <summary>True where the colour became another, being in no band counting as one; null where one of the two has no colour.</summary>
    public bool? ChangedBand => From.Band is null || To.Band is null ? null : From.Band != To.Band;
}

/// <summary>
/// What the revisions of an index's aggregates come to, over the periods that have both figures. Every number is computed from whole numbers and
/// rounded once, half to even, at the ninth decimal. There is nothing relative: indices cross zero.
/// </summary>
/// <param name="Revisions">Each, by period.</param>
/// <param name="Mean">Their mean; null of none, as the others are.</param>
/// <param name="MeanAbsolute">The mean of their sizes.</param>
/// <param name="RootMeanSquare">The square root of the mean of their squares.</param>
/// <param name="ChangedSign">The share that changed sign, 0 being one of its own; 0 to 1.</param>
/// <param name="ChangedBand">The share that changed colour, 0 to 1; null where any of the figures has none.</param>
/// <param name="Significance">How far the mean is from 0; null under <see cref="MeanSignificance.Least"/> periods, and where all revisions are the same.</param>
public sealed record FigureRevisions(
    ImmutableArray<FigureRevision> Revisions,
    FixedPoint? Mean,
    FixedPoint? MeanAbsolute,
    FixedPoint? RootMeanSquare,
    FixedPoint? ChangedSign,
    FixedPoint? ChangedBand,
    MeanSignificance? Significance)
{
    private static readonly BigInteger SquaredOne = BigInteger.Pow(FixedPoint.One, 2);

    /// <summary>How many periods have both figures.</summary>
    public int Count => Revisions.Length;

    /// <summary>The revisions of one index, one for each period that has both figures.</summary>
    public static FigureRevisions Of(IEnumerable<FigureRevision> revisions)
    {
        ImmutableArray<FigureRevision> ordered = [.. revisions.OrderBy(r => r.From.Index.Period.FirstDay)];
        if (ordered.IsEmpty)
            return new FigureRevisions(ordered, null, null, null, null, null, null);
        long[] changes = [.. ordered.Select(r => (long)r.Change)];
        var squares = changes.Aggregate(BigInteger.Zero, (sum, c) => sum + (BigInteger)(c * c));
        return new FigureRevisions(
            ordered,
            Share(changes.Sum()),
            Share(changes.Sum(Math.Abs)),
            new FixedPoint((long)SquareRoot.OfQuotient(squares * SquaredOne, ordered.Length)),
            Share(ordered.Count(r => r.ChangedSign)),
            ordered.Any(r => r.ChangedBand is null) ? null : Share(ordered.Count(r => r.ChangedBand is true)),
            MeanSignificance.Of(changes));

        FixedPoint Share(long sum) => new(FixedPoint.Quotient(sum, FixedPoint.One, ordered.Length));
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>How indices of different size are made comparable before they are put together.</summary>
public enum Normalisation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Divided by the number of developments that count.</summary>
    PerDevelopment,

    /// <summary>Less the mean of the reference periods, divided by their standard deviation (that of a population).</summary>
    ZScore,

    /// <summary>(Value − least) ÷ (most − least) of the reference periods, kept within 0 and 1.</summary>
    MinMax,
}

/// <summary>How they are put together.</summary>
public enum Mean
{
    /// <summary>The sum of weight × value.</summary>
    Arithmetic,

    /// <summary>The product of value to the power of its weight; there is none where a value is 0 or less, and so it is not of z-scores.</summary>
    Geometric,
}

/// <summary>One number for the whole barometer, put together from the indices of relationships in one dimension.</summary>
/// <param name="Id">What lines of a replay name.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="Dimension">The dimension of the indices.</param>
/// <param name="Normalisation">How they are made comparable.</param>
/// <param name="From">First reference period, asked for or not; null for the first that is asked for.</param>
/// <param name="To">Last reference period, asked for or not; null for the last that is asked for.</param>
/// <param name="Mean">How they are put together.</param>
/// <param name="Parts">What goes in; the weights sum to 1.</param>
public sealed record Composite(
    string Id, string Reason, string Dimension, Normalisation Normalisation, PeriodId? From, PeriodId? To, Mean Mean, ImmutableArray<CompositePart> Parts);

/// <summary>An index that goes into a composite.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Weight">Above 0.</param>
/// <param name="Reversed">True where a lower value is the better one: its sign is turned before anything else.</param>
public sealed record CompositePart(string Relationship, FixedPoint Weight, bool Reversed);

using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>Which number of a rule set is uncertain.</summary>
public enum Varied
{
    /// <summary>The number of a rule that sets or scales: the one for all, or that of one word of its table.</summary>
    Number,

    /// <summary>The highest positive sum of a cap.</summary>
    CapPositive,

    /// <summary>The lowest negative sum of a cap.</summary>
    CapNegative,

    /// <summary>The limit of a saturation.</summary>
    Limit,

    /// <summary>The half-life of a level.</summary>
    HalfLife,

    /// <summary>The points of every development: its coder may have erred by one.</summary>
    Coder,
}

/// <summary>A number that is uncertain, declared so that it can be varied: by how much the result depends on it.</summary>
/// <param name="Id">What the answer names; unique in its rule set.</param>
/// <param name="Reason">Why it is uncertain, for a person.</param>
/// <param name="Varies">What varies.</param>
/// <param name="Rule">The rule whose number it is; null for <see cref="Varied.Coder"/>.</param>
/// <param name="Word">The word of the rule's table; null where the rule has one number for all.</param>
/// <param name="Distribution">What it may be.</param>
public sealed record Input(string Id, string Reason, Varied Varies, string? Rule, string? Word, Distribution Distribution);

/// <summary>What an uncertain number may be, and how likely. A draw is rounded half to even at the ninth decimal.</summary>
public abstract record Distribution;

/// <summary>Any value between two, alike.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The most.</param>
public sealed record Uniform(FixedPoint From, FixedPoint To) : Distribution;

/// <summary>Rising to the likeliest value and falling after it, in straight lines.</summary>
/// <param name="From">The least.</param>
/// <param name="Mode">The likeliest.</param>
/// <param name="To">The most.</param>
public sealed record Triangular(FixedPoint From, FixedPoint Mode, FixedPoint To) : Distribution;

/// <summary>Normal, cut off at bounds: a draw beyond them is drawn again.</summary>
/// <param name="Mean">Its mean before it is cut off.</param>
/// <param name="Deviation">Its standard deviation before it is cut off; above 0.</param>
/// <param name="From">The least; null for no bound.</param>
/// <param name="To">The most; null for no bound.</param>
public sealed record Normal(FixedPoint Mean, FixedPoint Deviation, FixedPoint? From, FixedPoint? To) : Distribution;

/// <summary>One of some values, each with its probability; they sum to 1.</summary>
/// <param name="Values">The values.</param>
public sealed record OneOf(ImmutableArray<Chance> Values) : Distribution;

/// <summary>A value and how likely it is.</summary>
/// <param name="Value">The value.</param>
/// <param name="Probability">Above 0, at most 1.</param>
public sealed record Chance(FixedPoint Value, FixedPoint Probability);

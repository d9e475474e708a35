using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>
/// What a rule does with the developments that it is about. In a rule set acts come in this order: those on a development's
/// value (and <see cref="Keep"/>), then <see cref="FileBy"/>, then those on sums (<see cref="Cap"/>, <see cref="Compare"/>), then
/// <see cref="Saturate"/>, then <see cref="Level"/>.
/// </summary>
public abstract record Act;

/// <summary>An act that depends on nothing but the development itself.</summary>
public abstract record ActOnValue : Act;

/// <summary>Takes the assigned points away: what no later rule gives a value is not coded, and is counted and named as that.</summary>
public sealed record SetAside : ActOnValue;

/// <summary>Gives a word of the classification where the record has none: a crosswalk from one scheme to another. Words are read as conditions read them; of several codes that are meant the most exact is taken.</summary>
/// <param name="As">The trait that is given: event type, mode or context.</param>
/// <param name="By">The trait that it is read from.</param>
/// <param name="Words">What each value of it means; a value that is not there gives nothing.</param>
public sealed record Classify(Trait As, Trait By, ImmutableSortedDictionary<string, string> Words) : ActOnValue;

/// <summary>Sets a value, in place of what it was. An unscored development is valued so too, in its relationship's first dimension unless another is named; not where its relationship does not have that.</summary>
/// <param name="Value">The value; above 0 it is the positive part, below 0 the negative, the other being 0.</param>
/// <param name="Part">The part that is set; with <see cref="Part.Both"/> the whole score.</param>
/// <param name="Dimension">For an unscored development: the dimension; null for the relationship's first.</param>
public sealed record Set(Amount Value, Part Part, string? Dimension) : ActOnValue;

/// <summary>Multiplies a value.</summary>
/// <param name="Factor">By what; 0 or more.</param>
/// <param name="Part">Which part.</param>
public sealed record Scale(Amount Factor, Part Part) : ActOnValue;

/// <summary>Keeps a value within bounds: the negative part not below the first, the positive part not above the second.</summary>
/// <param name="From">0 or less; null for no bound.</param>
/// <param name="To">0 or more; null for no bound.</param>
public sealed record Clamp(FixedPoint? From, FixedPoint? To) : ActOnValue;

/// <summary>Counts it nowhere, from here on.</summary>
public sealed record Exclude : ActOnValue;

/// <summary>Counts it in another dimension of its relationship; where that does not have the dimension, it is left as it is. What is scored in both counts there twice.</summary>
/// <param name="Dimension">Which.</param>
public sealed record MoveTo(string Dimension) : ActOnValue;

/// <summary>Which of several that are alike is kept.</summary>
public enum Kept
{
    /// <summary>The one of the earliest day; of several of one day that of the first relationship and the lowest reference.</summary>
    First,

    /// <summary>The one whose value is furthest from 0, both parts added without their signs, in any dimension; of several the first.</summary>
    Largest,

    /// <summary>All those of the highest level.</summary>
    HighestLevel,
}

/// <summary>What developments have in common that are taken together.</summary>
public enum Key
{
    /// <summary>The relationship.</summary>
    Relationship,

    /// <summary>The day on which it counts.</summary>
    Day,

    /// <summary>Who acts: names and countries, as recorded and so before pairing without direction.</summary>
    Source,

    /// <summary>Who is acted on.</summary>
    Target,

    /// <summary>The full CAMEO code.</summary>
    Cameo,

    /// <summary>The event type.</summary>
    EventType,

    /// <summary>The publisher's heading.</summary>
    Theme,

    /// <summary>The place.</summary>
    Place,

    /// <summary>The happening that linked developments tell; one that is linked with none is a happening of its own.</summary>
    Happening,
}

/// <summary>
/// Of developments that have something in common keeps one, or those of the highest level, and excludes the others. One of which
/// something of this is not said, or that is linked with none, has it in common with no other. What is excluded before keeps nothing out,
/// what has no value yet does.
/// </summary>
/// <param name="Per">What they have in common.</param>
/// <param name="Which">Which is kept.</param>
public sealed record Keep(ImmutableArray<Key> Per, Kept Which) : Act;

/// <summary>In which period a development counts by its dates.</summary>
public enum Filed
{
    /// <summary>The one of its earliest day.</summary>
    FirstDay,

    /// <summary>The one of its latest day.</summary>
    LastDay,

    /// <summary>The one with most of its days; of two the earlier.</summary>
    LargerShare,

    /// <summary>Each, by its share of the days; the last takes the remainder.</summary>
    ByDays,
}

/// <summary>
/// Proposes another period than the one filed under, in which it counts on the latest of its days there. A development without known days
/// stays where it is filed. Where several rules are about it, the last of them files it.
/// </summary>
/// <param name="By">By what.</param>
public sealed record FileBy(Filed By) : Act;

/// <summary>
/// Bounds the sums of a group in a period. What is cut off is a movement of the rule alone. Without groups and without a condition it is
/// the index itself that is bounded, as it stands after the rules before; any other cap bounds the sum of its developments, whatever other caps cut off of them, but cuts no more than is left of the index.
/// </summary>
/// <param name="Per">What makes a group beside relationship, dimension and period; without any, all that the rule is about, and without a condition too the index itself.</param>
/// <param name="Negative">The lowest negative sum, 0 or less; null for no bound.</param>
/// <param name="Positive">The highest positive sum, 0 or more; null for no bound.</param>
public sealed record Cap(ImmutableArray<Key> Per, FixedPoint? Negative, FixedPoint? Positive) : Act;

/// <summary>What is counted to compare periods.</summary>
public enum Counted
{
    /// <summary>Developments.</summary>
    Developments,

    /// <summary>Rows of evidence; where a count is unknown there is nothing to compare.</summary>
    Evidence,
}

/// <summary>
/// Compares a period with the one before ("reduced to five") and gives the index a value for it, by the rule alone. The barometer's first
/// period in which there is anything has none before it; from none to none there is nothing to compare.
/// </summary>
/// <param name="Count">What is counted.</param>
/// <param name="Dimension">The dimension that gets the value.</param>
/// <param name="Fewer">Where there are fewer than in the period before.</param>
/// <param name="Same">Where there are as many.</param>
/// <param name="More">Where there are more.</param>
public sealed record Compare(Counted Count, string Dimension, FixedPoint Fewer, FixedPoint Same, FixedPoint More) : Act;

/// <summary>
/// A development counts less the further the index is already in its direction: its part is multiplied by (limit − distance) ÷ limit, not
/// below 0; the product is rounded, then the quotient. Developments are taken by day, then by reference. Both parts of one see the same level.
/// </summary>
/// <param name="Limit">Where nothing more is added; above 0.</param>
public sealed record Saturate(FixedPoint Limit) : Act;

/// <summary>
/// Makes every index a level, whatever condition its rule has: what stood at the end of the period before goes on. It decays, each part
/// rounded, from one day on which a development counts to the next and to the last of the period, on which what rules post alone is added undiminished.
/// </summary>
/// <param name="HalfLife">Days in which half of it is gone, 1 to 36,500; null where nothing goes.</param>
public sealed record Level(FixedPoint? HalfLife) : Act;

using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>What a line of an index under rules tells.</summary>
public enum LineKind
{
    /// <summary>The points that editors assigned: the stored movements.</summary>
    Assigned,

    /// <summary>What a rule changed at developments.</summary>
    Rule,

    /// <summary>What a rule changed at a sum, by itself: a cap, a comparison, a saturation.</summary>
    RuleAlone,

    /// <summary>The level at the end of the period before.</summary>
    CarriedOver,

    /// <summary>What of the level was gone by the end of the period.</summary>
    Decay,
}

/// <summary>A line of an index under rules; the lines add up to it, exactly.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Rule">The rule; null for the points assigned.</param>
/// <param name="Positive">What it changes the positive sum by.</param>
/// <param name="Negative">What it changes the negative sum by.</param>
/// <param name="Developments">At how many developments; 0 for what is at no development.</param>
public sealed record Line(LineKind Kind, string? Rule, FixedPoint Positive, FixedPoint Negative, long Developments)
{
    /// <summary>What it changes the aggregate by.</summary>
    public FixedPoint Aggregate => Positive + Negative;
}

using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Comparing;

/// <summary>A step on the way from one value of an index to another; they are taken in this order.</summary>
public enum DifferenceStep
{
    /// <summary>From what was printed to what was recorded.</summary>
    Print,

    /// <summary>From the record as it was to the record as of the replay, under the rules compared with.</summary>
    Data,

    /// <summary>Without the rules compared with, the last first.</summary>
    Without,

    /// <summary>With the rules of the replay, in their order.</summary>
    With,
}

/// <summary>A line of a difference; the lines add up to it, exactly.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="RuleSet">Whose rule it is, as <c>name@version</c>; null where no rule is meant.</param>
/// <param name="Rule">The rule's id; null where no rule is meant.</param>
/// <param name="What">What it tells: a cause of movements, or a <see cref="LineKind"/>, in a word.</param>
/// <param name="Value">What it changes the index by.</param>
/// <param name="Developments">At how many developments; 0 for what is at no development.</param>
public sealed record DifferenceLine(DifferenceStep Step, string? RuleSet, string? Rule, string What, FixedPoint Value, long Developments);

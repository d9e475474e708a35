using System.Collections.Immutable;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays;

/// <summary>A line of a difference, as a replay answers it.</summary>
/// <param name="Step">Of which step.</param>
/// <param name="RuleSet">Whose rule it is, as <c>name@version</c>; absent where no rule is meant.</param>
/// <param name="Rule">The rule's id; absent where no rule is meant.</param>
/// <param name="What">What it tells, in a word.</param>
/// <param name="Value">What it changes the index by.</param>
/// <param name="Developments">At how many developments; 0 for what is at no development.</param>
/// <param name="At">These, where asked for; absent for what is at no development.</param>
public sealed record AnsweredLine(DifferenceStep Step, string? RuleSet, string? Rule, string What, FixedPoint Value, long Developments, ImmutableArray<LinePosting>? At)
{
    /// <summary>A line with the developments that it comes from.</summary>
    public static AnsweredLine Of(DifferenceLine line, ImmutableArray<LinePosting>? at) => new(line.Step, line.RuleSet, line.Rule, line.What, line.Value, line.Developments, at);
}

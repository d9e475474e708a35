using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>
/// Bounds sums. A cap for everything and without groups bounds the index as it stands then, earlier caps included; any other bounds
/// the sum of its developments in each of its groups.
/// </summary>
internal static class Capping
{
    /// <summary>True for a cap of the index as it stands.</summary>
    public static bool IsOfWhole(Rule rule) => rule.Act is Cap { Per.IsEmpty: true } && rule.When is All { Conditions.IsEmpty: true };

    /// <summary>What a cap changes sums by.</summary>
    public static (FixedPoint Above, FixedPoint Below) Excess(Cap cap, FixedPoint positive, FixedPoint negative) => (
        cap.Positive is { } most && positive > most ? most - positive : FixedPoint.Zero,
        cap.Negative is { } least && negative < least ? least - negative : FixedPoint.Zero);

    /// <summary>Posts what a cap cuts off from sums.</summary>
    public static void Cut(Accounts accounts, int period, int dimension, int rule, Cap cap, (FixedPoint Positive, FixedPoint Negative) sum)
    {
        var (above, below) = Excess(cap, sum.Positive, sum.Negative);
        if ((above, below) != (FixedPoint.Zero, FixedPoint.Zero))
            accounts[period, dimension].Post(Account.Rule(rule), above, below);
    }
}

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

    /// <summary>What a cap changes an index by: what its sums have too much, and no more than other caps have left of the index.</summary>
    public static (FixedPoint Above, FixedPoint Below) Excess(Cap cap, (FixedPoint Positive, FixedPoint Negative) sum, (FixedPoint Positive, FixedPoint Negative) left) => (
        cap.Positive is { } most && sum.Positive > most ? FixedPoint.Max(most - sum.Positive, -left.Positive) : FixedPoint.Zero,
        cap.Negative is { } least && sum.Negative < least ? FixedPoint.Min(least - sum.Negative, -left.Negative) : FixedPoint.Zero);

    /// <summary>Posts what a cap cuts off from sums.</summary>
    public static void Cut(Accounts accounts, int period, int dimension, int rule, Cap cap, (FixedPoint Positive, FixedPoint Negative) sum)
    {
        if (!(sum.Positive > cap.Positive) && !(sum.Negative < cap.Negative))
            return;
        var account = accounts[period, dimension];
        var (above, below) = Excess(cap, sum, account.Sum());
        account.Post(Account.Rule(rule), above, below);
    }
}

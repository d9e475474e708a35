using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>Refuses what cannot be held: under some rules a value may grow beyond what is counted in.</summary>
internal static class TooLarge
{
    /// <summary>What is computed under rules, or a refusal where a value grows too large.</summary>
    public static Decision<T> Refused<T>(RuleSet rules, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (AggregateException failed) when (failed.Flatten().InnerExceptions.All(e => e is OverflowException))
        {
            return Refuse(rules);
        }
        catch (OverflowException)
        {
            return Refuse(rules);
        }
    }

    private static Refusal Refuse(RuleSet rules) =>
        Refusal.Rule($"Under {rules.Pin} a value, or what is computed from values, grows beyond 9 billion, which is more than is counted in; look at what its rules scale and set.");
}

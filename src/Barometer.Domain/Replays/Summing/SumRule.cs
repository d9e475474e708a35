using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Summing;

/// <summary>A rule on what a period comes to, and not on single developments.</summary>
internal abstract class SumRule
{
    /// <summary>The rules on sums of a rule set, in their order.</summary>
    /// <param name="treatments">The treatments under it.</param>
    /// <param name="worths">What developments are worth, by their treatment.</param>
    /// <param name="begin">The place of the first period in which the barometer has anything.</param>
    public static SumRule[] Of(Treatments treatments, Worth[] worths, int begin)
    {
        var rules = treatments.Rules.Rules;
        return [.. Enumerable.Range(0, rules.Length).Select(place => rules[place].Act switch
        {
            Cap cap when Capping.IsOfWhole(rules[place]) => new WholeCap(place, cap, treatments.Dimensions.Length),
            Cap cap => new GroupCap(place, cap, treatments, worths),
            Compare compare => new PeriodComparison(place, compare, treatments, worths, begin),
            _ => default(SumRule),
        }).OfType<SumRule>()];
    }

    /// <summary>True for one that looks at the developments that are summed.</summary>
    public virtual bool AsksForMembers => true;

    /// <summary>Begins with a relationship.</summary>
    public virtual void Begin(Relationship relationship)
    {
    }

    /// <summary>Posts what it changes in a period; asked for every period, in their order.</summary>
    /// <param name="accounts">What is posted to.</param>
    /// <param name="period">The place of the period.</param>
    /// <param name="members">What counts there.</param>
    public abstract void Post(Accounts accounts, int period, ReadOnlySpan<Member> members);
}

using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Summing;

/// <summary>A cap of the index as it stands.</summary>
internal sealed class WholeCap(int rule, Cap cap, int dimensions) : SumRule
{
    /// <inheritdoc />
    public override bool AsksForMembers => false;

    /// <inheritdoc />
    public override void Post(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            if (accounts.IsOpen(period, dimension))
                Capping.Cut(accounts, period, dimension, rule, cap, accounts[period, dimension].Sum());
        }
    }
}

using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>A slip of paper in a tray: what somebody wants done, and how often its card had been written on then.</summary>
internal sealed record NaiveSlip(object Command, PeriodId? Period, NaiveCard? Card, int Written)
{
    public ProposalState? Became { get; set; }

    public ProposalState State => Became ?? (Card is null || Card.Written == Written ? ProposalState.Pending : ProposalState.Lapsed);
}

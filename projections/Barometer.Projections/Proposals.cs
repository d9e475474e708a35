using Barometer.Domain.Proposals;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>What was proposed, by whom and why, and was it approved or rejected? Whether it has lapsed is asked of its development.</summary>
public sealed class Proposals : SingleStreamProjection<Proposal, string>
{
    /// <summary>Follows the streams of proposals.</summary>
    public Proposals()
    {
        Name = "proposals";
        IncludeType<ChangeProposed>();
        IncludeType<ProposalApproved>();
        IncludeType<ProposalRejected>();
    }

    /// <inheritdoc />
    public override Proposal? Evolve(Proposal? snapshot, string id, IEvent e) => Proposal.Fold(snapshot, e.Data, e.Timestamp);
}

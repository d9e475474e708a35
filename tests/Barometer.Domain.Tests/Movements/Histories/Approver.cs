using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Developments;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>Who is asked before a closed period changes: takes what was proposed through the real decisions, and tells the tray.</summary>
internal sealed class Approver(InMemoryRecord record, NaiveModel naive)
{
    /// <summary>True where the approver has to be asked, who then has a proposal; otherwise nothing was done.</summary>
    public bool IsAsked(object command, string relationship, DevelopmentEvent[] changes, params Period[] periods)
    {
        if (!Proposing.IsNeeded(changes, Given.Settings, periods))
            return false;
        var earlier = record.Proposals.Count(p => p.ProposalId.Subject == ProposalId.SubjectOf(changes[0]));
        var proposed = Proposing.Propose(command, relationship, changes[0], earlier + 1);
        record.Append(proposed.Proposal, proposed);
        return true;
    }

    /// <summary>The refusal, or null when the step was accepted, or nothing was proposed yet.</summary>
    public Refusal? Take(Step step) =>
        record.Proposals.Count == 0 ? null : step.Act == Act.Approve ? Approve(step, Chosen(step)) : Reject(step, Chosen(step));

    private Refusal? Approve(Step step, int slip)
    {
        var proposal = record.Proposals[slip];
        if (!Approving.Decide(new ApproveProposal(proposal.ProposalId, ActorOf(step)), proposal, GroundOf(proposal)).Accepted(out var approved, out var refusal))
            return refusal;
        record.Append(proposal.ProposalId, approved.Approval);
        record.Append(proposal.Relationship, approved.Change);
        naive.Approve(slip, approved.Change.Reference);
        return null;
    }

    private Refusal? Reject(Step step, int slip)
    {
        var proposal = record.Proposals[slip];
        if (!Rejecting.Decide(new RejectProposal(proposal.ProposalId, ActorOf(step), step.Manner.Reason), proposal, GroundOf(proposal).Development).Accepted(out var rejected, out var refusal))
            return refusal;
        record.Append(proposal.ProposalId, rejected);
        naive.Reject(slip);
        return null;
    }

    private Ground GroundOf(Proposal proposal) => Ground.Of(
        proposal,
        Given.Settings,
        proposal.Reference is { } reference ? record.Developments[reference.ToString()] : null,
        record.Periods.Values.ToDictionary(p => p.PeriodId),
        record.NumberingOf(proposal.Relationship));

    // Mostly one that can still be decided, and by whoever made it now and then.
    private int Chosen(Step step)
    {
        int[] pending = [.. Enumerable.Range(0, record.Proposals.Count).Where(i => record.StateOf(record.Proposals[i]) == ProposalState.Pending)];
        return pending is [] || step.Other % 5 == 0 ? step.Development % record.Proposals.Count : pending[step.Development % pending.Length];
    }

    private static string ActorOf(Step step) => (step.Other % 4) switch { 0 => "ales", 1 => "ina", _ => "vera" };
}

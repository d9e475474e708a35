using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Proposals;

public class ApprovingTests
{
    private static readonly Development Scored = Given.Scored();
    private static readonly Proposal Proposed = Change.Proposed(Scored);

    [Fact]
    public void An_approved_change_is_by_who_proposed_it_and_says_who_approved_it()
    {
        var (approval, change) = Approve(Proposed, Change.On(Scored)).ShouldBeAccepted();

        change.ShouldBeOfType<PointsAmended>().To.ShouldBe(SmallBarometer.Points(1));
        (change.Revision, change.Actor, change.ApprovedBy, change.Reason, change.ReasonKind).ShouldBe((2, "ales", "vera", "misread", ReasonKind.Error));
        approval.ShouldBe(new ProposalApproved(Proposed.ProposalId, Scored.Reference, 2, "vera"));
        Proposed.State(Scored).ShouldBe(ProposalState.Pending);
        var approved = Proposed.After(approval);
        (approved.State(Scored.After(change)), approved.ApprovedBy, approved.Made).ShouldBe((ProposalState.Approved, "vera", 2));
    }

    [Theory]
    [InlineData("ales")]
    [InlineData("Ales")]
    [InlineData(" ales ")]
    public void Nobody_approves_his_own(string actor) =>
        Approving.Decide(new ApproveProposal(Proposed.ProposalId, actor), Proposed, Change.On(Scored)).ShouldBeRefused(RefusalKind.Rule, "somebody else approves it", "[approve RU-12-001.1.1]");

    [Fact]
    public void Nobody_approves_what_he_proposed_under_another_name() =>
        Approving.Decide(new ApproveProposal(Proposed.ProposalId, "vera") { AlsoActsAs = ["*vera", "ales"] }, Proposed, Change.On(Scored))
            .ShouldBeRefused(RefusalKind.Rule, "vera, as ales, proposed RU-12-001.1.1; somebody else approves it");

    [Fact]
    public void A_proposal_lapses_with_the_revision_that_it_was_made_on_whatever_the_next_one_is()
    {
        var noted = Scored.After(Noting.Decide(Scored.Note() with { Actor = "ina" }, Scored).ShouldBeAccepted());

        Proposed.State(noted).ShouldBe(ProposalState.Lapsed);
        Approve(Proposed, Change.On(noted)).ShouldBeRefused(RefusalKind.Conflict, "has lapsed", "at revision 2, made by ina", "on revision 1", "[propose-again RU-12-001.1.1]");
    }

    [Fact]
    public void Of_two_proposals_on_one_revision_the_other_lapses_when_one_is_approved()
    {
        var other = Change.Proposed(Scored, points: -1);
        var after = Scored.After(Approve(Proposed, Change.On(Scored)).ShouldBeAccepted().Change);

        other.State(after).ShouldBe(ProposalState.Lapsed);
        Approve(other, Change.On(after)).ShouldBeRefused(RefusalKind.Conflict, "made by ales");
    }

    [Fact]
    public void What_was_approved_is_not_approved_again()
    {
        var (approval, change) = Approve(Proposed, Change.On(Scored)).ShouldBeAccepted();
        Approve(Proposed.After(approval), Change.On(Scored.After(change))).ShouldBeRefused(RefusalKind.Rule, "approved already, by vera", "revision 2 of RU-12-001");
    }

    [Fact]
    public void What_was_rejected_is_not_approved()
    {
        var rejected = Proposed.After(new ProposalRejected(Proposed.ProposalId, "ina", "the source stands"));
        Approve(rejected, Change.On(Scored)).ShouldBeRefused(RefusalKind.Rule, "rejected by ina: the source stands", "[propose-again RU-12-001.1.1]");
    }

    [Fact]
    public void A_new_development_gets_the_reference_that_is_next_when_it_is_approved()
    {
        var proposed = Change.ProposedNew();

        var (approval, change) = Approve(proposed, Change.OnNew(ordinal: 7)).ShouldBeAccepted();

        var scored = change.ShouldBeOfType<DevelopmentScored>();
        (scored.Reference.ToString(), scored.Revision, scored.Actor, scored.ApprovedBy).ShouldBe(("RU-12-007", 1, "ales", "vera"));
        var approved = proposed.After(approval);
        (approved.Reference, approved.Made, approved.State(Development.Fold(state: null, scored))).ShouldBe((scored.Reference, 1, ProposalState.Approved));
    }

    [Fact]
    public void The_command_is_decided_anew_on_what_stands_now()
    {
        // Proposed while the period was open, where no reason is needed; it has closed meanwhile.
        var settings = Given.Settings with { TwoPersons = TwoPersons.EveryPeriod };
        var decided = Amending.Decide(Scored.Amend(1), Scored, settings, Given.Open()).ShouldBeAccepted();
        var proposed = Proposal.Fold(state: null, Proposing.Propose(Scored.Amend(1), "russia", decided, ordinal: 1), DateTimeOffset.UnixEpoch);

        Approve(proposed, new Ground(settings, Given.Open()) { Development = Scored }).ShouldBeAccepted();
        Approve(proposed, new Ground(settings, Change.Closed) { Development = Scored })
            .ShouldBeRefused(RefusalKind.Rule, "cannot be approved as it was proposed", "closed by vera", "names its reason", "[propose-again RU-12-001.1.1]");
    }

    [Fact]
    public void Every_kind_of_change_can_be_approved()
    {
        var (withdrawn, unscored, to) = (Given.Withdrawn(), Given.Unscored(), Given.Open(SmallBarometer.Issue13));
        Approved(Scored.Withdraw(), Scored).ShouldBeOfType<DevelopmentWithdrawn>();
        Approved(withdrawn.Reinstate(), withdrawn).ShouldBeOfType<DevelopmentReinstated>();
        Approved(unscored.Give(2), unscored).ShouldBeOfType<PointsGiven>();
        Approved(Scored.Redate(PrintedDate.Unknown("-")), Scored).ShouldBeOfType<DevelopmentRedated>();
        Approved(Scored.Refile(to.PeriodId), Scored).ShouldBeOfType<DevelopmentRefiled>().To.Period.ShouldBe(to.PeriodId);

        DevelopmentEvent Approved(DevelopmentCommand command, Development d)
        {
            var ground = Change.On(d) with { To = to };
            command = command.After(ReasonKind.Error, "misread");
            var change = ProposedCommand.Of(command).DecideOn(ground).ShouldBeAccepted();
            var proposal = Proposal.Fold(state: null, Proposing.Propose(command, d.Relationship, change, ordinal: 1), DateTimeOffset.UnixEpoch);
            var approved = Approve(proposal, ground).ShouldBeAccepted().Change;
            approved.ShouldBe(change with { ApprovedBy = "vera" });
            return approved;
        }
    }

    private static Decision<ApprovedChange> Approve(Proposal proposal, Ground now) => Approving.Decide(new ApproveProposal(proposal.ProposalId, "vera"), proposal, now);
}

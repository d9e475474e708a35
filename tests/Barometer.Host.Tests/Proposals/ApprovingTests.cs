using System.Text.Json;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Movements;
using Barometer.Host.Periods;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Proposals;

public sealed class ApprovingTests(Server server)
{
    [Fact]
    public async Task An_approved_change_is_in_the_record_with_its_approval_and_says_both_names_and_the_snapshot_stands()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var closing = (await Snapshot(record))!;
        var before = await record.Now();
        var proposal = await record.Propose(ClosedRecord.Amend(reference));

        var approved = (await record.Approve(proposal.Id)).Expected();

        approved.Changes.Single().ShouldBe(new RecordedChange(reference, 2, "points_amended", "russia", 3));
        var movement = (await record.Read(async s => await MovementReading.Between(s, before, await AsOfNow(s), TestContext.Current.CancellationToken))).Single();
        (movement.Actor, movement.ApprovedBy, movement.Reason, movement.ReasonKind, movement.Positive).ShouldBe(("anna", "vera", "misread", ReasonKind.Error, -2));
        (await record.Ask<string>("select data ->> 'actor' || ' ' || (data ->> 'approvedBy') || ' ' || user_name from barometer.mt_events where type = 'points_amended'")).ShouldBe("anna vera vera");
        (await record.Ask<string>("select stream_id || ' ' || version from barometer.mt_events where type = 'proposal_approved'")).ShouldBe("proposal/RU-12-001.1.1 2");
        (await record.Index("russia")).Aggregate.ShouldBe(1);
        Said((await Snapshot(record))!).ShouldBe(Said(closing));
        IndexFigure[] then = [.. await record.Read(s => IndexReading.AsOf(s, closing.Positions, TestContext.Current.CancellationToken))];
        then.Single().Aggregate.ShouldBe(3);
    }

    [Fact]
    public async Task Nobody_approves_his_own_and_whoever_proposed_it_takes_it_back()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var before = await record.Figures();
        var proposal = await record.Propose(ClosedRecord.Amend(reference));

        (await record.Approve(proposal.Id, "anna")).Refusal!.Sentence.ShouldContain("somebody else approves it");
        (await record.StateOf(proposal.Id)).ShouldBe(ProposalState.Pending);
        (await record.Reject(proposal.Id, "anna", "I was wrong")).Expected();

        var rejected = (await record.Proposals()).Single();
        (rejected.State, rejected.RejectedBy, rejected.RejectedBecause, rejected.Indices.Length).ShouldBe((ProposalState.Rejected, "anna", "I was wrong", 0));
        (await record.Approve(proposal.Id)).Refusal!.Sentence.ShouldContain("rejected by anna: I was wrong");
        (await record.Reject(proposal.Id)).Refusal!.Kind.ShouldBe(RefusalKind.Rule);
        (await record.Figures()).ShouldBe(before);
    }

    [Fact]
    public async Task A_rejection_says_why()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var proposal = await record.Propose(ClosedRecord.Amend(reference));

        (await record.Reject(proposal.Id, reason: " ")).Refusal!.Remedy!.Kind.ShouldBe(RemedyKind.GiveReason);
    }

    [Fact]
    public async Task A_proposal_lapses_when_the_development_has_another_revision_and_says_whose()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var proposal = await record.Propose(ClosedRecord.Amend(reference));
        (await record.Proposals(pending: true)).Single().Indices.ShouldBe(proposal.Indices);

        (await record.Send<Recorded>(ClosedRecord.Note(reference))).Expected();

        (await record.StateOf(proposal.Id)).ShouldBe(ProposalState.Lapsed);
        (await record.Proposals(pending: true)).ShouldBeEmpty();
        var refusal = (await record.Approve(proposal.Id)).Refusal!;
        (refusal.Kind, refusal.Remedy!.Kind).ShouldBe((RefusalKind.Conflict, RemedyKind.ProposeAgain));
        refusal.Sentence.ShouldContain("RU-12-001 is at revision 2, made by carla");
        (await record.Reject(proposal.Id)).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await record.Index("russia")).Aggregate.ShouldBe(3);
        (await record.Propose(ClosedRecord.Amend(reference))).Id.ToString().ShouldBe("RU-12-001.2.1");
    }

    [Fact]
    public async Task Two_new_developments_proposed_get_their_references_in_the_order_in_which_they_are_approved()
    {
        var (record, _) = await server.NewClosedRecord();
        await using var disposed = record;
        var (first, second) = (await record.Propose(ClosedRecord.Late(1)), await record.Propose(ClosedRecord.Late(2)));
        (first.Id.ToString(), second.Id.ToString()).ShouldBe(("RU-12-NEW.1", "RU-12-NEW.2"));

        (await record.Approve(second.Id)).Expected().Changes[0].Reference.ToString().ShouldBe("RU-12-002");
        (await record.Approve(first.Id)).Expected().Changes[0].Reference.ToString().ShouldBe("RU-12-003");

        (await record.Proposals()).Select(p => (p.Reference!.ToString(), p.Made, p.ApprovedBy)).ShouldBe([("RU-12-003", 1, "vera"), ("RU-12-002", 1, "vera")]);
        (await record.Index("russia")).Developments.ShouldBe(3);
    }

    [Fact]
    public async Task A_proposal_that_is_not_there_is_not_found()
    {
        var (record, _) = await server.NewClosedRecord();
        await using var disposed = record;
        (await record.Approve(new ProposalId("RU-12-001.1", 9))).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await record.Reject(new ProposalId("RU-12-NEW", 1))).Refusal!.Sentence.ShouldBe("There is no proposal RU-12-NEW.1.");
    }

    [Fact]
    public async Task Proposals_stay_in_their_barometer()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        await record.Declared("vilnius");
        var proposal = await record.Propose(ClosedRecord.Amend(reference));

        (await record.Send<Recorded>(new ApproveProposal(proposal.Id, "vera"), "vilnius")).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await record.Read(s => Host.Proposals.Listing.Answer(s, new Host.Proposals.ProposalQuestion(Pending: false), TestContext.Current.CancellationToken), "vilnius")).Expected().ShouldBeEmpty();
    }

    private static async Task<Positions> AsOfNow(Marten.IQuerySession session) =>
        (await AsOf.Resolve(session, moment: null, period: null, TestContext.Current.CancellationToken)).Expected();

    private static Task<PeriodClosed?> Snapshot(EmptyRecord record) =>
        record.Read(s => SnapshotReading.Of(s, EmptyRecord.Period, TestContext.Current.CancellationToken));

    private static string Said<T>(T answer) => JsonSerializer.Serialize(answer, RecordJson.Options);
}

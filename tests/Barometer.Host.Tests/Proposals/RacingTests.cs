using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Proposals;

public sealed class RacingTests(Server server)
{
    private const int Doors = 8;
    private const int Rounds = 6;

    [Fact]
    public async Task Of_eight_who_approve_at_once_one_does_and_the_others_are_told_who()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var proposal = await record.Propose(ClosedRecord.Amend(reference));

        var decisions = await AtOnce(door => record.Approve(proposal.Id, $"approver-{door}"));

        decisions.Count(d => d.Refusal is null).ShouldBe(1);
        var approver = (await record.Proposals()).Single().ApprovedBy!;
        decisions.Where(d => d.Refusal is not null).ShouldAllBe(d => d.Refusal!.Sentence.Contains($"approved already, by {approver}"));
        (await record.Count("points_amended")).ShouldBe(1);
        (await record.Count("proposal_approved")).ShouldBe(1);
        (await record.Index("russia")).ShouldBe(new("russia", "development", EmptyRecord.Period, 1, 0, 1));
    }

    [Fact]
    public async Task Of_eight_approvals_and_rejections_at_once_one_counts()
    {
        var (record, _) = await server.NewClosedRecord();
        await using var disposed = record;
        for (var round = 0; round < Rounds; round++)
        {
            var proposal = await record.Propose(ClosedRecord.Late());
            var accepted = await AtOnce(async door => door % 2 == 0
                ? (await record.Approve(proposal.Id, $"approver-{door}")).Refusal is null
                : (await record.Reject(proposal.Id, $"approver-{door}")).Refusal is null);

            accepted.Count(a => a).ShouldBe(1);
        }

        (await record.Count("proposal_approved,proposal_rejected")).ShouldBe(Rounds);
        (await record.Count("development_scored")).ShouldBe(1 + await record.Count("proposal_approved"));
        (await record.Index("russia")).Developments.ShouldBe((int)(1 + await record.Count("proposal_approved")));
    }

    [Fact]
    public async Task An_approval_beside_another_revision_wins_or_finds_the_proposal_lapsed_and_never_both()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var won = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var current = (await record.Read(s => s.LoadAsync<Development>(reference.ToString())))!;
            var proposal = await record.Propose(ClosedRecord.Amend(reference, current.Points!.Single().Positive == 1 ? 2 : 1));
            var approving = Task.Run(() => record.Approve(proposal.Id));
            var noting = Task.Run(() => record.Send<Recorded>(ClosedRecord.Note(reference) with { Revision = current.Revision }));
            var (approved, noted) = (await approving, await noting);

            (approved.Refusal is null).ShouldBe(noted.Refusal is not null);
            (approved.Refusal ?? noted.Refusal)!.Kind.ShouldBe(RefusalKind.Conflict);
            (await record.StateOf(proposal.Id)).ShouldBe(approved.Refusal is null ? ProposalState.Approved : ProposalState.Lapsed);
            (await record.Read(s => s.LoadAsync<Development>(reference.ToString())))!.Revision.ShouldBe(current.Revision + 1);
            won += approved.Refusal is null ? 1 : 0;
        }

        (await record.Count("points_amended")).ShouldBe(won);
        (await record.Count("development_noted")).ShouldBe(Rounds - won);
    }

    [Fact]
    public async Task Of_eight_proposals_on_one_revision_made_and_approved_at_once_each_has_a_name_of_its_own_and_one_counts()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;

        var proposals = await AtOnce(door => record.Propose(ClosedRecord.Amend(reference, door % 2, $"writer-{door}")));
        proposals.Select(p => p.Id.ToString()).ShouldBe(Enumerable.Range(1, Doors).Select(n => $"RU-12-001.1.{n}"), ignoreOrder: true);
        var decisions = await AtOnce(door => record.Approve(proposals[door].Id));

        decisions.Count(d => d.Refusal is null).ShouldBe(1);
        decisions.Where(d => d.Refusal is not null).ShouldAllBe(d => d.Refusal!.Kind == RefusalKind.Conflict);
        (await record.Proposals()).Select(p => p.State).ShouldBe(Enumerable.Repeat(ProposalState.Lapsed, Doors - 1).Append(ProposalState.Approved), ignoreOrder: true);
        (await record.Count("points_amended")).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_beside_a_closing_is_in_the_snapshot_or_is_proposed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var record = await (await server.NewRecord()).Declared();
            var reference = await record.Score("russia", 3);
            var amending = Task.Run(() => record.Send<Recorded>(ClosedRecord.Amend(reference)));
            var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
            var amended = (await amending).Expected();

            closed.Figures.Single(f => f.Relationship == "russia").Positive.ShouldBe(amended.Proposal is null ? 1 : 3);
            (await record.Index("russia")).Positive.ShouldBe(amended.Proposal is null ? 1 : 3);
        }
    }

    [Fact]
    public async Task Eight_doors_at_once_with_one_key_propose_once_approve_once_and_reject_once()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;

        var proposed = await OneAnswer(() => record.Send<Recorded>(ClosedRecord.Amend(reference), key: "propose"));
        await OneAnswer(() => record.Approve(proposed.Proposal!.Id, key: "approve"));
        var other = await record.Propose(ClosedRecord.Late());
        await OneAnswer(() => record.Reject(other.Id, key: "reject"));

        (await record.Count("change_proposed")).ShouldBe(2);
        (await record.Count("proposal_approved")).ShouldBe(1);
        (await record.Count("proposal_rejected")).ShouldBe(1);
        (await record.Count("points_amended")).ShouldBe(1);
        (await record.Approve(other.Id, key: "approve")).Refusal!.Sentence.ShouldContain("was used for another command");
    }

    private static async Task<T> OneAnswer<T>(Func<Task<Decision<T>>> send)
    {
        var decisions = await AtOnce(_ => send());
        decisions.Select(d => JsonSerializer.Serialize(d.Expected(), RecordJson.Options)).Distinct().ShouldHaveSingleItem();
        return decisions[0].Expected();
    }

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, Doors).Select(door => Task.Run(() => act(door))));
}

using System.Collections.Concurrent;
using Barometer.Domain.Developments;
using Barometer.Domain.Proposals;
using Barometer.Domain.Tests.Movements.Histories;
using Act = Barometer.Domain.Tests.Movements.Histories.Act;

namespace Barometer.Domain.Tests.Proposals;

/// <summary>Nobody moves a closed period alone, whatever editors and approvers do one after the other.</summary>
public class ProposalProperties(ITestOutputHelper output)
{
    [Fact]
    public void What_moves_a_closed_period_was_done_by_one_person_and_approved_by_another() => output.HoldFor(history =>
    {
        foreach (var closed in history.Record.Closings)
        {
            history.Record.Movements.Where(m => m.Period == closed.Period && m.Place.Position > closed.Positions[m.Place.Relationship])
                .ShouldAllBe(m => m.ApprovedBy != null && m.ApprovedBy != m.Actor);
        }
    });

    [Fact]
    public void Nothing_moves_and_no_revision_is_made_when_something_is_proposed_or_rejected() => output.HoldFor(history =>
    {
        foreach (var (before, after) in history.Moments.Zip(history.Moments.Skip(1)))
        {
            if (after.Proposals > before.Proposals || after.Step!.Act == Act.Reject)
                after.Positions.ShouldBe(before.Positions);
        }
    });

    [Fact]
    public void An_approval_makes_one_revision_and_whoever_is_refused_none() => output.HoldFor(history =>
    {
        foreach (var (before, after) in history.Moments.Zip(history.Moments.Skip(1)).Where(m => m.Second.Step!.Act == Act.Approve && m.Second.Proposals > 0))
        {
            var revisions = after.Positions.ByRelationship.Sum(p => p.Value - before.Positions[p.Key]);
            revisions.ShouldBe(after.Refusal is null ? 1 : 0, $"{after.Step}");
        }
    });

    [Fact]
    public void Every_proposal_stands_as_its_slip_in_the_tray() => output.HoldFor(history =>
        history.Record.Proposals.Select(history.Record.StateOf).ShouldBe(history.Last.Tray));

    [Fact]
    public void Revisions_that_somebody_approved_and_approved_proposals_are_the_same_one_for_one() => output.HoldFor(history =>
    {
        var approved = history.Record.Proposals.Where(p => p.ApprovedBy is not null).Select(p => (p.Reference!.Value, p.Made!.Value, p.ProposedBy, p.ApprovedBy));
        var revisions = history.Record.Events.Select(e => e.Read()).OfType<DevelopmentEvent>().Where(e => e.ApprovedBy is not null).Select(e => (e.Reference, e.Revision, e.Actor, e.ApprovedBy));
        approved.ToHashSet().SetEquals(revisions.ToHashSet()).ShouldBeTrue();
        approved.ShouldBeUnique();
    });

    [Fact]
    public void Names_of_proposals_are_given_once_and_those_on_one_revision_are_1_2_3_without_a_gap() => output.HoldFor(history =>
    {
        history.Record.Proposals.Select(p => p.ProposalId).ShouldBeUnique();
        foreach (var subject in history.Record.Proposals.GroupBy(p => p.ProposalId.Subject))
            subject.Select(p => p.ProposalId.Ordinal).ShouldBe(Enumerable.Range(1, subject.Count()));
    });

    [Fact]
    public void Histories_have_proposals_of_every_state()
    {
        var states = new ConcurrentDictionary<ProposalState, int>();
        output.HoldFor(history =>
        {
            foreach (var state in history.Last.Tray)
                states.AddOrUpdate(state, 1, (_, count) => count + 1);
        });

        foreach (var state in Enum.GetValues<ProposalState>())
        {
            output.WriteLine($"{state}: {states.GetValueOrDefault(state)}");
            // Properties over histories without them would hold of anything.
            states.GetValueOrDefault(state).ShouldBeGreaterThan((int)(HistoryProperties.Number / 20), $"{state}");
        }
    }
}

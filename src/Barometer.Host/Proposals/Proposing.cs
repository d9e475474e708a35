using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Proposals;
using Barometer.Host.Movements;

namespace Barometer.Host.Proposals;

/// <summary>What is done with a command that nobody goes through with alone.</summary>
internal static class Proposing
{
    /// <summary>True where what a command comes to has to be approved by somebody else.</summary>
    public static bool IsNeeded(Outcome outcome, Excerpt excerpt) =>
        Domain.Proposals.Proposing.IsNeeded(outcome.Events, excerpt.Settings, excerpt.Periods.Values);

    /// <summary>The first event of a proposal, in a stream of its own, and what it would do.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="change">What it comes to: whatever moves a figure is of one development.</param>
    /// <param name="excerpt">What it was decided on.</param>
    /// <param name="ordinal">1 for the first proposal on the same subject.</param>
    public static (Appended Event, Recorded Answer) Propose(object command, DevelopmentEvent change, Excerpt excerpt, int ordinal)
    {
        var relationship = (change as DevelopmentRecorded)?.Relationship ?? excerpt.Developments[change.Reference].Relationship;
        var proposed = Domain.Proposals.Proposing.Propose(command, relationship, change, ordinal);
        var would = new RecordedProposal(proposed.Proposal, excerpt.Moved(Posting.Of(change, Nowhere(relationship))), excerpt.AsOf([relationship]), excerpt.ClosedPeriodsOf([change]));
        return (new Appended(proposed.Proposal.Stream, proposed) { Starts = typeof(Proposal) }, new Recorded([], []) { Proposal = would });
    }

    /// <summary>What a change would do to the indices as they stand.</summary>
    public static async Task<IEnumerable<IndexChange>> WouldMove(IQuerySession session, string relationship, DevelopmentEvent change, CancellationToken cancellation) =>
        IndexChange.Of(Posting.Of(change, Nowhere(relationship)), await IndexReading.Now(session, relationship, cancellation));

    private static RecordPlace Nowhere(string relationship) => new(relationship, Position: 0, Sequence: 0, RecordedAt: default);
}

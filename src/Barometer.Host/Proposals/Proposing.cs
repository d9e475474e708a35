using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Host.Store;

namespace Barometer.Host.Proposals;

/// <summary>Where every command on developments ends: what it decided is recorded, or is proposed where nobody does that alone.</summary>
internal static class Proposing
{
    private const string Earlier = $"select count(*) from {RecordStore.Schema}.mt_doc_proposal where tenant_id = ? and id like ?";

    /// <summary>Records what was decided, or proposes it, under the lock of the relationship's stream.</summary>
    /// <param name="transaction">The command's transaction.</param>
    /// <param name="command">What was asked.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="periods">The periods that the developments are filed under.</param>
    /// <param name="changes">What was decided, each with the relationship whose development it is of.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<Recorded>> RecordOrPropose(
        this RecordTransaction transaction,
        object command,
        Settings settings,
        ImmutableArray<Period> periods,
        ImmutableArray<(string Relationship, DevelopmentEvent Event)> changes,
        CancellationToken cancellation)
    {
        var others = changes.SelectMany(c => Posting.PeriodsOf(c.Event)).Except(periods.Select(p => p.PeriodId)).Select(p => p.Stream).ToArray();
        if (others.Length > 0)
            periods = [.. periods, .. await transaction.Session.LoadManyAsync<Period>(cancellation, others)];
        // Whatever posts is of one development.
        return Domain.Proposals.Proposing.IsNeeded(changes.Select(c => c.Event), settings, periods)
            ? await transaction.Propose(command, changes[0].Relationship, changes[0].Event, cancellation)
            : await transaction.RecordAndAnswer(changes, cancellation);
    }

    /// <summary>What a change would do to the indices as they stand.</summary>
    public static Task<ImmutableArray<IndexChange>> WouldMove(IQuerySession session, string relationship, DevelopmentEvent change, CancellationToken cancellation) =>
        RecordingDevelopments.Moved(session, Posting.Of(change, new RecordPlace(relationship, Position: 0, Sequence: 0, RecordedAt: default)), cancellation);

    private static async Task<Decision<Recorded>> Propose(this RecordTransaction transaction, object command, string relationship, DevelopmentEvent change, CancellationToken cancellation)
    {
        var session = transaction.Session;
        var earlier = await session.AdvancedSql.QueryAsync<int>(Earlier, cancellation, session.TenantId, $"{ProposalId.Streams}{ProposalId.SubjectOf(change)}.%");
        var proposed = Domain.Proposals.Proposing.Propose(command, relationship, change, earlier[0] + 1);
        session.Events.StartStream<Proposal>(proposed.Proposal.Stream, proposed);
        var would = await WouldMove(session, relationship, change, cancellation);
        return await transaction.Commit(new Recorded([], []) { Proposal = new RecordedProposal(proposed.Proposal, would) }, cancellation);
    }
}

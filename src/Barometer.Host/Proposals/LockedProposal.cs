using Barometer.Domain.Proposals;

namespace Barometer.Host.Proposals;

/// <summary>A proposal that nobody else can decide meanwhile, and what stands meanwhile of all that it is about.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Ground">What stands.</param>
internal sealed record LockedProposal(Proposal Proposal, GroundReading Ground)
{
    /// <summary>Locks the stream of the proposal's relationship and reads, or refuses where there is no such proposal.</summary>
    public static async Task<Decision<LockedProposal>> Of(RecordTransaction transaction, ProposalId id, CancellationToken cancellation)
    {
        var session = transaction.Session;
        if (!(await transaction.Settings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (await session.LoadAsync<Proposal>(id.Stream, cancellation) is not { } before)
            return id.Missing();
        await transaction.Lock([before.Relationship], cancellation);
        var proposal = (await session.LoadAsync<Proposal>(id.Stream, cancellation))!;
        return new LockedProposal(proposal, await GroundReading.Of(session, settings, [proposal], cancellation));
    }
}

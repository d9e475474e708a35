using System.Collections.Concurrent;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Record;

/// <summary>Writers who score, amend, withdraw and propose, their own developments and each other's, on revisions that they saw.</summary>
internal sealed class MixedWriters(EmptyRecord record, string[] relationships)
{
    private const int Writers = 16;
    private const int Turns = 12;

    private readonly ConcurrentBag<(Reference Reference, int Revision)> _seen = [];

    /// <summary>What each command came to.</summary>
    public ConcurrentBag<(string Actor, Decision<Recorded> Decision)> Outcomes { get; } = [];

    /// <summary>Writes, and closes the period when some are recorded.</summary>
    public async Task<PeriodClosed> WriteWhileOneCloses()
    {
        var begun = new TaskCompletionSource();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(writer, begun))).ToArray();
        await begun.Task;
        var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "vera"))).Expected();
        await Task.WhenAll(writing);
        return closed;
    }

    private async Task Write(int writer, TaskCompletionSource begun)
    {
        var actor = $"writer-{writer}";
        for (var turn = 0; turn < Turns; turn++)
        {
            var decision = await record.Send<Recorded>(Next(writer, turn, actor), key: $"{actor} {turn}");
            Outcomes.Add((actor, decision));
            // What is proposed, since the period is closed, somebody else approves; it may have lapsed by then.
            if (decision.Accepted(out var proposed, out _) && proposed.Proposal is { } proposal)
            {
                decision = await record.Send<Recorded>(new ApproveProposal(proposal.Id, "approver"), key: $"{actor} {turn} approved");
                Outcomes.Add((actor, decision));
            }

            if (decision.Accepted(out var recorded, out _))
                _seen.Add((recorded.Changes[0].Reference, recorded.Changes[0].Revision));
            if (turn == 3)
                begun.TrySetResult();
        }
    }

    // Every other writer gives no kind of reason: he is refused once the period is closed.
    private object Next(int writer, int turn, string actor)
    {
        var kind = writer % 2 == 0 ? ReasonKind.Error : (ReasonKind?)null;
        var scored = EmptyRecord.Scored(relationships[(writer + turn) % relationships.Length], ((writer + turn) % 7) - 3, actor);
        // A closing asks whether two of like titles are one.
        scored = scored with { AfterClosing = kind is not null, Reason = "late", ReasonKind = kind, Particulars = scored.Particulars with { Title = $"{Guid.NewGuid()}" } };
        if (turn % 3 == 0 || !_seen.TryTake(out var seen))
            return scored;
        return turn % 3 == 1
            ? new AmendPoints { Reference = seen.Reference, Revision = seen.Revision, Points = Points.Of("development", (seen.Revision + writer) % 4), Actor = actor, Reason = "misread", ReasonKind = kind }
            : new WithdrawDevelopment { Reference = seen.Reference, Actor = actor, Reason = "a rumour", ReasonKind = kind };
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Proposals;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Movements;
using Barometer.Host.Store;

namespace Barometer.Host.Proposals;

/// <summary>What is asked of proposals.</summary>
/// <param name="Pending">True for those alone that can be approved or rejected.</param>
/// <param name="Only">That one alone; null for all.</param>
/// <param name="After">Those that were made after this one; null for all.</param>
/// <param name="Take">How many are looked at, at most; null for all.</param>
internal sealed record ProposalQuestion(bool Pending, ProposalId? Only = null, ProposalId? After = null, int? Take = null);

/// <summary>Reads proposals, and what they would change as things stand.</summary>
internal static class ProposalReading
{
    /// <summary>Proposals in the order in which they were made, and how each stands.</summary>
    public static async Task<Decision<ProposalsPage>> Of(IQuerySession session, ProposalQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (question.After is { } last && await session.LoadAsync<Proposal>(last.Stream, cancellation) is null)
            return last.Missing();
        var proposals = await Read(session, question, cancellation);
        if (question.Only is { } only && proposals.Count == 0)
            return only.Missing();
        var more = proposals.Count > question.Take;
        proposals = more ? [.. proposals.Take(question.Take!.Value)] : proposals;
        var ground = await GroundReading.Of(session, settings, proposals, cancellation);
        var positions = await AsOf.Now(session, cancellation);
        var answers = ImmutableArray.CreateBuilder<AnsweredProposal>();
        foreach (var proposal in proposals.Where(p => !question.Pending || ground.StateOf(p) == ProposalState.Pending))
            answers.Add(await Answer(session, proposal, ground, positions, cancellation));
        return new ProposalsPage(answers.ToImmutable(), more ? proposals[^1].ProposalId : null);
    }

    // A where clause of one's own has to say whose barometer it is: Marten adds that to its own clauses only.
    private static Task<IReadOnlyList<Proposal>> Read(IQuerySession session, ProposalQuestion question, CancellationToken cancellation) => session.QueryAsync<Proposal>(
        $"""
        where tenant_id = ? and ? in ('', id) {(question.Pending ? "and data ->> 'decidedAt' is null" : "")}
            and (? = '' or (data ->> 'proposedAt', id) > (select l.data ->> 'proposedAt', l.id from {RecordStore.Schema}.mt_doc_proposal l where l.tenant_id = ? and l.id = ?))
        order by data ->> 'proposedAt', id limit ?
        """,
        cancellation, session.TenantId, question.Only?.Stream ?? "", question.After?.Stream ?? "", session.TenantId, question.After?.Stream ?? "", question.Take + 1 ?? int.MaxValue);

    private static async Task<AnsweredProposal> Answer(IQuerySession session, Proposal p, GroundReading ground, Positions positions, CancellationToken cancellation)
    {
        var title = ground.DevelopmentOf(p)?.Particulars.Title ?? ((RecordDevelopment)p.Command.Read()).Particulars.Title;
        var answer = new AnsweredProposal(p.ProposalId, ground.StateOf(p), p.Relationship, p.Reference, title, p.MadeOn, p.Command, p.ProposedBy, p.ProposedAt, p.Reason, p.ReasonKind)
        {
            ApprovedBy = p.ApprovedBy,
            Made = p.Made,
            RejectedBy = p.RejectedBy,
            RejectedBecause = p.RejectedBecause,
            DecidedAt = p.DecidedAt,
        };
        if (answer.State != ProposalState.Pending)
            return answer;
        return p.Command.DecideOn(ground.Of(p)).Accepted(out var change, out var refusal)
            ? answer with
            {
                Indices = [.. await Proposing.WouldMove(session, p.Relationship, change, cancellation)],
                AsOf = positions.Only(p.Relationship),
                RuleSet = RuleSet.AsPublished.Pin,
            }
            : answer with { Refused = refusal.Sentence };
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Wolverine.Http;

namespace Barometer.Host.Proposals;

/// <summary>What is asked of proposals.</summary>
/// <param name="Pending">True for those alone that can be approved or rejected.</param>
/// <param name="Only">That one alone; null for all.</param>
/// <param name="After">Those that were made after this one; null for all.</param>
/// <param name="Take">How many are looked at, at most; null for all.</param>
internal sealed record ProposalQuestion(bool Pending, ProposalId? Only = null, ProposalId? After = null, int? Take = null);

/// <summary>A part of the proposals.</summary>
/// <param name="Proposals">In the order in which they were made. Where only pending ones are asked for, a part may hold fewer than were looked at, or none.</param>
/// <param name="After">Where the next part begins; absent at the end.</param>
public sealed record ProposalsPage(ImmutableArray<AnsweredProposal> Proposals, ProposalId? After);

/// <summary>A proposal, and how it stands.</summary>
/// <param name="Id">Its name.</param>
/// <param name="State">How it stands.</param>
/// <param name="Relationship">Whose development it is about.</param>
/// <param name="Reference">Which development; absent while a new one is only proposed.</param>
/// <param name="Title">What happened, in a line.</param>
/// <param name="MadeOn">The revision that it was made on; absent where it is of a new development.</param>
/// <param name="Command">What is to be done, by its name in the record, with all that was said.</param>
/// <param name="ProposedBy">Who made it.</param>
/// <param name="ProposedAt">When, in UTC.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ReasonKind">Of what kind the reason is, where a closed period is touched.</param>
public sealed record AnsweredProposal(
    ProposalId Id,
    ProposalState State,
    string Relationship,
    Reference? Reference,
    string Title,
    int? MadeOn,
    ProposedCommand Command,
    string ProposedBy,
    DateTimeOffset ProposedAt,
    string? Reason,
    ReasonKind? ReasonKind)
{
    /// <summary>Of a pending one: the indices that it would move, as they are and as they would be. Otherwise nothing.</summary>
    public ImmutableArray<IndexChange> Indices { get; init; } = [];

    /// <summary>Of a pending one that would be refused as things stand: why.</summary>
    public string? Refused { get; init; }

    /// <summary>Who approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The revision that it made.</summary>
    public int? Made { get; init; }

    /// <summary>Who rejected it.</summary>
    public string? RejectedBy { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectedBecause { get; init; }

    /// <summary>When it was approved or rejected, in UTC.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}

/// <summary>The doors of the list of proposals.</summary>
public static class EveryProposal
{
    private static readonly Argument<string?> Named = new("proposal") { Description = "Only this one, e.g. RU-12-016.3.1.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Pending = new("--pending") { Description = "Only those that wait for approval." };

    private const int Usual = 100;
    private const int Most = 1_000;

    /// <summary>What was proposed, page by page: what it would change, who proposed it and why, and what became of it.</summary>
    [WolverineGet("/v1/barometers/{barometer}/proposals", OperationId = "listProposals"), Needs(Right.Read)]
    public static async Task<Answer<ProposalsPage>> Get(bool? pending, string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Page(session, pending ?? false, after, take ?? Usual, door.Cancellation)))
        .WithWhere(page => page.After is not null, page => ("next", door.Again(("after", page.After!.Value.ToString()))));

    /// <summary>One proposal.</summary>
    [WolverineGet("/v1/barometers/{barometer}/proposals/{proposal}", OperationId = "readProposal"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredProposal>> One(string proposal, HttpDoor door) =>
        (await door.Read(async session => ProposalId.Read(proposal).About("proposal").Accepted(out var id, out var refusal)
            ? (await Answer(session, new ProposalQuestion(Pending: false, id), door.Cancellation)).Then(found => found[0])
            : refusal))
        .With(
            p => ("approval", door.Link($"proposals/{p.Id}/approval")),
            p => ("rejection", door.Link($"proposals/{p.Id}/rejection")),
            p => ("retraction", door.Link($"proposals/{p.Id}/retraction")))
        .WithWhere(p => p.Reference is not null, p => ("development", door.Link($"developments/{p.Reference}")));

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<AnsweredProposal>>(
        "proposals",
        "What was proposed: what it would change, who proposed it and why, and what became of it.",
        [Named, Pending],
        async (door, cancellation) => Question(door).Accepted(out var question, out var refusal)
            ? await door.Read(session => Answer(session, question, cancellation), cancellation)
            : refusal,
        ProposalsView.Show);

    /// <summary>Behind every door: proposals in the order in which they were made.</summary>
    internal static async Task<Decision<ImmutableArray<AnsweredProposal>>> Answer(IQuerySession session, ProposalQuestion question, CancellationToken cancellation) =>
        (await Part(session, question, cancellation)).Then(part => part.Proposals);

    private static async Task<Decision<ProposalsPage>> Page(IQuerySession session, bool pending, string? after, int take, CancellationToken cancellation)
    {
        if (take is < 1 or > Most)
            return Refusal.Usage($"'take' lies between 1 and {Most}.").About("take");
        if (after is null)
            return await Part(session, new ProposalQuestion(pending, Take: take), cancellation);
        return ProposalId.Read(after).About("after").Accepted(out var last, out var refusal)
            ? await Part(session, new ProposalQuestion(pending, After: last, Take: take), cancellation)
            : refusal;
    }

    private static async Task<Decision<ProposalsPage>> Part(IQuerySession session, ProposalQuestion question, CancellationToken cancellation)
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
        var answers = ImmutableArray.CreateBuilder<AnsweredProposal>();
        foreach (var proposal in proposals.Where(p => !question.Pending || ground.StateOf(p) == ProposalState.Pending))
            answers.Add(await Answer(session, proposal, ground, cancellation));
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

    private static async Task<AnsweredProposal> Answer(IQuerySession session, Proposal p, GroundReading ground, CancellationToken cancellation)
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
            ? answer with { Indices = [.. await Proposing.WouldMove(session, p.Relationship, change, cancellation)] }
            : answer with { Refused = refusal.Sentence };
    }

    private static Decision<ProposalQuestion> Question(Door door) =>
        door.Get(Named) is { } named ? ProposalId.Read(named).Then(id => new ProposalQuestion(door.Get(Pending), id)) : new ProposalQuestion(door.Get(Pending));
}

using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Domain.Proposals;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Proposals;

/// <summary>The doors of the list of proposals.</summary>
public static class Listing
{
    private static readonly Argument<string?> Named = new("proposal") { Description = "Only this one, e.g. RU-12-016.3.1.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Pending = new("--pending") { Description = "Only those that wait for approval." };

    /// <summary>How much of the list is told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 100, Most: 1_000);

    /// <summary>What was proposed, page by page: what it would change, who proposed it and why, and what became of it.</summary>
    [WolverineGet("/v1/barometers/{barometer}/proposals", OperationId = "listProposals"), Needs(Right.Read)]
    public static async Task<Answer<ProposalsPage>> Get(bool? pending, string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Page(session, pending ?? false, after, take, door.Cancellation)))
        .WithEach(page => page.Proposals.Select(p => (p.Id.ToString(), door.Link($"proposals/{p.Id}"))))
        .WithWhere(page => page.After is not null, page => ("next", door.Again(("after", page.After!.Value.ToString()))));

    /// <summary>One proposal.</summary>
    [WolverineGet("/v1/barometers/{barometer}/proposals/{proposal}", OperationId = "readProposal"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredProposal>> One(string proposal, HttpDoor door) =>
        (await door.Read(async session => ProposalId.Read(proposal).About("proposal").Accepted(out var id, out var refusal)
            ? (await Answer(session, new ProposalQuestion(Pending: false, id), door.Cancellation)).Then(found => found[0])
            : refusal))
        .WithEach(p => p.State == ProposalState.Pending ? ((string[])["approval", "rejection", "retraction"]).Select(what => (what, door.Link($"proposals/{p.Id}/{what}"))) : [])
        .WithWhere(p => p.Reference is not null, p => ("development", door.Link($"developments/{p.Reference}")));

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<AnsweredProposal>>(
        "proposals",
        "What was proposed: what it would change, who proposed it and why, and what became of it.",
        [Named, Pending],
        async (door, cancellation) => Question(door).Accepted(out var question, out var refusal)
            ? await door.Read(session => Answer(session, question, cancellation), cancellation)
            : refusal,
        ProposalsView.Show);

    /// <summary>Behind every door: all that is asked for, at once.</summary>
    internal static async Task<Decision<ImmutableArray<AnsweredProposal>>> Answer(IQuerySession session, ProposalQuestion question, CancellationToken cancellation) =>
        (await ProposalReading.Of(session, question, cancellation)).Then(page => page.Proposals);

    private static async Task<Decision<ProposalsPage>> Page(IQuerySession session, bool pending, string? after, int? take, CancellationToken cancellation)
    {
        if (!Portion.Of(take).Accepted(out var most, out var refusal))
            return refusal;
        if (after is null)
            return await ProposalReading.Of(session, new ProposalQuestion(pending, Take: most), cancellation);
        return ProposalId.Read(after).About("after").Accepted(out var last, out refusal)
            ? await ProposalReading.Of(session, new ProposalQuestion(pending, After: last, Take: most), cancellation)
            : refusal;
    }

    private static Decision<ProposalQuestion> Question(Door door) =>
        door.Get(Named) is { } named ? ProposalId.Read(named).Then(id => new ProposalQuestion(door.Get(Pending), id)) : new ProposalQuestion(door.Get(Pending));
}

using JasperFx;

namespace Barometer.Host.Replays;

/// <summary>A replay as it was saved: what was asked, and a digest of what came out. It is no event, and the record knows nothing of it.</summary>
/// <param name="Id">What the question is known by.</param>
/// <param name="Question">What was asked.</param>
/// <param name="ResultDigest">SHA-256 of the result, in hexadecimal.</param>
/// <param name="Actor">Who asked first.</param>
/// <param name="SavedAt">When, in UTC.</param>
public sealed record SavedReplay(string Id, ReplayQuestion Question, string ResultDigest, string Actor, DateTimeOffset SavedAt)
{
    /// <summary>A replay that was computed now.</summary>
    internal static SavedReplay Now(ReplayQuestion question, string resultDigest, string actor) => new(question.Id(), question, resultDigest, actor, DateTimeOffset.UtcNow);

    /// <summary>The replay that was saved under an id.</summary>
    internal static async Task<Decision<SavedReplay>> Find(IQuerySession session, string id, CancellationToken cancellation) =>
        await session.LoadAsync<SavedReplay>(id, cancellation) is { } saved
            ? saved
            : Refusal.NotFound($"There is no saved replay '{id}' of '{session.TenantId}'; an answer of replay names its own.");

    /// <summary>Keeps it, where the question was not asked before: whoever asked first stays, and what came out then. A conflict where that was something else.</summary>
    internal async Task<Decision<SavedReplay>> Keep(IDocumentSession session, CancellationToken cancellation)
    {
        if (await session.LoadAsync<SavedReplay>(Id, cancellation) is { } first)
            return first.Gave(ResultDigest);
        session.Insert(this);
        try
        {
            await session.SaveChangesAsync(cancellation);
            return this;
        }
        catch (DocumentAlreadyExistsException)
        {
            // Asked by another at the same moment.
            await using var anew = session.DocumentStore.QuerySession(session.TenantId);
            return (await Find(anew, Id, cancellation)).Accepted(out var kept, out var refusal) ? kept.Gave(ResultDigest) : refusal;
        }
    }

    /// <summary>The same, where computing it again gave the same result; a conflict where it did not.</summary>
    /// <param name="digest">Of the result.</param>
    internal Decision<SavedReplay> Gave(string digest) => ResultDigest == digest
        ? this
        : Refusal.Conflict($"Replay {Id} gives another result now: its digest was {ResultDigest} and is {digest}. Either the record or this build of Barometer is not what it was.");
}

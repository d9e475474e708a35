using System.Collections.Immutable;
using Barometer.Host.Store;

namespace Barometer.Host.Imports;

/// <summary>The imports of a barometer that were sent over HTTP, kept where every instance of the service sees them.</summary>
internal sealed class KeptImports(IDocumentStore store, string barometer)
{
    /// <summary>
    /// Keeps an import as running, for whoever calls to run. Where the same was sent before and runs, or is done, that one is given back
    /// instead; what was held back or refused has recorded nothing, so that its key is free.
    /// </summary>
    /// <param name="wanted">The import.</param>
    /// <param name="mayStart">Asked last, whether there is room for it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The import; null where there is no room. It is to be run where its run is the one wanted.</returns>
    public async Task<Decision<Claimed>> Claim(KeptImport wanted, Func<bool> mayStart, CancellationToken cancellation)
    {
        await using var session = await Lock(wanted.Id, cancellation);
        var kept = (await session.LoadAsync<KeptImport>(wanted.Id, cancellation))?.At(wanted.StartedAt);
        if (kept is { State: ImportState.Running or ImportState.Done or ImportState.Interrupted } && (kept.Fingerprint, kept.Key) != (wanted.Fingerprint, wanted.Key))
            return Refusal.Conflict($"The key '{wanted.Key}' was used for another import; give each a key of its own.").Until(RemedyKind.GiveKey);
        if (kept is { State: ImportState.Running or ImportState.Done })
            return new Claimed(kept);
        if (!mayStart())
            return new Claimed(Import: null);
        session.Store(wanted);
        // From here on it is to run, whether or not somebody waits for the answer.
        await session.SaveChangesAsync(CancellationToken.None);
        return new Claimed(wanted);
    }

    /// <summary>Keeps how a run stands now; false where another has taken its place, or it was heard of last.</summary>
    public async Task<bool> Tell(KeptImport import, CancellationToken cancellation)
    {
        await using var session = await Lock(import.Id, cancellation);
        if ((await session.LoadAsync<KeptImport>(import.Id, cancellation))?.Run != import.Run)
            return false;
        session.Store(import with { HeardAt = DateTimeOffset.UtcNow });
        await session.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>An import, or a refusal where there is none of that name.</summary>
    public static async Task<Decision<KeptImport>> Find(IQuerySession session, string id, CancellationToken cancellation) =>
        await session.LoadAsync<KeptImport>(id, cancellation) is { } kept
            ? kept.At(DateTimeOffset.UtcNow)
            : Refusal.NotFound($"There is no import '{id}' of '{session.TenantId}'; what was sent is listed under imports.");

    /// <summary>The latest, the last one first, or those that started before one of them.</summary>
    public static async Task<ImmutableArray<KeptImport>> Latest(IQuerySession session, string? before, int take, CancellationToken cancellation) =>
        [.. (await LatestFirst.Of<KeptImport>(session, "startedAt", before, take, cancellation)).Select(i => i.At(DateTimeOffset.UtcNow))];

    // One at a time, at whatever instance.
    private async Task<IDocumentSession> Lock(string id, CancellationToken cancellation)
    {
        var session = store.LightweightSession(barometer);
        try
        {
            await session.BeginTransactionAsync(cancellation);
            await session.AdvancedSql.QueryAsync<string>("select coalesce(pg_advisory_xact_lock(hashtextextended(?, 0))::text, '')", cancellation, $"import {barometer} {id}");
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}

/// <summary>What came of claiming an import.</summary>
/// <param name="Import">The import, whoever runs it; null where there is no room for it.</param>
internal readonly record struct Claimed(KeptImport? Import);

using System.Collections.Immutable;
using System.Security.Claims;
using Barometer.Domain.People;
using Barometer.Host.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Barometer.Host.Serving.Admission;

/// <summary>
/// Who may do what, as a request needs it. It is read from the record at most once a second for each barometer: whoever is dismissed, and
/// a key that is revoked, is let in nowhere after that.
/// </summary>
internal sealed class Appointed(IDocumentStore store, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    /// <summary>Who may do what at a barometer; nobody where there is none.</summary>
    public async Task<Appointments> At(string barometer, CancellationToken cancellation)
    {
        if (cache.TryGetValue((nameof(Appointed), barometer), out Appointments? known))
            return known!;
        await using var session = store.QuerySession(barometer);
        var read = await session.LoadAsync<Appointments>(Appointments.Stream, cancellation) ?? Appointments.None;
        return cache.Set((nameof(Appointed), barometer), read, Kept);
    }

    /// <summary>Has what was just changed by this instance hold at once.</summary>
    public void Forget(string barometer) => cache.Remove((nameof(Appointed), barometer));

    /// <summary>Who sent a credential, at a barometer.</summary>
    public async Task<Caller> Caller(ClaimsPrincipal user, string barometer, CancellationToken cancellation)
    {
        if (user.Anybody() is { } anybody)
            return anybody;
        if (user.Key() is { } key)
            return new Caller(key.Name, key.Barometer == barometer && (await At(barometer, cancellation)).FindKey(key.Name) is { Revoked: false } found && found.Expires > DateTimeOffset.UtcNow ? [found.Role] : []);
        return user.Subject() is { } subject ? await Person(subject, barometer, cancellation) : new Caller("", []);
    }

    /// <summary>The barometers at which somebody is something.</summary>
    public async Task<ImmutableArray<string>> Barometers(ClaimsPrincipal user, CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        var concerned = ImmutableArray.CreateBuilder<string>();
        foreach (var barometer in await session.AdvancedSql.QueryAsync<string>($"select to_json(tenant_id) from {RecordStore.Schema}.mt_doc_settings order by tenant_id", cancellation))
        {
            if ((await Caller(user, barometer, cancellation)).Roles.Length > 0)
                concerned.Add(barometer);
        }

        return concerned.ToImmutable();
    }

    private async Task<Caller> Person(string subject, string barometer, CancellationToken cancellation)
    {
        var everywhere = (await At(Appointments.Everywhere, cancellation)).Find(subject);
        var here = barometer == Appointments.Everywhere ? null : (await At(barometer, cancellation)).Find(subject);
        // The same name may stand for two people, one of this barometer and one of all.
        return here is not null
            ? new Caller(here.Name, [.. here.Roles, .. everywhere?.Roles ?? []])
            : new Caller($"{Appointments.Everywhere}{everywhere?.Name}", everywhere?.Roles ?? []);
    }
}

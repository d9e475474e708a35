using System.Collections.Immutable;
using Barometer.Domain.People;
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

    /// <summary>Who a person is at a barometer.</summary>
    public async Task<Caller> Person(string subject, string barometer, CancellationToken cancellation)
    {
        var everywhere = (await At(Appointments.Everywhere, cancellation)).Find(subject);
        var here = barometer == Appointments.Everywhere ? null : (await At(barometer, cancellation)).Find(subject);
        // The same name may stand for two people, one of this barometer and one of all.
        return here is not null
            ? new Caller(here.Name, [.. here.Roles, .. everywhere?.Roles ?? []])
            : new Caller($"{Appointments.Everywhere}{everywhere?.Name}", everywhere?.Roles ?? []);
    }

    /// <summary>Who a program is at the barometer that its key is for.</summary>
    public async Task<Caller> Program(string name, string barometer, CancellationToken cancellation) =>
        (await At(barometer, cancellation)).FindKey(name) is { } key ? new Caller(key.Name, [key.Role]) : new Caller(name, []);

    /// <summary>Every barometer at which somebody is something.</summary>
    public async Task<ImmutableArray<string>> Barometers(CancellationToken cancellation)
    {
        await using var session = store.QuerySession();
        return [.. (await session.AdvancedSql.QueryAsync<string>($"select to_json(tenant_id) from {Store.RecordStore.Schema}.mt_doc_settings order by tenant_id", cancellation))];
    }
}

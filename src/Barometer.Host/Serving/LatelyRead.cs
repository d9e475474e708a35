using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Microsoft.Extensions.Caching.Memory;

namespace Barometer.Host.Serving;

/// <summary>
/// What nearly every request needs of the record: who may do what, and what the publisher settled. It is read at most once a second for each
/// barometer, so that what is changed of it holds within a second everywhere. What must be decided by the settings of now is decided under the
/// locks of a transaction.
/// </summary>
internal sealed class LatelyRead(IDocumentStore store, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    /// <summary>Who may do what at a barometer; nobody where there is none.</summary>
    public async Task<Appointments> Appointments(string barometer, CancellationToken cancellation) =>
        await Of<Appointments>(barometer, Domain.People.Appointments.Stream, cancellation) ?? Domain.People.Appointments.None;

    /// <summary>A barometer's settings; null where none is declared.</summary>
    public Task<Settings?> Settings(string barometer, CancellationToken cancellation) => Of<Settings>(barometer, Domain.Barometers.Settings.Stream, cancellation);

    /// <summary>Has both be read anew, since they may just have been changed.</summary>
    public void Forget(string barometer)
    {
        cache.Remove((typeof(Appointments), barometer));
        cache.Remove((typeof(Settings), barometer));
    }

    private async Task<T?> Of<T>(string barometer, string id, CancellationToken cancellation)
        where T : class
    {
        if (cache.TryGetValue((typeof(T), barometer), out T? known))
            return known;
        await using var session = store.QuerySession(barometer);
        return cache.Set((typeof(T), barometer), await session.LoadAsync<T>(id, cancellation), Kept);
    }
}

using System.Diagnostics;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Store;
using Microsoft.Extensions.Caching.Memory;

namespace Barometer.Host.Serving;

/// <summary>
/// What nearly every request needs of the record: who may do what, and what the publisher settled. It is read once or twice a second for each
/// barometer, so that what is changed of it holds within a second everywhere, and is read anew before that, so that no request has to wait for
/// it while there are others. What must be decided by the settings of now is decided under the locks of a transaction.
/// </summary>
internal sealed class LatelyRead(IDocumentStore store, IMemoryCache cache)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Fresh = Holds / 2;

    private readonly Lock _keeping = new();
    private int _settled;

    /// <summary>Who may do what at a barometer; nobody where there is none.</summary>
    public async Task<Appointments> Appointments(string barometer, CancellationToken cancellation) =>
        await Of<Appointments>(barometer, Domain.People.Appointments.Stream, cancellation) ?? Domain.People.Appointments.None;

    /// <summary>A barometer's settings; null where none is declared.</summary>
    public Task<Settings?> Settings(string barometer, CancellationToken cancellation) => Of<Settings>(barometer, Domain.Barometers.Settings.Stream, cancellation);

    /// <summary>Has both be read anew, since they may just have been changed; what is being read meanwhile is not kept.</summary>
    public void Forget(string barometer)
    {
        lock (_keeping)
        {
            _settled++;
            cache.Remove((typeof(Appointments), barometer));
            cache.Remove((typeof(Settings), barometer));
        }
    }

    private async Task<T?> Of<T>(string barometer, string id, CancellationToken cancellation)
        where T : class
    {
        if (!cache.TryGetValue((typeof(T), barometer), out Kept<T>? kept) || kept is null)
            return await Read<T>(barometer, id).WaitAsync(cancellation);
        if (Stopwatch.GetElapsedTime(kept.ReadAt) > Fresh && kept.BeginsRenewal())
            _ = Renew(barometer, id, kept);
        return kept.Value;
    }

    // Nobody waits for it: where it fails, the next request tries again, or has to wait and is told why.
    private async Task Renew<T>(string barometer, string id, Kept<T> kept)
        where T : class
    {
        try
        {
            await Read<T>(barometer, id);
        }
        catch (Exception failure) when (Unavailable.Is(failure))
        {
            kept.EndsRenewal();
        }
    }

    // It is for whoever asks next, too, and goes on when the one who asked is gone.
    private async Task<T?> Read<T>(string barometer, string id)
        where T : class
    {
        var (settled, begun) = (Volatile.Read(ref _settled), Stopwatch.GetTimestamp());
        await using var session = store.QuerySession(barometer);
        var read = await session.LoadAsync<T>(id, CancellationToken.None);
        lock (_keeping)
        {
            var isLatest = settled == _settled && !(cache.TryGetValue((typeof(T), barometer), out Kept<T>? other) && other?.ReadAt > begun);
            if (isLatest && Stopwatch.GetElapsedTime(begun) is var since && since < Holds)
                cache.Set((typeof(T), barometer), new Kept<T>(read, begun), Holds - since);
        }

        return read;
    }

    private sealed class Kept<T>(T? value, long readAt)
    {
        private int _renewing;

        public T? Value => value;

        public long ReadAt => readAt;

        public bool BeginsRenewal() => Interlocked.Exchange(ref _renewing, 1) == 0;

        public void EndsRenewal() => Volatile.Write(ref _renewing, 0);
    }
}

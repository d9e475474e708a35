using System.Collections.Concurrent;
using Barometer.Host.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Barometer.Host.Imports;

/// <summary>
/// The imports that this instance runs behind the requests that sent them. It tells every second how far each is; when the service is
/// stopped, each ends between two batches, and is told as interrupted.
/// </summary>
internal sealed partial class RunningImports(IServiceProvider services, IDocumentStore store, IHostApplicationLifetime lifetime, ILogger<RunningImports> log) : IHostedService, IDisposable
{
    /// <summary>How many imports run at once.</summary>
    public const int AtOnce = 4;

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _room = new(AtOnce);
    private readonly ConcurrentDictionary<Guid, Task> _running = new();

    /// <summary>Takes a place, where one is free.</summary>
    public bool Enter() => _room.Wait(0);

    /// <summary>Gives a place back in which nothing came to run.</summary>
    public void Leave() => _room.Release();

    /// <summary>Runs an import behind the request, in the place that was taken for it; its files are deleted when it ends.</summary>
    public void Start(string barometer, KeptImport import, ImportWanted wanted, string correlation)
    {
        var running = Task.Run(async () =>
        {
            try
            {
                using (wanted.Upload)
                    await Run(new KeptImports(store, barometer), new ImportRun(services, barometer, wanted, import, correlation), import.Key);
            }
            finally
            {
                _room.Release();
            }
        });
        _running[import.Run] = running;
        _ = running.ContinueWith(_ => _running.TryRemove(import.Run, out var _), TaskScheduler.Default);
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_running.Values).WaitAsync(cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _room.Dispose();

    private async Task Run(KeptImports kept, ImportRun run, string key)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        var running = Ended(run, key, stop.Token);
        while (await Task.WhenAny(running, Task.Delay(Pulse)) != running)
        {
            // Whoever was thought dead has nothing more to say.
            if (!await Tell(kept, run.At))
                await stop.CancelAsync();
        }

        await Tell(kept, await running);
    }

    private async Task<KeptImport> Ended(ImportRun run, string key, CancellationToken stop)
    {
        try
        {
            return await run.ToItsEnd(key, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return run.At.Interrupted("The service was stopped.");
        }
        catch (Exception failure)
        {
            Failed(log, run.At.Id, failure);
            return run.At.Interrupted(Unavailable.Is(failure) ? "The database could not be reached." : "Barometer has a fault.");
        }
    }

    // What cannot be told now is told in a second; after the end, whoever asks finds out by the silence.
    private async Task<bool> Tell(KeptImports kept, KeptImport import)
    {
        try
        {
            return await kept.Tell(import, CancellationToken.None);
        }
        catch (Exception failure) when (Unavailable.Is(failure))
        {
            Failed(log, import.Id, failure);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Error, "The import {Import} failed")]
    private static partial void Failed(ILogger log, string import, Exception failure);
}

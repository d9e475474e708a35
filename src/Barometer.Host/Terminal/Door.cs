using Barometer.Domain.Barometers;
using Barometer.Host.Barometers;
using Barometer.Host.Replays;
using Barometer.Host.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace Barometer.Host.Terminal;

/// <summary>
/// The command line's way in: who asks, of which barometer, and how the answer is wanted. Reading opens the store alone;
/// the first command sent starts the host behind every door.
/// </summary>
internal sealed class Door(ParseResult said) : IAsyncDisposable
{
    private IHost? _host;
    private IDocumentStore? _store;

    public string Barometer => Get(SharedOptions.Barometer)!;

    public string Actor => Get(SharedOptions.Actor)!;

    public bool Json => Get(SharedOptions.Json);

    /// <summary>For people; not written to when the answer is for programs.</summary>
    public IAnsiConsole Out { get; } = Screen.Open();

    public T? Get<T>(Option<T> option) => said.GetValue(option);

    public T? Get<T>(Argument<T> argument) => said.GetValue(argument);

    /// <summary>Sends a command to its handler, in the name of the barometer.</summary>
    public Task<Decision<TAnswer>> Send<TAnswer>(object command, CancellationToken cancellation) => Send<TAnswer>(command, Barometer, timeout: null, cancellation);

    /// <summary>The same, in the name of another barometer, or of all.</summary>
    public Task<Decision<TAnswer>> Send<TAnswer>(object command, string barometer, CancellationToken cancellation) => Send<TAnswer>(command, barometer, timeout: null, cancellation);

    /// <summary>The same, of a command that may take as long as that.</summary>
    public Task<Decision<TAnswer>> Send<TAnswer>(object command, TimeSpan? timeout, CancellationToken cancellation) => Send<TAnswer>(command, Barometer, timeout, cancellation);

    private async Task<Decision<TAnswer>> Send<TAnswer>(object command, string barometer, TimeSpan? timeout, CancellationToken cancellation)
    {
        var host = await Host(cancellation);
        await using var scope = host.Services.CreateAsyncScope();
        var delivery = Signing.Delivery(barometer, Get(SharedOptions.Key), Get(SharedOptions.DryRun));
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<Decision<TAnswer>>(command, delivery, cancellation, timeout);
    }

    /// <summary>Reads one consistent state of the record.</summary>
    public async Task<T> Read<T>(Func<IQuerySession, Task<T>> read, CancellationToken cancellation)
    {
        _store ??= _host?.Services.GetRequiredService<IDocumentStore>() ?? await Database.OpenStore(cancellation);
        return await ConsistentReading.Read(_store, Barometer, read, cancellation);
    }

    /// <summary>Keeps a replay, which is no part of the record, where it is not kept already.</summary>
    public async Task<Decision<SavedReplay>> Keep(SavedReplay replay, CancellationToken cancellation)
    {
        _store ??= _host?.Services.GetRequiredService<IDocumentStore>() ?? await Database.OpenStore(cancellation);
        await using var session = _store.LightweightSession(Barometer);
        return await replay.Keep(session, cancellation);
    }

    /// <summary>The barometer's settings, or a refusal where none is declared.</summary>
    public Task<Decision<Settings>> Settings(CancellationToken cancellation) => Read(session => SettingsReading.Of(session, cancellation), cancellation);

    /// <summary>Starts the host before anything is read, where a command will be sent in any case.</summary>
    public async Task<IHost> Host(CancellationToken cancellation)
    {
        if (_host is null)
        {
            _host = Application.Build(await Database.Connection(cancellation)).Build();
            await _host.StartAsync(cancellation);
        }

        return _host;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        // The host's own store went with it, and a second time does no harm.
        _store?.Dispose();
    }
}

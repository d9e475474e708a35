using Barometer.Domain.Barometers;
using Barometer.Host.Barometers;
using Barometer.Publications.Minsk;
using Microsoft.Extensions.DependencyInjection;

namespace Barometer.Host.Imports;

/// <summary>One run of an import: its files are read, its command goes to the handler that every door has, and what came of it is told.</summary>
internal sealed class ImportRun(IServiceProvider services, string barometer, ImportWanted wanted, KeptImport import, string correlation)
{
    private KeptImport _at = import;

    /// <summary>How the import stands.</summary>
    public KeptImport At => Volatile.Read(ref _at);

    /// <summary>Runs to its end.</summary>
    /// <param name="key">The key that it is sent with; null in a dry run.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<KeptImport> ToItsEnd(string? key, CancellationToken cancellation)
    {
        if (wanted.Format is not null)
            return At.Ended(await Send<CodedImported>(wanted.Command() with { Progress = new InPlace<CodedProgress>(p => Move(p.Rows, p.Of)) }, key, cancellation));
        var readings = Importing.Read([.. wanted.Upload.Files.Select(f => (f.Name, f.Path))], await Settings(cancellation));
        var rows = readings.Sum(r => r.Developments.Length);
        Move(0, rows);
        return At.Ended(await Send<Imported>(wanted.Command(readings) with { Progress = new InPlace<int>(done => Move(done, rows)) }, key, cancellation));
    }

    private void Move(int rows, int of) => Volatile.Write(ref _at, At with { Rows = rows, Of = of });

    private async Task<Settings> Settings(CancellationToken cancellation)
    {
        await using var session = services.GetRequiredService<IDocumentStore>().QuerySession(barometer);
        return (await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out _) ? settings : Domain.Barometers.Declaring.Fold(MinskBarometer.Declared(wanted.Actor));
    }

    private async Task<Decision<T>> Send<T>(object command, string? key, CancellationToken cancellation)
        where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageContext>();
        bus.CorrelationId = correlation;
        return await bus.InvokeAsync<Decision<T>>(command, Signing.Delivery(barometer, key, dryRun: false), cancellation, Timeout.InfiniteTimeSpan);
    }
}

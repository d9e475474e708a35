using System.Diagnostics.Metrics;

namespace Barometer.Benchmarks.Serving;

/// <summary>How long answers took on the server, from a request's first byte read to the last of its answer written, as its own metric tells it.</summary>
internal sealed class ServerTimes : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<double>> _took = new(StringComparer.Ordinal);

    public ServerTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => Add(tags, seconds));
        _listener.Start();
    }

    /// <summary>What was answered since the last time this was asked, in milliseconds: of all whose route ends like this.</summary>
    public List<double> Take(string route)
    {
        lock (_lock)
        {
            var took = _took.Where(t => t.Key.EndsWith(route, StringComparison.Ordinal)).SelectMany(t => t.Value).ToList();
            foreach (var taken in _took.Keys.Where(r => r.EndsWith(route, StringComparison.Ordinal)).ToArray())
                _took.Remove(taken);
            return took;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Add(ReadOnlySpan<KeyValuePair<string, object?>> tags, double seconds)
    {
        foreach (var (name, value) in tags)
        {
            if (name != "http.route" || value is not string route)
                continue;
            lock (_lock)
            {
                if (!_took.TryGetValue(route, out var took))
                    _took[route] = took = [];
                took.Add(seconds * 1_000);
            }
        }
    }
}

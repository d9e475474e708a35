using System.Collections.Concurrent;
using System.Text.Json;
using Barometer.Domain.Barometers;

namespace Barometer.Host.Record;

/// <summary>
/// The settings of barometers as they were last read. Every transaction reads their text from the record, and finds the same nearly always: it
/// is made into settings once. What a transaction decides by is never older than its locks; requests are content with less
/// (<see cref="Serving.LatelyRead"/>).
/// </summary>
internal sealed class KnownSettings
{
    private readonly ConcurrentDictionary<string, (string Text, Settings Settings)> _known = new(StringComparer.Ordinal);

    /// <summary>The settings of a barometer as they were last found; null where none were. They may have been changed since.</summary>
    public Settings? Last(string barometer) => _known.TryGetValue(barometer, out var known) ? known.Settings : null;

    /// <summary>What a text says; the same settings as before where it is the same text.</summary>
    /// <param name="barometer">Whose settings they are.</param>
    /// <param name="text">As it is in the record.</param>
    public Settings Of(string barometer, string text)
    {
        if (_known.TryGetValue(barometer, out var known) && known.Text == text)
            return known.Settings;
        var settings = JsonSerializer.Deserialize<Settings>(text, RecordJson.Options)!;
        _known[barometer] = (text, settings);
        return settings;
    }
}

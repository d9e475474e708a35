using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Host.Store;

namespace Barometer.Host.Record;

/// <summary>
/// The settings of barometers as they were last read. Nearly everything asks for them, and finds the same nearly always: the record then says only
/// when they were written. What a transaction decides by is never older than its locks; requests are content with less
/// (<see cref="Serving.LatelyRead"/>).
/// </summary>
internal sealed class KnownSettings
{
    // Of the barometer $1: when they were written, and what they are where that is not $2, when those were written that are known.
    private const string Written =
        $"""
        select mt_last_modified, case when mt_last_modified <> $2 then data end
        from {RecordStore.Schema}.mt_doc_settings where tenant_id = $1 and id = '{Domain.Barometers.Settings.Stream}'
        """;

    private static readonly ConditionalWeakTable<IDocumentStore, KnownSettings> Stores = [];

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <summary>Those of the barometers of a store.</summary>
    public static KnownSettings Of(IDocumentStore store) => Stores.GetOrCreateValue(store);

    /// <summary>The settings of a barometer as they were last found; null where none were. They may have been changed since.</summary>
    public Settings? Last(string barometer) => _known.GetValueOrDefault(barometer)?.Settings;

    /// <summary>Asks for the settings of a barometer; none where none is declared. They are those that were found before where they were not changed.</summary>
    public List<Settings> Ask(OneTrip trip, string barometer)
    {
        var last = _known.GetValueOrDefault(barometer);
        return trip.Ask(
            Written,
            row => row.IsDBNull(1) ? last!.Settings : Keep(barometer, new Known(row.GetFieldValue<DateTimeOffset>(0), JsonSerializer.Deserialize<Settings>(row.GetString(1), RecordJson.Options)!)),
            OneTrip.Of(last?.WrittenAt ?? DateTimeOffset.UnixEpoch));
    }

    private Settings Keep(string barometer, Known read)
    {
        _known[barometer] = read;
        return read.Settings;
    }

    private sealed record Known(DateTimeOffset WrittenAt, Settings Settings);
}

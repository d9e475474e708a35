using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using CsvHelper;

namespace Barometer.Publications.Coded;

/// <summary>
/// Which relationship a row belongs to, as a publisher settled it: by the countries or the names of the two actors, in either
/// direction. The two by name go before one of them with anybody.
/// </summary>
public sealed class Mapping
{
    /// <summary>Stands for anybody but the party itself.</summary>
    public const string Anybody = "*";

    private static readonly string[] Columns = ["party", "counterparty", "relationship"];

    private readonly Dictionary<Dyad, string> _between = [];

    private Mapping()
    {
    }

    /// <summary>The key of the relationship that a row belongs to; null where no row of the mapping names it.</summary>
    public string? KeyOf(CodedRow row)
    {
        string[] sources = [.. Names(row.Source)];
        string[] targets = [.. Names(row.Target)];
        var pairs = sources.SelectMany(s => targets.Select(t => Dyad.Between(s, t)));
        // What one country does to itself is nobody's relationship with anybody.
        var withAnybody = Dyad.WhyNone(row) == Apart.Domestic ? [] : sources.Concat(targets).Select(n => Dyad.Between(n, Anybody));
        return pairs.Concat(withAnybody).Select(d => _between.GetValueOrDefault(d)).FirstOrDefault(key => key is not null);
    }

    /// <summary>Reads a mapping: CSV with the columns party, counterparty and relationship.</summary>
    /// <param name="csv">UTF-8, with a header.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="settings">The barometer whose relationships it names.</param>
    public static Decision<Mapping> Read(Stream csv, string name, Settings settings)
    {
        using var reader = CsvReader.Create(csv, new CsvReaderOptions { Separator = ',', TrackLineNumbers = true, MalformedData = CsvMalformedDataHandling.Throw });
        try
        {
            reader.ReadHeader();
            int[] places = [.. Columns.Select(c => reader.Headers.ToList().FindIndex(h => string.Equals(h.Trim(), c, StringComparison.OrdinalIgnoreCase)))];
            return places.Contains(-1)
                ? Refusal.Usage($"{name}, line 1: a mapping has the columns {string.Join(", ", Columns)}, separated by commas.")
                : Read(reader, places, name, settings);
        }
        catch (CsvFormatException broken)
        {
            return Refusal.Usage($"{name}, line {broken.LineNumber}: the file is no CSV from here on: {broken.Message}");
        }
    }

    private static Decision<Mapping> Read(CsvReader reader, int[] places, string name, Settings settings)
    {
        var mapping = new Mapping();
        while (reader.Read())
        {
            string[] said = [.. places.Select(p => reader.GetString(p).Trim())];
            if (said.Contains(""))
                return Refusal.Usage($"{name}, line {reader.LineNumber}: {Columns[Array.IndexOf(said, "")]} is missing.");
            if (!settings.Find(said[2]).Accepted(out var relationship, out var refusal))
                return Refusal.Usage($"{name}, line {reader.LineNumber}: {refusal.Sentence}");
            if (said[0] == Anybody)
                return Refusal.Usage($"{name}, line {reader.LineNumber}: {Anybody} stands for a counterparty; the party is named.");
            if (!mapping._between.TryAdd(Dyad.Between(said[0], said[1]), relationship.Key))
                return Refusal.Usage($"{name}, line {reader.LineNumber}: {said[0]} and {said[1]} are mapped already; each two are mapped once, whichever comes first.");
        }

        return mapping;
    }

    // The narrower first: somebody by name, then the country.
    private static IEnumerable<string> Names(CodedActor actor) => ((string?[])[actor.Name, actor.Country]).OfType<string>().Distinct();
}

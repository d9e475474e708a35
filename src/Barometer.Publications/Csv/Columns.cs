using System.Collections.Frozen;

namespace Barometer.Publications.Csv;

/// <summary>The columns of a file, by name; which there are is documented in columns.md.</summary>
internal sealed class Columns
{
    private static readonly string[] OfDevelopments =
    [
        "relationship", "date", "title", "points", "period", "origin", "reported-on", "reason", "sources", "event-type", "mode", "contexts",
        "cameo", "source-actors", "target-actors", "theme", "stage", "non-event", "place", "evidence",
    ];

    private static readonly string[] OfFigures = ["publication", "period", "relationship", "dimension", "figure", "printed", "place"];

    private readonly FrozenDictionary<string, int> _places;

    private Columns(string[] names, string? refusal)
    {
        Count = names.Length;
        Refusal = refusal;
        _places = (refusal is null ? names : []).Select((name, place) => KeyValuePair.Create(name, place)).ToFrozenDictionary();
    }

    /// <summary>How many fields a row has.</summary>
    public int Count { get; }

    /// <summary>Why the header cannot be used; null when it can.</summary>
    public string? Refusal { get; }

    public static Columns Of(string[] header)
    {
        string[] names = [.. header.Select(h => h.Trim().ToLowerInvariant())];
        var known = names.Contains("figure") ? OfFigures : OfDevelopments;
        string[] required = known == OfFigures ? OfFigures : ["relationship", "date", "title"];
        var refusal = names is [var only] && only.IndexOfAny([';', '\t']) >= 0
            ? $"The columns are separated by commas, not by {(only.Contains(';', StringComparison.Ordinal) ? "semicolons" : "tabs")}."
            : Array.Find(names, n => !known.Contains(n)) is { } unknown
            ? $"There is no column '{unknown}'; the nearest is '{known.MinBy(k => Distance(k, unknown))}', and there are {string.Join(", ", known)}."
            : required.Except(names).FirstOrDefault() is { } missing
                ? $"The column '{missing}' is missing."
                : names.GroupBy(n => n).FirstOrDefault(g => g.Skip(1).Any()) is { } twice ? $"The column '{twice.Key}' is named twice." : null;
        return new Columns(names, refusal);
    }

    public bool Has(string name) => _places.ContainsKey(name);

    /// <summary>The place of a column; -1 where there is none.</summary>
    public int PlaceOf(string name) => _places.GetValueOrDefault(name, -1);

    // Levenshtein's: how many letters have to be changed to make one word of the other.
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}

/// <summary>A row of a file, by the names of its columns.</summary>
/// <param name="Columns">The file's columns.</param>
/// <param name="Fields">As they stand.</param>
/// <param name="FirstLine">Where the row starts.</param>
/// <param name="LastLine">Where it ends; a quoted field may span lines.</param>
internal sealed record Row(Columns Columns, string[] Fields, int FirstLine, int LastLine)
{
    /// <summary>The field of a column, trimmed; empty where there is no such column.</summary>
    public string this[string column] => Columns.PlaceOf(column) is >= 0 and var place ? Fields[place].Trim() : "";

    /// <summary>The field, or null where it is empty.</summary>
    public string? Said(string column) => this[column] is { Length: > 0 } said ? said : null;

    /// <summary>The parts of a field that are separated by " | ".</summary>
    public string[] Parts(string column) => this[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

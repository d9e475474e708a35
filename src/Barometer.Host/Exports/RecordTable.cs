using System.Collections.Immutable;
using Barometer.Host.Exports.Tables;

namespace Barometer.Host.Exports;

/// <summary>A table of the record that every door exports; replays have tables of their own.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Summary">What is in it.</param>
/// <param name="Read">Reads it.</param>
internal sealed record RecordTable(string Name, string Summary, Func<IQuerySession, ExportQuestion, CancellationToken, Task<Decision<Export>>> Read)
{
    /// <summary>The tables there are.</summary>
    public static ImmutableArray<RecordTable> All { get; } =
    [
        new("indices", "Every index: positive, negative, aggregate, count and colour.", IndicesTable.Of),
        new("movements", "Every movement of the indices: what, when, by whom and why.", MovementsTable.Of),
        new("catalogue", "Every development as it stood: dates, points, classification, sources.", CatalogueTable.Of),
    ];
}

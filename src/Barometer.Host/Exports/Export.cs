using System.Collections.Immutable;

namespace Barometer.Host.Exports;

/// <summary>A table to be handed out: typed columns, rows as they come, and what to cite.</summary>
/// <param name="Name">What it holds, in a word that files and sheets are called by: <c>movements</c>.</param>
/// <param name="Columns">In order.</param>
/// <param name="Rows">A value for each column. They are read once, while the session that the export was made with is open, and none is kept.</param>
/// <param name="Citation">What to cite, and how to ask for the same again.</param>
/// <param name="Count">How many rows, where that is known before they are read.</param>
internal sealed record Export(string Name, ImmutableArray<ExportColumn> Columns, IAsyncEnumerable<object?[]> Rows, Citation Citation, long? Count)
{
    /// <summary>An export of rows; what must never be parted from a row is told on each: whose it is, and under which rules.</summary>
    /// <param name="name">What it holds.</param>
    /// <param name="columns">Filled from each row.</param>
    /// <param name="rows">In order.</param>
    /// <param name="citation">What to cite.</param>
    /// <param name="count">How many rows, where that is known.</param>
    public static Export Of<TRow>(string name, ImmutableArray<Column<TRow>> columns, IAsyncEnumerable<TRow> rows, Citation citation, long? count)
    {
        ImmutableArray<Column<TRow>> all = [.. columns, Column<TRow>.Text("barometer", _ => citation.Barometer, "The barometer's key."), .. Rules<TRow>(citation)];
        return new Export(name, [.. all.Select(c => c.Said)], rows.Select(row => all.Select(c => c.Value(row)).ToArray()), citation, count);
    }

    private static IEnumerable<Column<TRow>> Rules<TRow>(Citation citation) => citation.RuleSet is not { } rules
        ? []
        :
        [
            Column<TRow>.Text("rule_set", _ => rules.ToString(), "Under which rules, as name@version."),
            Column<TRow>.Text("rule_set_digest", _ => rules.Digest, "SHA-256 of the rules' canonical JSON, in hexadecimal."),
        ];
}

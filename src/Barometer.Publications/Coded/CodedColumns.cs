using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>The columns of a table of coded data.</summary>
/// <param name="AreNamed">True where the first row is a header.</param>
/// <param name="Count">How many fields every row has.</param>
internal abstract record CodedColumns(bool AreNamed, int Count)
{
    /// <summary>
    /// Reads a table: its first row tells the columns, and the first row that cannot be trusted ends it, for what follows may
    /// stand in the wrong columns.
    /// </summary>
    public static IEnumerable<Decision<CodedRow>> Read<TColumns>(
        Stream file, string name, Func<CodedTable, Decision<TColumns>> columnsOf, Func<CodedTable, TColumns, Decision<CodedRow>> rowOf)
        where TColumns : CodedColumns
    {
        using var table = CodedTable.Open(file, name);
        TColumns? columns = null;
        var isEmpty = true;
        while (table.Read())
        {
            if (columns is null)
            {
                if (!columnsOf(table).Accepted(out columns, out var refusal))
                {
                    yield return refusal;
                    yield break;
                }

                if (columns.AreNamed)
                    continue;
            }

            isEmpty = false;
            var row = table.Count == columns.Count ? rowOf(table, columns) : table.Broken(columns.Shifted(table.Count));
            yield return row;
            if (row.Refusal is not null)
                yield break;
        }

        if (table.Refusal is { } broken)
            yield return broken;
        else if (isEmpty)
            yield return table.Empty;
    }

    private string Shifted(int fields) =>
        $"the row has {fields} fields, {(AreNamed ? $"the header names {Count}" : $"the first row has {Count}")}. "
        + (AreNamed && fields == Count + 1
            ? "A column of row numbers that the header does not name does that; export the table again without it."
            : "Export the table again, so that every row has a field for every column.");
}

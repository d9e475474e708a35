using System.Runtime.InteropServices;

namespace Barometer.Domain.Replays.Rows;

/// <summary>The rows of one relationship, in the order in which they came.</summary>
internal sealed class RelationshipRows
{
    private readonly List<Row> _rows = [];
    private readonly List<string> _titles = [];

    public int Count => _rows.Count;

    public bool HasTitles => _titles.Count > 0;

    public ReadOnlySpan<Row> All => CollectionsMarshal.AsSpan(_rows);

    public ReadOnlySpan<string> Titles => CollectionsMarshal.AsSpan(_titles);

    public void Expect(int rows) => _rows.EnsureCapacity(rows);

    public void Add(in Row row) => _rows.Add(row);

    public void Titled(string title) => _titles.Add(title);

    /// <summary>Takes rows out, with their titles.</summary>
    public void Take(Func<Row, bool> which, Action<Row, string?> taken)
    {
        var rows = CollectionsMarshal.AsSpan(_rows);
        var titles = CollectionsMarshal.AsSpan(_titles);
        var kept = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            if (which(rows[row]))
            {
                taken(rows[row], HasTitles ? titles[row] : null);
                continue;
            }

            rows[kept] = rows[row];
            if (HasTitles)
                titles[kept] = titles[row];
            kept++;
        }

        CollectionsMarshal.SetCount(_rows, kept);
        if (HasTitles)
            CollectionsMarshal.SetCount(_titles, kept);
    }
}

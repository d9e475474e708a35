using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;

namespace Barometer.Domain.Replays.Rows;

/// <summary>
/// Folds rows at rest, in whatever order they come, into the columns as of positions: of everything told of a development, the
/// last word counts. A development of which nothing more was told than that it was recorded goes straight in.
/// </summary>
/// <param name="settings">The barometer's settings.</param>
/// <param name="positions">How far the record had come; rows after that are left out.</param>
/// <param name="classes">The classifications that rows name.</param>
public sealed class ColumnsFolding(Settings settings, Positions positions, IReadOnlyDictionary<long, ClassAtRest> classes)
{
    private readonly ColumnsBuilder _columns = new(settings, positions);
    private readonly long[] _until = [.. settings.Relationships.Select(r => positions[r.Key])];
    private readonly List<RowAtRest>[] _later = [.. settings.Relationships.Select(_ => new List<RowAtRest>())];
    private readonly KindPlaces _kinds = new();
    // The classification of each kind.
    private readonly List<long> _classes = [];

    /// <summary>Makes room for rows of a relationship, where it is known how many there will be.</summary>
    public void Expect(int relationship, int rows) => _columns.Expect(relationship, rows);

    /// <summary>Adds a row; false where the classification that it names is not there, and the row is left out.</summary>
    /// <param name="relationship">The relationship's place in the settings.</param>
    /// <param name="row">What was told.</param>
    public bool Add(int relationship, in RowAtRest row)
    {
        if (row.Position > _until[relationship])
            return true;
        if (row.Told != Told.Recorded)
        {
            _later[relationship].Add(row);
            return row.Class is not { } named || classes.ContainsKey(named);
        }

        if (KindOf(row.Class ?? 0, row.Dimension, row.Positive, row.Negative) is not (>= 0 and var kind))
            return false;
        _columns.Add(relationship, new Row(kind, row.Day ?? 0, row.Earliest ?? Columns.Unknown, row.Latest ?? Columns.Unknown, row.Issue, row.Ordinal));
        if (row.Title is { } title)
            _columns.Titled(title);
        return true;
    }

    /// <summary>The columns of the rows added.</summary>
    public Columns Build()
    {
        for (var relationship = 0; relationship < _later.Length; relationship++)
        {
            if (_later[relationship].Count > 0)
                Fold(relationship, _later[relationship]);
        }

        return _columns.Build();
    }

    private void Fold(int relationship, List<RowAtRest> later)
    {
        var changed = later.Select(row => (row.Issue, row.Ordinal)).Distinct().ToDictionary(r => r, _ => new ChangedDevelopment());
        _columns.Rows[relationship].Take(
            row => changed.ContainsKey((row.Issue, row.Ordinal)),
            (row, title) => changed[(row.Issue, row.Ordinal)].Begin(row, title, _columns.Kinds[row.Kind], _classes[row.Kind]));
        foreach (var row in later.OrderBy(r => r.Position))
            changed[(row.Issue, row.Ordinal)].Follow(row);
        foreach (var ((issue, ordinal), development) in changed.Where(c => !c.Value.Withdrawn))
            Add(relationship, new Reference(settings.Relationships[relationship].Prefix, issue, ordinal), development);
    }

    private void Add(int relationship, Reference reference, ChangedDevelopment development)
    {
        foreach (var (dimension, positive, negative) in development.Scores)
        {
            _columns.Add(relationship, development.RowOf(KindOf(development.Class, dimension ?? "", positive, negative)));
            if (development.Title is { } title)
                _columns.Titled(title);
        }

        foreach (var other in development.Links)
            _columns.Link(reference, Reference.Parse(other, provider: null));
    }

    // The place of a kind; -1 where its classification is not there.
    private int KindOf(long named, string dimension, int positive, int negative)
    {
        if (_kinds.Find(named, dimension, positive, negative) is >= 0 and var known)
            return known;
        if (!classes.TryGetValue(named, out var classification))
            return -1;
        var place = _columns.KindOf(classification.Written, classification.Read(), dimension.Length == 0 ? null : dimension, positive, negative);
        _kinds.Add(named, dimension, positive, negative, place);
        if (place == _classes.Count)
            _classes.Add(named);
        return place;
    }
}

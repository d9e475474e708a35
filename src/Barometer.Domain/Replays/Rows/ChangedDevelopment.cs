
namespace Barometer.Domain.Replays.Rows;

/// <summary>A development of which more was told than that it was recorded, as it is folded from its rows in the order of their positions.</summary>
internal sealed class ChangedDevelopment
{
    private readonly List<(string? Dimension, int Positive, int Negative)> _scores = [];
    private long _scoredAt;
    private Row _row;

    public long Class { get; private set; }

    public string? Title { get; private set; }

    public bool Withdrawn { get; private set; }

    public List<string> Links { get; } = [];

    /// <summary>Its points now: one score for each dimension, or a single one without dimension where it is unscored.</summary>
    public IReadOnlyList<(string? Dimension, int Positive, int Negative)> Scores => _scores;

    /// <summary>As it was recorded; told once for each dimension.</summary>
    public void Begin(in Row row, string? title, Kind kind, long classification)
    {
        (_row, Title, Class) = (row, title, classification);
        _scores.Add((kind.Dimension, kind.Positive, kind.Negative));
    }

    /// <summary>What was told next.</summary>
    public void Follow(in RowAtRest row)
    {
        switch (row.Told)
        {
            case Told.Points: Score(row); break;
            case Told.Withdrawn: Withdrawn = true; break;
            case Told.Reinstated: Withdrawn = false; break;
            case Told.Filed: _row = _row with { Day = row.Day!.Value }; break;
            case Told.Dated: _row = _row with { Day = row.Day!.Value, Earliest = row.Earliest ?? Columns.Unknown, Latest = row.Latest ?? Columns.Unknown }; break;
            case Told.Classified: Class = row.Class!.Value; break;
            case Told.Described: Title = row.Title; break;
            case Told.Linked: Links.Add(row.Linked!); break;
            default: throw new InvalidOperationException($"{row.Told} at position {row.Position} is not known to {nameof(ChangedDevelopment)}.");
        }
    }

    /// <summary>Its row of a kind.</summary>
    public Row RowOf(int kind) => _row with { Kind = kind };

    // An event tells the points in every dimension; they take the place of all that stood before.
    private void Score(in RowAtRest row)
    {
        if (row.Position != _scoredAt)
            _scores.Clear();
        _scoredAt = row.Position;
        _scores.Add((row.Dimension, row.Positive, row.Negative));
    }
}

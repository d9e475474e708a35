using System.Collections.Immutable;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Gives kinds that no row has yet a place among those of columns.</summary>
internal sealed class NewKinds
{
    private readonly Columns _columns;
    private readonly ImmutableArray<Kind>.Builder _kinds;
    private readonly Dictionary<Kind, int> _places = [];

    public NewKinds(Columns columns)
    {
        (_columns, _kinds) = (columns, columns.Kinds.ToBuilder());
        foreach (var (place, kind) in columns.Kinds.Index())
            _places.TryAdd(kind, place);
    }

    /// <summary>The place of a kind; a new one is given one.</summary>
    public int PlaceOf(Kind kind)
    {
        if (_places.TryGetValue(kind, out var place))
            return place;
        _places.Add(kind, _kinds.Count);
        _kinds.Add(kind);
        return _kinds.Count - 1;
    }

    /// <summary>The columns with all the kinds that were given a place.</summary>
    public Columns Build() => _columns.With(_kinds.ToImmutable(), _columns.Kind);
}

using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Computes every draw from the developments: for rules under which the order of developments, their day or their happening matters.</summary>
internal sealed class FullReplay : VariedReplay
{
    private readonly Baseline _baseline;
    private readonly Dictionary<(string Relationship, string Dimension, PeriodId Period), int> _places;

    public FullReplay(Baseline baseline)
    {
        _baseline = baseline;
        _places = baseline.Indices.Index().ToDictionary(i => (i.Item.Relationship, i.Item.Dimension, i.Item.Period), i => i.Index);
    }

    /// <inheritdoc />
    public override int Width => 1;

    /// <inheritdoc />
    public override long[] Aggregates(ReadOnlySpan<Draw> draws)
    {
        var columns = draws[0].Coder is { } coder ? _baseline.Coder!.Drawn(coder) : _baseline.Columns;
        var aggregates = new long[_places.Count];
        foreach (var index in _baseline.Ruling.With(draws[0].Rules, columns).Indices().Indices)
        {
            if (_places.TryGetValue((index.Relationship, index.Dimension, index.Period), out var place))
                aggregates[place] = index.Aggregate.Units;
        }

        return aggregates;
    }
}

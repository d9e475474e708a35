using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>The placement of each index in the baseline: its sign, rank and band, and whether those of draws are the same.</summary>
internal sealed class Placements
{
    private readonly Baseline _baseline;
    private readonly int[][] _ranked;
    private readonly int[] _ranks;
    private readonly BandRanges?[] _scales;
    private readonly BandRange?[] _around;
    private readonly string?[] _bands;

    public Placements(Baseline baseline)
    {
        (_baseline, _ranks) = (baseline, new int[baseline.Indices.Length]);
        _ranked = [.. baseline.Indices.Index().GroupBy(i => (i.Item.Dimension, i.Item.Period), i => i.Index).Select(g => g.OrderBy(ValueOf).ToArray())];
        foreach (var ranked in _ranked)
        {
            var ranks = Ranking.Of(ranked.Select(ValueOf));
            foreach (var index in ranked)
                _ranks[index] = ranks[ValueOf(index)];
        }

        var scales = baseline.Rules.Bands.ToDictionary(s => s.Dimension, s => new BandRanges(s));
        _scales = [.. baseline.Indices.Select(i => scales.GetValueOrDefault(i.Dimension))];
        _bands = [.. baseline.Indices.Select((i, place) => _scales[place]?.Of(i.Aggregate))];
        _around = [.. baseline.Indices.Select((i, place) => _scales[place]?.Around(i.Aggregate))];
    }

    /// <summary>1 for the highest value; those with the same value share the better rank.</summary>
    public int RankOf(int index) => _ranks[index];

    /// <summary>The band; null where the dimension has no scale.</summary>
    public string? BandOf(int index) => _bands[index];

    /// <summary>Counts where draws agree with the baseline.</summary>
    /// <param name="aggregates">As <see cref="VariedReplay.Aggregates"/> gives them.</param>
    /// <param name="width">How many places each index has.</param>
    /// <param name="draws">How many of them are draws.</param>
    /// <param name="agreements">Where they are counted.</param>
    public void Compare(long[] aggregates, int width, int draws, Agreements agreements)
    {
        for (var index = 0; index < _ranks.Length; index++)
        {
            var drawn = aggregates.AsSpan(index * width, draws);
            var sign = _baseline.Indices[index].Aggregate.Sign;
            foreach (var units in drawn)
            {
                if (Math.Sign(units) == sign)
                    agreements.Sign[index]++;
                if (_scales[index] is not null && IsInBand(index, new FixedPoint(units)))
                    agreements.Band[index]++;
            }
        }

        foreach (var ranked in _ranked)
            CompareRanks(ranked, aggregates, width, draws, agreements);
    }

    private void CompareRanks(int[] ranked, long[] aggregates, int width, int draws, Agreements agreements)
    {
        var values = new long[ranked.Length];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var place = 0; place < ranked.Length; place++)
                values[place] = aggregates[(ranked[place] * width) + draw];
            Array.Sort(values);
            foreach (var index in ranked)
            {
                // It has its rank when it is where that rank is, and what comes before it is larger.
                var (value, place) = (aggregates[(index * width) + draw], ranked.Length - _ranks[index]);
                if (values[place] == value && (place == values.Length - 1 || values[place + 1] > value))
                    agreements.Rank[index]++;
            }
        }
    }

    private bool IsInBand(int index, FixedPoint value) =>
        _around[index] is { } around && value >= around.From && value <= around.To && !_scales[index]!.IsBetween(value)
        || _scales[index]!.Of(value) == _bands[index];

    private FixedPoint ValueOf(int index) => _baseline.Indices[index].Aggregate;
}

using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// What the points of a development would be had its coder erred by one. A score of one number moves up or down; one with both parts has more
/// of one of them; all within the barometer's range. The rules see the development as if these were the points assigned.
/// </summary>
internal sealed class CoderError
{
    private readonly int[] _less;
    private readonly int[] _more;
    private readonly long _chanceOfLess;
    private readonly long _chanceOfMore;
    private readonly BinomialTables _lessOfAll;
    private readonly BinomialTables _moreOfOthers;

    public CoderError(Columns columns, OneOf errors)
    {
        (_chanceOfLess, _chanceOfMore) = (ChanceOf(errors, sign: -1), ChanceOf(errors, sign: 1));
        _lessOfAll = new BinomialTables(_chanceOfLess, FixedPoint.One);
        _moreOfOthers = new BinomialTables(_chanceOfMore, FixedPoint.One - _chanceOfLess);
        var kinds = new NewKinds(columns);
        _less = [.. columns.Kinds.Select(k => kinds.PlaceOf(Erred(k, -1, columns.Settings.Range)))];
        _more = [.. columns.Kinds.Select(k => kinds.PlaceOf(Erred(k, 1, columns.Settings.Range)))];
        Columns = kinds.Build();
    }

    /// <summary>The columns as they are, with the kinds that errors would make.</summary>
    public Columns Columns { get; }

    /// <summary>How many kinds rows have, those that errors would make left out.</summary>
    public int Kinds => _less.Length;

    /// <summary>The kind had its coder erred by so much.</summary>
    /// <param name="kind">A kind of a row.</param>
    /// <param name="error">−1, 0 or 1.</param>
    public int Of(int kind, int error) => error < 0 ? _less[kind] : error > 0 ? _more[kind] : kind;

    /// <summary>Of rows that are alike, how many have less and how many have more.</summary>
    public (int Less, int More) Split(ulong key, int rows)
    {
        var stream = new RandomBits(key);
        var less = _lessOfAll.Draw(rows, ref stream);
        return (less, _moreOfOthers.Draw(rows - less, ref stream));
    }

    /// <summary>The columns with an error drawn for each row.</summary>
    public Columns Drawn(ulong coder)
    {
        var kind = GC.AllocateUninitializedArray<int>(Columns.Count);
        Parallel.ForEach(Columns.Segments, segment =>
        {
            var relationship = RandomBits.Key(coder, Columns.Relationships[segment.Relationship].Key);
            for (var row = segment.Start; row < segment.End; row++)
            {
                var reference = RandomBits.Key(relationship, ((ulong)(uint)Columns.Issue[row] << 32) | (uint)Columns.Ordinal[row]);
                kind[row] = Of(Columns.Kind[row], Columns.Kinds[Columns.Kind[row]].Dimension is { } dimension ? ErrorOf(RandomBits.Key(reference, dimension)) : 0);
            }
        });
        return Columns.With(Columns.Kinds, kind);
    }

    private int ErrorOf(ulong key)
    {
        var share = (long)(((UInt128)new RandomBits(key).Next() * FixedPoint.One) >> 64);
        return share < _chanceOfLess ? -1 : share < _chanceOfLess + _chanceOfMore ? 1 : 0;
    }

    private static Kind Erred(Kind kind, int error, int range)
    {
        if (kind.Dimension is null)
            return kind;
        if (kind is { Positive: > 0, Negative: < 0 })
        {
            return error > 0
                ? kind with { Positive = Math.Min(kind.Positive + 1, range) }
                : kind with { Negative = Math.Max(kind.Negative - 1, -range) };
        }

        var score = Score.Of(kind.Dimension, Math.Clamp(kind.Positive + kind.Negative + error, -range, range));
        return kind with { Positive = score.Positive, Negative = score.Negative };
    }

    private static long ChanceOf(OneOf errors, int sign) => errors.Values.Where(v => v.Value.Sign == sign).Sum(v => v.Probability.Units);
}

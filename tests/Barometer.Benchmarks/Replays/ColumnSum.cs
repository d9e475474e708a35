using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Benchmarks.Replays;

/// <summary>
/// The least that a replay can cost: what each kind is worth gathered through one table, and summed for each relationship and period, by as many
/// threads as a replay has. No lines, no counts, nothing that explains itself.
/// </summary>
internal static class ColumnSum
{
    /// <summary>What each kind is worth under values by code and a factor by level, in billionths.</summary>
    public static long[] Worths(Columns columns) => [.. columns.Kinds.Select(Worth)];

    /// <summary>The sum of each segment.</summary>
    public static long[] Of(Columns columns, long[] worths)
    {
        var sums = new long[columns.Segments.Length];
        Parallel.For(0, sums.Length, place =>
        {
            var sum = 0L;
            foreach (var kind in columns.Kind.AsSpan(columns.Segments[place].Start, columns.Segments[place].End - columns.Segments[place].Start))
                sum += worths[kind];
            sums[place] = sum;
        });
        return sums;
    }

    private static long Worth(Kind kind)
    {
        var (positive, negative) = InHundredths(kind);
        return (positive + negative) * (FixedPoint.One / 100);
    }

    /// <summary>What a kind is worth, as exact as two decimals are here; 0 where it is not coded.</summary>
    public static (int Positive, int Negative) InHundredths(Kind kind)
    {
        var (code, factor) = (CodeOf(kind), kind.Classification.Sources[0].Level == MeasuredRules.HeadOfState ? 15 : 10);
        var (positive, negative) = code >= MeasuredRules.FirstCode
            ? (Math.Max(MeasuredRules.TenthsOf(code), 0), Math.Min(MeasuredRules.TenthsOf(code), 0))
            : (kind.Positive * 10, kind.Negative * 10);
        return (positive * factor, negative * factor);
    }

    /// <summary>The code of a kind as a number.</summary>
    public static int CodeOf(Kind kind) => int.Parse(kind.Classification.Cameo!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True where a kind counts: it has a value, or points.</summary>
    public static bool Counts(Kind kind) => kind.Dimension is not null || CodeOf(kind) >= MeasuredRules.FirstCode;
}

namespace Barometer.Benchmarks.Measuring;

/// <summary>A figure beside its limit.</summary>
/// <param name="Reached">Median of the rounds.</param>
/// <param name="Limit">Median of the rounds.</param>
/// <param name="Ratio">Median of the ratios of each round, a round being one figure and the limit taken right after it.</param>
/// <param name="LowestRatio">Of any round.</param>
/// <param name="HighestRatio">Of any round.</param>
internal sealed record Comparison(double Reached, double Limit, double Ratio, double LowestRatio, double HighestRatio)
{
    /// <summary>Takes a figure and its limit in turn, so that whatever else the machine does slows both.</summary>
    public static async Task<Comparison> Alternate(int rounds, Func<int, Task<double>> reached, Func<int, Task<double>> limit)
    {
        var taken = new List<(double Reached, double Limit)>();
        for (var round = 1; round <= rounds; round++)
            taken.Add((await reached(round), await limit(round)));
        double[] ratios = [.. taken.Select(t => t.Reached / t.Limit)];
        return new Comparison(Median(taken.Select(t => t.Reached)), Median(taken.Select(t => t.Limit)), Median(ratios), ratios.Min(), ratios.Max());
    }

    /// <summary>The middle one; of an even number, the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        double[] ordered = [.. figures.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}

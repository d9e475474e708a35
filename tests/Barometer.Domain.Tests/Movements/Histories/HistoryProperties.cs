using System.Globalization;
using CsCheck;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>Runs a property over generated histories: 1,000 of them, or as many as BAROMETER_HISTORIES says.</summary>
internal static class HistoryProperties
{
    public static long Number { get; } =
        long.TryParse(Environment.GetEnvironmentVariable("BAROMETER_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1_000;

    /// <summary>Checks each; one that fails is made as short as it can be, and printed with its seed.</summary>
    public static void HoldFor(this ITestOutputHelper output, Action<History> property)
    {
        AnyHistory.Steps.Sample(steps => property(History.Of(steps)), output.WriteLine, iter: Number, print: Print);
        output.WriteLine($"{Number} histories; a failing one prints its seed, and CsCheck_Seed=<seed> begins with it again.");
    }

    private static string Print(Step[] steps) => string.Join(Environment.NewLine, steps.Select(s => s.ToString()));
}

using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Record;
using Barometer.Domain.Tests.Replays.Generated;
using Barometer.Domain.Tests.Replays.Naive;
using CsCheck;

namespace Barometer.Domain.Tests.Replays;

/// <summary>The engine against a patient person with paper, on generated rule sets and barometers.</summary>
public class ReplayProperties(ITestOutputHelper output)
{
    private static readonly long Number =
        long.TryParse(Environment.GetEnvironmentVariable("BAROMETER_RULE_SETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1_000;

    [Fact]
    public void From_the_columns_and_on_paper_the_indices_are_the_same_to_the_digit()
    {
        AnyReplay.Any.Sample(
            replay =>
            {
                var columns = Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start);
                var computed = WrittenIndices.Of(RuledIndices.Of(replay.Rules, columns, replay.From, replay.To).ShouldBeAccepted());
                var folded = replay.Barometer.Events.GroupBy(e => e.Reference).Select(g => g.Aggregate((Development?)null, Development.Fold)!).ToList();
                var onPaper = new NaiveReplay(replay.Rules, replay.Barometer.Settings, folded, replay.From, replay.To).Written();
                WrittenIndices.ShouldAgree(computed, onPaper);
            },
            output.WriteLine, iter: Number);
        output.WriteLine($"{Number} rule sets; a failing one prints its seed, and CsCheck_Seed=<seed> begins with it again.");
    }
}

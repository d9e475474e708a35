using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

public class CostTests
{
    private static readonly RuleSet Saturated = Rules(AnyVaried.Saturation);
    private static readonly RuleSet Capped = Rules(AnyVaried.WholeCap);

    // Two rows of Russia, one of China, and two of security, which has two dimensions: all in the first of the three periods.
    private static readonly Columns Few = Told.Columns([new("russia", 1, "010", 3), new("russia", 2, "190", 0, -2), new("china", 3, "010", 1), Told.Security(4, "036", 2, -1)]);

    [Fact]
    public void Rows_count_and_every_index_as_ten_more_each_time_they_are_computed()
    {
        // 5 rows, and 3 relationships × 3 periods × 10.
        Cost.OfIndices(Saturated, Few, Asked.From, Asked.To, 1).ShouldBe(95);
        Cost.OfDraws(Saturated, Few, Asked.From, Asked.To, 1_000).ShouldBe(95_000);
        Cost.OfLeavingOut(LeftOut.Rule, Saturated, Few, Asked.From, Asked.To, relationship: null).ShouldBe(190);
    }

    [Fact]
    public void What_came_before_counts_where_rules_look_back()
    {
        Cost.OfIndices(Saturated, Few, Asked.To, Asked.To, 1).ShouldBe(30);
        Cost.OfIndices(Rules(AnyVaried.Decaying), Few, Asked.To, Asked.To, 1).ShouldBe(95);
    }

    [Fact]
    public void Draws_of_rows_that_are_counted_once_cost_an_index_each() =>
        Cost.OfDraws(Capped, Few, Asked.From, Asked.To, 1_000).ShouldBe(13_000);

    [Fact]
    public void Leaving_out_developments_costs_what_each_can_change()
    {
        Cost.OfLeavingOut(LeftOut.Development, Rules(), Few, Asked.From, Asked.To, relationship: null).ShouldBe(95);
        // 2 × (2 + 90), 1 × (1 + 90) and 2 × (2 + 90).
        Cost.OfLeavingOut(LeftOut.Development, Capped, Few, Asked.From, Asked.To, relationship: null).ShouldBe(459);
        Cost.OfLeavingOut(LeftOut.Development, Capped, Few, Asked.From, Asked.To, SmallBarometer.China).ShouldBe(91);
    }

    [Fact]
    public void A_smallest_amendment_costs_every_amendment_and_what_combining_them_may()
    {
        // 2 rows with 4 × 4 scores each; 2 rows and 3 indices each time.
        Cost.OfSmallestAmendment(Rules(), Few, SmallBarometer.Security, Asked.From).ShouldBe(2 * 16 * 32);
        Cost.OfSmallestAmendment(Capped, Few, SmallBarometer.Security, Asked.From).ShouldBe(((2 * 16) + GreedyAmendments.Feasible) * 32);
    }
}

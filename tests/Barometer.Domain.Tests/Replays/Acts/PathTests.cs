using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

/// <summary>Saturation and levels, where order and days matter.</summary>
public class PathTests
{
    private static readonly Rule Saturation = "full".Does(new Saturate(Number(4)));

    [Fact]
    public void The_further_it_is_the_less_is_added()
    {
        // 3: at 0, whole. 3 × (4 − 3) ÷ 4 = 0.75. 3 × (4 − 3.75) ÷ 4 = 0.1875. In all 3.9375, which is 5.0625 less than 9.
        new Catalogue().Russia(3).Russia(3).Russia(3).Under(Saturation).OfRussia().ShouldBe("3.9375 0 of 3: assigned 9 0 at 3, full alone -5.0625 0");
    }

    [Fact]
    public void Against_its_direction_everything_counts()
    {
        // −2 at 3 is whole; then at 1: 3 × (4 − 1) ÷ 4 = 2.25; at 3.25 −3 is whole.
        new Catalogue().Russia(3, "2019-11-02").Russia(-2, "2019-11-03").Russia(3, "2019-11-04").Russia(-3, "2019-11-05").Under(Saturation)
            .OfRussia().ShouldBe("5.25 -5 of 4: assigned 6 -5 at 4, full alone -0.75 0");
    }

    [Fact]
    public void Days_decide_and_then_references()
    {
        // The −2 of the day before comes first: −2, then 3 whole at −2, then at 1: 3 × 3 ÷ 4.
        new Catalogue().Russia(3).Russia(3).Russia(-2, "2019-11-19").Under(Saturation).OfRussia().ShouldBe("5.25 -2 of 3: assigned 6 -2 at 3, full alone -0.75 0");
    }

    [Fact]
    public void Beyond_the_limit_nothing_is_added_and_both_parts_see_the_same_level()
    {
        // 3, then 3 × 1 ÷ 4 = 0.75 by the first; then one of +2/−2 at 3.75: 2 × 0.25 ÷ 4 = 0.125 more, and −2 whole.
        var both = new Points([new Score(SmallBarometer.Development, 2, -2)]);
        new Catalogue().Russia(3).Russia(3).Add(SmallBarometer.Russia, both).Under(Saturation).OfRussia().ShouldBe("3.875 -2 of 3: assigned 8 -2 at 3, full alone -4.125 0");
        // One that the rule is not about fills it: 3 + 3 are 6, above 4.
        new Catalogue().Russia(3).Russia(3).Russia(1).Under("full".Does(new Saturate(Number(4)), new Assigned(Scored: true, Part.Both, new Span(Number(1), Number(1)))))
            .OfRussia().ShouldBe("6 0 of 3: assigned 7 0 at 3, full alone -1 0");
    }

    [Fact]
    public void It_is_rounded_after_the_product_and_again_after_the_quotient()
    {
        // Limit 0.7, at 0.333333333: 0.333333333 × 0.366666667 = 0.122222222(210…) → 0.122222222; ÷ 0.7 = 0.17460317428… → 0.174603174.
        new Catalogue().Russia(1).Russia(1).Under("third".Does(new Scale(Same(0.333333333m), Part.Both)), "full".Does(new Saturate(Number(0.7m))))
            .OfRussia().ShouldBe("0.507936507 0 of 2: assigned 2 0 at 2, third -1.333333334 0 at 2, full alone -0.158730159 0");
    }

    [Fact]
    public void Each_period_begins_anew_without_a_level()
    {
        var saturated = new Catalogue().Russia(3, "2019-10-31").Russia(3, "2019-11-01").Under(Saturation);
        saturated.OfRussia(SmallBarometer.Issue11).ShouldBe("3 0 of 1: assigned 3 0 at 1");
        saturated.OfRussia().ShouldBe("3 0 of 1: assigned 3 0 at 1");
    }

    [Fact]
    public void A_level_without_a_half_life_goes_on()
    {
        var level = new Catalogue().Russia(3, "2019-10-31").Russia(-1, "2019-11-01").Under("level".Does(new Level(null)));
        level.OfRussia(SmallBarometer.Issue11).ShouldBe("3 0 of 1: assigned 3 0 at 1");
        level.OfRussia().ShouldBe("3 -1 of 1: assigned 0 -1 at 1, carried over 3 0");
        level.OfRussia(SmallBarometer.Issue13).ShouldBe("3 -1 of 0: assigned 0 0, carried over 3 -1");
    }

    [Fact]
    public void A_level_decays_from_one_day_with_developments_to_the_next_and_to_the_end_of_the_period()
    {
        // Half-life 30 days; 2 November +3, 2 December (30 days later) −1, 31 December 29 days after that.
        // On 2 December 1.5 is left. 2^(−29 ÷ 30) = 0.511686945998387454…: 1.5 → 0.767530419 (…418997…) and −1 → −0.511686946 (…945998…).
        var level = new Catalogue().Russia(3, "2019-11-02").Russia(-1, "2019-12-02").Under("level".Does(new Level(Number(30))));
        level.OfRussia().ShouldBe("0.767530419 -0.511686946 of 2: assigned 3 -1 at 2, decay -2.232469581 0.488313054");
        // The 60 days of January and February 2020 are two half-lives: 0.19188260475, and −0.1279217365 from the middle to the even …736.
        level.OfRussia(SmallBarometer.Issue13).ShouldBe("0.191882605 -0.127921736 of 0: assigned 0 0, carried over 0.767530419 -0.511686946, decay -0.575647814 0.38376521");
    }

    [Fact]
    public void A_level_is_the_same_whatever_period_is_asked_for_first()
    {
        var catalogue = new Catalogue().Russia(3, "2019-09-02").Russia(-1);
        foreach (var halfLife in (decimal?[])[null, 10])
        {
            var level = "level".Does(new Level(halfLife is { } days ? Number(days) : null));
            catalogue.Under(SmallBarometer.Issue13, SmallBarometer.Issue13, level).OfRussia(SmallBarometer.Issue13).ShouldBe(catalogue.Under(level).OfRussia(SmallBarometer.Issue13));
        }
    }

    [Fact]
    public void A_level_saturates_by_what_is_left_of_it()
    {
        // 3 on the last day of October; 61 days of half-life 61 later 1.5 is left, and 3 × (4 − 1.5) ÷ 4 = 1.875 is added on the last day.
        new Catalogue().Russia(3, "2019-10-31").Russia(3, "2019-12-31").Under(Saturation, "level".Does(new Level(Number(61))))
            .OfRussia().ShouldBe("3.375 0 of 1: assigned 3 0 at 1, full alone -1.125 0, carried over 3 0, decay -1.5 0");
    }

    [Fact]
    public void What_a_rule_posts_alone_counts_on_the_last_day()
    {
        // 3 + 3 on the last day but one, half-life 1: 3 are left on the last; then the cap's −2.
        new Catalogue().Russia(3, "2019-12-30").Russia(3, "2019-12-30").Under("cap".Does(new Cap([], null, Number(4))), "level".Does(new Level(Number(1))))
            .OfRussia().ShouldBe("1 0 of 2: assigned 6 0 at 2, cap alone -2 0, decay -3 0");
    }

    [Fact]
    public void Shares_of_other_days_take_their_place_in_the_order()
    {
        // By its days the second counts on 31 October, before the first of 1 November in the level: 3, then 3 × 1 ÷ 4.
        var level = new Catalogue().Russia(3, "2019-11-01").Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2019-10-31", filed: SmallBarometer.Issue12)
            .Under("dated".Does(new FileBy(Filed.LastDay)), Saturation, "level".Does(new Level(null)));
        level.OfRussia().ShouldBe("3.75 0 of 1: assigned 6 0 at 2, dated -3 0 at 1, full alone -2.25 0, carried over 3 0");
    }
}

using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

/// <summary>Scale, Clamp, Exclude, MoveTo, SetAside, Classify.</summary>
public class ValueTests
{
    private static readonly Points Both = new([new Score(SmallBarometer.Development, 3, -2)]);

    [Fact]
    public void A_factor_is_rounded_at_every_development_and_not_at_the_sum()
    {
        // 1 × 0.333333333 × 0.5 = 0.1666666665: half to even 0.166666666, three times 0.499999998; the sum rounded once would be 0.5.
        new Catalogue().Russia(1).Russia(1).Russia(1).Under("third".Does(new Scale(Same(0.333333333m), Part.Both)), "half".Does(new Scale(Same(0.5m), Part.Both)))
            .OfRussia().ShouldBe("0.499999998 0 of 3: assigned 3 0 at 3, third -2.000000001 0 at 3, half -0.500000001 0 at 3");
    }

    [Fact]
    public void A_part_is_scaled_alone()
    {
        new Catalogue().Add(SmallBarometer.Russia, Both).Under("more".Does(new Scale(Same(2), Part.Positive))).OfRussia().ShouldBe("6 -2 of 1: assigned 3 -2 at 1, more 3 0 at 1");
        new Catalogue().Add(SmallBarometer.Russia, Both).Under("less".Does(new Scale(Same(0), Part.Negative))).OfRussia().ShouldBe("3 0 of 1: assigned 3 -2 at 1, less 0 2 at 1");
        // What changes nothing is at no development, and has no line.
        new Catalogue().Add(SmallBarometer.Russia, Both).Under("same".Does(new Scale(Same(1), Part.Both))).OfRussia().ShouldBe("3 -2 of 1: assigned 3 -2 at 1");
    }

    [Fact]
    public void Bounds_are_for_each_part_of_each_development()
    {
        new Catalogue().Add(SmallBarometer.Russia, Both).Russia(1).Under("bounded".Does(new Clamp(Number(-0.5m), Number(2)))).OfRussia().ShouldBe("3 -0.5 of 2: assigned 4 -2 at 2, bounded -1 1.5 at 1");
        new Catalogue().Add(SmallBarometer.Russia, Both).Under("bounded".Does(new Clamp(null, Number(0)))).OfRussia().ShouldBe("0 -2 of 1: assigned 3 -2 at 1, bounded -3 0 at 1");
    }

    [Fact]
    public void What_is_excluded_counts_nowhere_whatever_later_rules_do()
    {
        var excluded = new Catalogue().Russia(3).Unscored().Under("out".Does(new Exclude()), "in".Does(new Set(Same(2), Part.Both, Dimension: null)));
        excluded.OfRussia().ShouldBe("0 0 of 0: assigned 3 0 at 1, out -3 0 at 1");
        excluded.NotCoded.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_moved_leaves_one_index_and_comes_to_another()
    {
        var moved = new Catalogue().Security(2, -1).Under("tension".Does(new MoveTo(SmallBarometer.RegionalTension), new InDimension([SmallBarometer.NationalSecurity])));
        moved.Of(SmallBarometer.Security, dimension: SmallBarometer.NationalSecurity).ShouldBe("0 0 of 0: assigned 2 0 at 1, tension -2 0 at 1");
        moved.Of(SmallBarometer.Security, dimension: SmallBarometer.RegionalTension).ShouldBe("2 -1 of 2: assigned 0 -1 at 1, tension 2 0 at 1");
    }

    [Fact]
    public void A_relationship_without_the_dimension_keeps_its_developments_where_they_are() =>
        new Catalogue().Russia(2).Under("tension".Does(new MoveTo(SmallBarometer.RegionalTension))).Indices.ShouldHaveSingleItem().Dimension.ShouldBe(SmallBarometer.Development);

    [Fact]
    public void What_is_set_aside_is_named_where_no_later_rule_gives_it_a_value()
    {
        var coded = new Catalogue()
            .Russia(3, said: Classification.None with { Cameo = "036", EventType = "CONSULT" })
            .Russia(2, said: Classification.None with { EventType = "AGREE" }).Russia(1).Unscored(Classification.None with { Cameo = "036" }).Unscored(Classification.None with { Cameo = "19" })
            .Under("aside".Does(new SetAside()), "fight".Does(new Set(By(Trait.Cameo, ("19", -10)), Part.Both, Dimension: null)));
        coded.OfRussia().ShouldBe("0 -10 of 1: assigned 6 0 at 3, aside -6 0 at 3, fight 0 -10 at 1");
        coded.NotCoded.Select(n => (n.Relationship, n.Period, n.What, n.Developments)).ShouldBe(
        [
            (SmallBarometer.Russia, SmallBarometer.Issue12, "036", 2), (SmallBarometer.Russia, SmallBarometer.Issue12, "AGREE", 1), (SmallBarometer.Russia, SmallBarometer.Issue12, "unclassified", 1),
        ]);
    }

    [Fact]
    public void A_development_of_two_dimensions_is_one_that_is_not_coded() =>
        new Catalogue().Security(1, -1).Under("aside".Does(new SetAside())).NotCoded.ShouldHaveSingleItem().Developments.ShouldBe(1);

    [Fact]
    public void A_word_is_given_where_the_record_has_none_and_later_rules_see_it()
    {
        var crosswalk = "plover".Does(new Classify(Trait.EventType, Trait.Cameo, new Dictionary<string, string> { ["03*"] = "AGREE", ["036*"] = "CONSULT" }.ToImmutable()));
        var value = "value".Does(new Set(By(Trait.EventType, ("AGREE", 1), ("CONSULT", 2), ("FIGHT", -10)), Part.Both, Dimension: null));
        new Catalogue()
            .Unscored(Classification.None with { Cameo = "031" }) // 1
            .Unscored(Classification.None with { Cameo = "0361" }) // 2: the more exact code
            .Unscored(Classification.None with { Cameo = "036", EventType = "FIGHT" }) // −10: what people said stands
            .Under(crosswalk, value).OfRussia().ShouldBe("3 -10 of 3: assigned 0 0, value 3 -10 at 3");
        // In the other order the value sees none, and they are named by what was said of them in the end.
        new Catalogue().Unscored(Classification.None with { Cameo = "031" }).Under(value, crosswalk).NotCoded.ShouldHaveSingleItem().What.ShouldBe("031");
    }

    [Fact]
    public void A_crosswalk_reads_words_as_conditions_do()
    {
        var crosswalk = "plover".Does(new Classify(Trait.Context, Trait.Theme, new Dictionary<string, string> { ["gas and oil"] = "economic" }.ToImmutable()));
        new Catalogue().Russia(2, said: Classification.None with { Theme = "Gas-and-Oil" }).Under(crosswalk, "none".Does(new Exclude(), Says(Trait.Context, "economic")))
            .OfRussia().ShouldBe("0 0 of 0: assigned 2 0 at 1, none -2 0 at 1");
    }
}

internal static class Tables
{
    public static System.Collections.Immutable.ImmutableSortedDictionary<string, string> ToImmutable(this Dictionary<string, string> words) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, words);
}

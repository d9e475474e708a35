using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

public class SetTests
{
    private static readonly Classification Visit = Classification.None with { EventType = "CONSULT" };

    [Fact]
    public void A_value_takes_the_place_of_the_points()
    {
        // +3 becomes −1.5: the positive part loses 3, the negative gains −1.5.
        new Catalogue().Russia(3).Russia(1, said: Visit).Under("words".Does(new Set(Same(-1.5m), Part.Both, Dimension: null), Says(Trait.EventType, "consult")))
            .OfRussia().ShouldBe("3 -1.5 of 2: assigned 4 0 at 2, words -1 -1.5 at 1");
    }

    [Fact]
    public void A_part_is_set_alone()
    {
        var both = new Points([new Score(SmallBarometer.Development, 2, -1)]);
        new Catalogue().Add(SmallBarometer.Russia, both).Under("more".Does(new Set(Same(0.25m), Part.Positive, Dimension: null)))
            .OfRussia().ShouldBe("0.25 -1 of 1: assigned 2 -1 at 1, more -1.75 0 at 1");
        new Catalogue().Add(SmallBarometer.Russia, both).Under("less".Does(new Set(Same(-3), Part.Negative, Dimension: null)))
            .OfRussia().ShouldBe("2 -3 of 1: assigned 2 -1 at 1, less 0 -2 at 1");
        new Catalogue().Add(SmallBarometer.Russia, both).Under("all".Does(new Set(Same(-3), Part.Both, Dimension: null)))
            .OfRussia().ShouldBe("0 -3 of 1: assigned 2 -1 at 1, all -2 -2 at 1");
    }

    [Fact]
    public void An_unscored_development_is_valued_in_the_first_dimension_or_the_one_that_is_named()
    {
        new Catalogue().Unscored().Under("coded".Does(new Set(Same(7.4m), Part.Both, Dimension: null))).OfRussia().ShouldBe("7.4 0 of 1: assigned 0 0, coded 7.4 0 at 1");
        var security = new Catalogue().Add(SmallBarometer.Security, points: null);
        security.Under("coded".Does(new Set(Same(-2), Part.Both, Dimension: null))).Of(SmallBarometer.Security).ShouldBe("0 -2 of 1: assigned 0 0, coded 0 -2 at 1");
        security.Under("coded".Does(new Set(Same(-2), Part.Both, SmallBarometer.RegionalTension))).Indices.Single().Dimension.ShouldBe(SmallBarometer.RegionalTension);
    }

    [Fact]
    public void A_dimension_that_the_relationship_does_not_have_is_no_place_to_value_it_in()
    {
        var coded = new Catalogue().Unscored().Under("coded".Does(new Set(Same(1), Part.Both, SmallBarometer.NationalSecurity)));
        coded.Indices.ShouldBeEmpty();
        coded.NotCoded.Single().Developments.ShouldBe(1);
        // Where an earlier rule has valued it, it has its place.
        new Catalogue().Unscored().Under("coded".Does(new Set(Same(1), Part.Both, Dimension: null)), "again".Does(new Set(Same(2), Part.Both, SmallBarometer.NationalSecurity)))
            .OfRussia().ShouldBe("2 0 of 1: assigned 0 0, coded 1 0 at 1, again 1 0 at 1");
    }

    [Fact]
    public void By_a_word_that_is_not_in_the_table_it_is_left_as_it_is()
    {
        new Catalogue().Russia(3, said: Visit).Russia(2).Russia(1, said: Visit with { EventType = "AGREE" }).Under("by-type".Does(new Set(By(Trait.EventType, ("CONSULT", 1)), Part.Both, Dimension: null)))
            .OfRussia().ShouldBe("4 0 of 3: assigned 6 0 at 3, by-type -2 0 at 1");
    }

    [Fact]
    public void Of_several_words_the_first_that_is_there_is_taken()
    {
        var said = Classification.None with { Contexts = ["cultural", "military", "economic"] };
        new Catalogue().Russia(3, said: said).Under("by-context".Does(new Set(By(Trait.Context, ("economic", 1), ("MILITARY", -2)), Part.Both, Dimension: null)))
            .OfRussia().ShouldBe("0 -2 of 1: assigned 3 0 at 1, by-context -3 -2 at 1");
    }

    [Fact]
    public void Of_levels_the_highest_that_is_there_is_taken()
    {
        var said = Classification.None with { Sources = [new WorldActor("a", null, [], "ambassador"), new WorldActor("b", null, [], "Minister")], Targets = [new WorldActor("c", null, [], "head-of-state")] };
        new Catalogue().Russia(1, said: said).Under("weighed".Does(new Scale(By(Trait.Level, ("head of state", 3), ("minister", 2), ("ambassador", 1)), Part.Both))).OfRussia().ShouldBe("3 0 of 1: assigned 1 0 at 1, weighed 2 0 at 1");
        new Catalogue().Russia(1, said: said).Under("weighed".Does(new Scale(By(Trait.SourceLevel, ("head of state", 3), ("minister", 2), ("ambassador", 1)), Part.Both))).OfRussia().ShouldBe("2 0 of 1: assigned 1 0 at 1, weighed 1 0 at 1");
        // The highest of them is not in this table.
        new Catalogue().Russia(1, said: said).Under("weighed".Does(new Scale(By(Trait.Level, ("ambassador", 0.5m)), Part.Both))).OfRussia().ShouldBe("0.5 0 of 1: assigned 1 0 at 1, weighed -0.5 0 at 1");
    }

    [Theory]
    [InlineData("0361", 4)] // 0361 itself
    [InlineData("0362", 3)] // 036*
    [InlineData("037", 2)] // 03*
    [InlineData("04", 1)] // 0*
    public void Of_codes_the_most_exact_is_taken(string code, int value) =>
        new Catalogue().Unscored(Classification.None with { Cameo = code }).Under("coded".Does(new Set(By(Trait.Cameo, ("0*", 1), ("03*", 2), ("036*", 3), ("0361", 4)), Part.Both, Dimension: null)))
            .OfRussia().ShouldBe($"{value} 0 of 1: assigned 0 0, coded {value} 0 at 1");

    [Fact]
    public void By_evidence_the_first_bucket_that_holds_is_taken()
    {
        var buckets = new ByEvidence("Table 1", [new Bucket(new Span(null, Number(5)), Number(-1)), new Bucket(new Span(Number(3), null), Number(-2))], Unknown: null);
        var rule = "drones".Does(new Set(buckets, Part.Both, Dimension: null));
        Classification Cites(params (string Table, int? Count)[] cited) => Classification.None with { Evidence = [.. cited.Select(c => new Evidence(c.Table, c.Count, []))] };
        // 4 rows: both buckets hold, the first is taken. 6: the second. 3 + 3 in table 1: 6.
        new Catalogue().Russia(1, said: Cites(("table-1", 4))).Under(rule).OfRussia().ShouldBe("0 -1 of 1: assigned 1 0 at 1, drones -1 -1 at 1");
        new Catalogue().Russia(1, said: Cites(("Table 1", 6))).Under(rule).OfRussia().ShouldBe("0 -2 of 1: assigned 1 0 at 1, drones -1 -2 at 1");
        new Catalogue().Russia(1, said: Cites(("Table 1", 3), ("TABLE 1", 3), ("Table 2", null))).Under(rule).OfRussia().ShouldBe("0 -2 of 1: assigned 1 0 at 1, drones -1 -2 at 1");
        // Unknown, of another table, or none: left as it is.
        foreach (var left in (Classification[])[Cites(("Table 1", null)), Cites(("Table 1", 4), ("Table 1", null)), Cites(("Table 2", 4)), Classification.None])
            new Catalogue().Russia(1, said: left).Under(rule).OfRussia().ShouldBe("1 0 of 1: assigned 1 0 at 1");
        new Catalogue().Russia(1, said: Cites(("Table 1", null))).Under("drones".Does(new Set(buckets with { Unknown = Number(-3) }, Part.Both, Dimension: null)))
            .OfRussia().ShouldBe("0 -3 of 1: assigned 1 0 at 1, drones -1 -3 at 1");
    }
}

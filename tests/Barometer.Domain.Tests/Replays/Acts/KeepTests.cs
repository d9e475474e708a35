using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

public class KeepTests
{
    private static readonly Classification Minister = Classification.None with { Sources = [new WorldActor("Makei", "Belarus", [], "minister")] };
    private static readonly Classification Head = Classification.None with { Targets = [new WorldActor("Putin", "Russia", [], "Head of State")] };

    [Fact]
    public void The_first_is_that_of_the_earliest_day_and_then_of_the_lowest_reference()
    {
        new Catalogue().Russia(3, "2019-11-20").Russia(1, "2019-11-19").Russia(2, "2019-11-19").Under("one".Does(new Keep([], Kept.First)))
            .OfRussia().ShouldBe("1 0 of 1: assigned 6 0 at 3, one -5 0 at 2");
    }

    [Fact]
    public void Of_several_relationships_that_of_the_first_in_the_settings_is_kept()
    {
        var kept = new Catalogue().China(1).Russia(2).Under("one".Does(new Keep([Key.Day], Kept.First)));
        kept.OfRussia().ShouldBe("2 0 of 1: assigned 2 0 at 1");
        kept.Of(SmallBarometer.China).ShouldBe("0 0 of 0: assigned 1 0 at 1, one -1 0 at 1");
        // A day with both of them for each, none is alike.
        new Catalogue().China(1).Russia(2).Under("one".Does(new Keep([Key.Relationship, Key.Day], Kept.First))).Of(SmallBarometer.China).ShouldBe("1 0 of 1: assigned 1 0 at 1");
    }

    [Fact]
    public void The_largest_is_that_whose_parts_are_furthest_from_0_as_they_are_at_the_rule()
    {
        // +1/−2 is 3 from 0, as is +3, which comes later; then the rule on +3 makes it 6, the furthest.
        var both = new Points([new Score(SmallBarometer.Development, 1, -2)]);
        var catalogue = new Catalogue().Add(SmallBarometer.Russia, both, "2019-11-19").Russia(3).Russia(2);
        catalogue.Under("one".Does(new Keep([], Kept.Largest))).OfRussia().ShouldBe("1 -2 of 1: assigned 6 -2 at 3, one -5 0 at 2");
        catalogue.Under("double".Does(new Scale(Same(2), Part.Positive)), "one".Does(new Keep([], Kept.Largest)))
            .OfRussia().ShouldBe("6 0 of 1: assigned 6 -2 at 3, double 6 0 at 3, one -6 2 at 2");
    }

    [Fact]
    public void A_development_is_kept_with_all_its_scores()
    {
        var kept = new Catalogue().Security(1, -3).Security(2, 0).Under("one".Does(new Keep([], Kept.Largest)));
        kept.Of(SmallBarometer.Security, dimension: SmallBarometer.NationalSecurity).ShouldBe("1 0 of 1: assigned 3 0 at 2, one -2 0 at 1");
        kept.Of(SmallBarometer.Security, dimension: SmallBarometer.RegionalTension).ShouldBe("0 -3 of 1: assigned 0 -3 at 2, one 0 0 at 1");
    }

    [Fact]
    public void Of_levels_all_of_the_highest_are_kept_and_without_any_all()
    {
        var keep = "heads".Does(new Keep([Key.Day], Kept.HighestLevel));
        new Catalogue().Russia(1, said: Minister).Russia(2, said: Head).Russia(3, said: Head).Russia(3).Russia(1, "2019-11-21").Russia(1, "2019-11-21").Under(keep)
            .OfRussia().ShouldBe("7 0 of 4: assigned 11 0 at 6, heads -4 0 at 2");
    }

    [Fact]
    public void What_is_excluded_before_keeps_nothing_out()
    {
        new Catalogue().Russia(3, "2019-11-19").Russia(1).Under("out".Does(new Exclude(), new OnDay(null, new DateOnly(2019, 11, 19))), "one".Does(new Keep([], Kept.First)))
            .OfRussia().ShouldBe("1 0 of 1: assigned 4 0 at 2, out -3 0 at 1");
    }

    [Fact]
    public void Of_one_happening_one_is_kept_and_what_is_linked_with_none_has_nothing_in_common()
    {
        // RU-1 and CN-2 tell one happening, CN-2 and SEC-3 too, and so all three; the two others none.
        var kept = new Catalogue().Russia(1).China(2).Security(1, 0).Russia(3).Russia(3).Link(1, 2).Link(2, 3).Under("once".Does(new Keep([Key.Happening], Kept.Largest)));
        kept.OfRussia().ShouldBe("6 0 of 2: assigned 7 0 at 3, once -1 0 at 1");
        kept.Of(SmallBarometer.China).ShouldBe("2 0 of 1: assigned 2 0 at 1");
        kept.Of(SmallBarometer.Security, dimension: SmallBarometer.NationalSecurity).ShouldBe("0 0 of 0: assigned 1 0 at 1, once -1 0 at 1");
    }

    [Fact]
    public void Of_one_happening_those_of_the_highest_level_are_kept_and_what_is_linked_with_none_stays()
    {
        // A head of state, a minister and somebody of no level tell one happening; a minister alone tells another: 3 and 2 of 3 + 1 + 1 + 2 stay.
        var kept = new Catalogue().Russia(3, said: Head).China(1, said: Minister).Russia(1).Russia(2, said: Minister).Link(1, 2).Link(2, 3).Under("heads".Does(new Keep([Key.Happening], Kept.HighestLevel)));
        kept.OfRussia().ShouldBe("5 0 of 2: assigned 6 0 at 3, heads -1 0 at 1");
        kept.Of(SmallBarometer.China).ShouldBe("0 0 of 0: assigned 1 0 at 1, heads -1 0 at 1");
    }

    [Fact]
    public void Keys_are_names_and_countries_codes_and_places()
    {
        var minsk = Minister with { Place = "Minsk", Cameo = "036", EventType = "CONSULT", Theme = "Oil", Targets = [new WorldActor("Russia", "Russia", [], Level: null)] };
        foreach (var key in (Key[])[Key.Source, Key.Target, Key.Cameo, Key.EventType, Key.Theme, Key.Place])
        {
            new Catalogue().Russia(1, said: minsk).Russia(1, said: minsk).Under("one".Does(new Keep([key], Kept.First))).OfRussia().ShouldBe("1 0 of 1: assigned 2 0 at 2, one -1 0 at 1", $"{key}");
        }

        new Catalogue().Russia(1, said: minsk).Russia(1, said: minsk with { Place = "Sochi" }).Under("one".Does(new Keep([Key.Cameo, Key.Place], Kept.First))).OfRussia().ShouldBe("2 0 of 2: assigned 2 0 at 2");
    }

    [Fact]
    public void What_is_written_differently_is_not_in_common_capitals_and_the_order_of_actors_included()
    {
        var oil = Minister with { Theme = "Oil", Sources = [new WorldActor("Putin", "Russia", [], Level: null), new WorldActor("Xi", "China", [], Level: null)] };
        AreKept(Key.Theme, oil with { Theme = "OIL" });
        AreKept(Key.Source, oil with { Sources = [.. oil.Sources.Reverse()] });

        void AreKept(Key key, Classification other) =>
            new Catalogue().Russia(1, said: oil).Russia(1, said: other).Under("one".Does(new Keep([key], Kept.First))).OfRussia().ShouldBe("2 0 of 2: assigned 2 0 at 2", $"{key}");
    }

    [Fact]
    public void One_of_which_something_is_not_said_has_it_in_common_with_no_other()
    {
        foreach (var key in (Key[])[Key.Source, Key.Target, Key.Cameo, Key.EventType, Key.Theme, Key.Place])
            new Catalogue().Russia(1).Russia(1).Under("one".Does(new Keep([Key.Day, key], Kept.First))).OfRussia().ShouldBe("2 0 of 2: assigned 2 0 at 2", $"{key}");
    }

    [Fact]
    public void What_is_kept_out_is_not_among_what_is_not_coded()
    {
        var kept = new Catalogue().Unscored().Unscored().Under("one".Does(new Keep([], Kept.First)));
        kept.NotCoded.ShouldHaveSingleItem().Developments.ShouldBe(1);
        new Catalogue().Unscored().Unscored().Under("one".Does(new Keep([], Kept.First)), "coded".Does(new Set(Same(2), Part.Both, Dimension: null))).OfRussia().ShouldBe("2 0 of 1: assigned 0 0, coded 2 0 at 1");
    }
}

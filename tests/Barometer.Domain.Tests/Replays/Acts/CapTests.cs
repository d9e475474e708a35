using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

public class CapTests
{
    private static Classification On(string theme) => Classification.None with { Theme = theme };

    [Fact]
    public void What_is_cut_off_an_index_is_a_line_of_the_rule_alone()
    {
        // 3 + 2 − 4, at most 4 and at least −1.
        new Catalogue().Russia(3).Russia(2).Russia(-3).Russia(-1).Under("cap".Does(new Cap([], Number(-1), Number(4))))
            .OfRussia().ShouldBe("4 -1 of 4: assigned 5 -4 at 4, cap alone -1 3");
        new Catalogue().Russia(3).Under("cap".Does(new Cap([], Number(-1), Number(4)))).OfRussia().ShouldBe("3 0 of 1: assigned 3 0 at 1");
    }

    [Fact]
    public void Caps_on_an_index_see_what_earlier_ones_cut()
    {
        new Catalogue().Russia(3).Russia(2).Under("four".Does(new Cap([], null, Number(4))), "two".Does(new Cap([], null, Number(2.5m))))
            .OfRussia().ShouldBe("2.5 0 of 2: assigned 5 0 at 2, four alone -1 0, two alone -1.5 0");
    }

    [Fact]
    public void A_condition_that_holds_for_every_development_is_as_none()
    {
        // An empty list that was read is not the empty list that is written here.
        var every = new All([.. Enumerable.Empty<Condition>().ToArray()]);
        new Catalogue().Russia(3).Russia(2).Under("four".Does(new Cap([], null, Number(4))), "two".Does(new Cap([], null, Number(2.5m)), every))
            .OfRussia().ShouldBe("2.5 0 of 2: assigned 5 0 at 2, four alone -1 0, two alone -1.5 0");
    }

    [Fact]
    public void Groups_are_cut_each_by_itself()
    {
        // Trade 3 + 2 to 4, gas 3 + 3 to 4, and 1 without a theme.
        new Catalogue().Russia(3, said: On("trade")).Russia(2, said: On("trade")).Russia(3, said: On("gas")).Russia(3, said: On("gas")).Russia(1).Under("theme".Does(new Cap([Key.Theme], null, Number(4))))
            .OfRussia().ShouldBe("9 0 of 5: assigned 12 0 at 5, theme alone -3 0");
    }

    [Fact]
    public void Caps_on_groups_stand_side_by_side_and_the_index_is_bounded_last()
    {
        // By theme 6 − 4 = 2 is cut, by day (the same six) 6 − 5 = 1; the index then stands at 3 and is cut to 2.5.
        new Catalogue().Russia(3, said: On("trade")).Russia(3, said: On("trade"))
            .Under("theme".Does(new Cap([Key.Theme], null, Number(4))), "day".Does(new Cap([Key.Day], null, Number(5))), "index".Does(new Cap([], null, Number(2.5m))))
            .OfRussia().ShouldBe("2.5 0 of 2: assigned 6 0 at 2, theme alone -2 0, day alone -1 0, index alone -0.5 0");
    }

    [Fact]
    public void Together_they_cut_no_more_off_than_there_is()
    {
        // By theme all of 6 is cut; by day 6 − 1 = 5 would be, and nothing is left.
        new Catalogue().Russia(3, said: On("trade")).Russia(3, said: On("trade")).Russia(-2, said: On("trade"))
            .Under("theme".Does(new Cap([Key.Theme], null, Number(0))), "day".Does(new Cap([Key.Day], null, Number(1))))
            .OfRussia().ShouldBe("0 -2 of 3: assigned 6 -2 at 3, theme alone -6 0");
        new Catalogue().Russia(-3, said: On("trade")).Russia(-3, said: On("gas"))
            .Under("theme".Does(new Cap([Key.Theme], Number(-1), null)), "day".Does(new Cap([Key.Day], Number(-1), null)))
            .OfRussia().ShouldBe("0 0 of 2: assigned 0 -6 at 2, theme alone 0 4, day alone 0 2");
    }

    [Fact]
    public void With_a_condition_only_those_developments_are_bounded()
    {
        new Catalogue().Russia(3, said: On("trade")).Russia(2, said: On("trade")).Russia(3).Under("trade".Does(new Cap([], null, Number(4)), Says(Trait.Theme, "trade")))
            .OfRussia().ShouldBe("7 0 of 3: assigned 8 0 at 3, trade alone -1 0");
    }

    [Fact]
    public void A_day_is_the_day_on_which_it_counts()
    {
        new Catalogue().Russia(3).Russia(2).Russia(2, "2019-11-21").Under("day".Does(new Cap([Key.Day], null, Number(4)))).OfRussia().ShouldBe("6 0 of 3: assigned 7 0 at 3, day alone -1 0");
        // Filed by their last day both count on the last day of issue 11.
        new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2019-10-31", filed: SmallBarometer.Issue12).Russia(2, "2019-10-31")
            .Under("dated".Does(new FileBy(Filed.LastDay)), "day".Does(new Cap([Key.Day], null, Number(4)))).OfRussia(SmallBarometer.Issue11).ShouldBe("4 0 of 2: assigned 2 0 at 1, dated 3 0 at 1, day alone -1 0");
    }

    [Fact]
    public void A_development_that_tells_no_linked_happening_is_one_of_its_own_with_all_its_scores()
    {
        // Its two scores come together in one dimension: 2 + 2, cut to 3. The other development is another happening.
        new Catalogue().Security(2, 2).Security(1, 0).Under("one".Does(new MoveTo(SmallBarometer.NationalSecurity)), "happening".Does(new Cap([Key.Happening], null, Number(3))))
            .Of(SmallBarometer.Security, dimension: SmallBarometer.NationalSecurity).ShouldBe("4 0 of 4: assigned 3 0 at 2, one 2 0 at 2, happening alone -1 0");
    }

    [Fact]
    public void Linked_developments_of_a_relationship_are_one_happening()
    {
        new Catalogue().Russia(3).China(1).Russia(3).Link(1, 2).Link(3, 2).Under("happening".Does(new Cap([Key.Happening], null, Number(4)))).OfRussia().ShouldBe("4 0 of 2: assigned 6 0 at 2, happening alone -2 0");
    }
}

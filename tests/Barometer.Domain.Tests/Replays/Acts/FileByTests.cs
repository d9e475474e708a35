using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.Replays.Acts;

public class FileByTests
{
    // Issue 12 is November and December; of these days two are in October and four in November.
    private const string Turn = "2019-10-30..2019-11-04";

    [Fact]
    public void By_the_first_day_or_the_last()
    {
        var catalogue = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), Turn, filed: SmallBarometer.Issue12);
        var first = catalogue.Under("dated".Does(new FileBy(Filed.FirstDay)));
        first.OfRussia(SmallBarometer.Issue11).ShouldBe("3 0 of 1: assigned 0 0, dated 3 0 at 1");
        first.OfRussia().ShouldBe("0 0 of 0: assigned 3 0 at 1, dated -3 0 at 1");
        // It is filed so already.
        catalogue.Under("dated".Does(new FileBy(Filed.LastDay))).OfRussia().ShouldBe("3 0 of 1: assigned 3 0 at 1");
    }

    [Fact]
    public void By_most_of_its_days_and_of_two_with_as_many_the_earlier()
    {
        new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), Turn, filed: SmallBarometer.Issue11).Under("dated".Does(new FileBy(Filed.LargerShare)))
            .OfRussia().ShouldBe("3 0 of 1: assigned 0 0, dated 3 0 at 1");
        new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2019-10-30..2019-11-02", filed: SmallBarometer.Issue12).Under("dated".Does(new FileBy(Filed.LargerShare)))
            .OfRussia(SmallBarometer.Issue11).ShouldBe("3 0 of 1: assigned 0 0, dated 3 0 at 1");
    }

    [Fact]
    public void By_days_the_last_share_takes_the_remainder()
    {
        // −1 × 2 ÷ 6 = −0.333333333…, and −1 − (−0.333333333) = −0.666666667.
        var shared = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(-1), Turn, filed: SmallBarometer.Issue12).Under("dated".Does(new FileBy(Filed.ByDays)));
        shared.OfRussia(SmallBarometer.Issue11).ShouldBe("0 -0.333333333 of 1: assigned 0 0, dated 0 -0.333333333 at 1");
        // What stays in part is one development that the rule changes.
        shared.OfRussia().ShouldBe("0 -0.666666667 of 1: assigned 0 -1 at 1, dated 0 0.333333333 at 1");
    }

    [Fact]
    public void By_days_over_three_periods()
    {
        // 1 + 61 + 5 days: 2 × 1 ÷ 67 = 0.0298507462…, 2 × 61 ÷ 67 = 1.8208955223…, the rest 0.149253732 (2 × 5 ÷ 67 = 0.1492537313…).
        var shared = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(2), "2019-10-31..2020-01-05", filed: SmallBarometer.Issue13).Under("dated".Does(new FileBy(Filed.ByDays)));
        shared.OfRussia(SmallBarometer.Issue11).ShouldBe("0.029850746 0 of 1: assigned 0 0, dated 0.029850746 0 at 1");
        shared.OfRussia().ShouldBe("1.820895522 0 of 1: assigned 0 0, dated 1.820895522 0 at 1");
        shared.OfRussia(SmallBarometer.Issue13).ShouldBe("0.149253732 0 of 1: assigned 2 0 at 1, dated -1.850746268 0 at 1");
    }

    [Fact]
    public void What_is_filed_into_a_period_that_nobody_asked_for_is_told()
    {
        // Filed under November and December; of 67 days 5 are in January, which is not asked for: the remainder of 2 is 0.149253732.
        var told = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(2), "2019-10-31..2020-01-05", filed: SmallBarometer.Issue12)
            .Under(SmallBarometer.Issue11, SmallBarometer.Issue12, "dated".Does(new FileBy(Filed.ByDays)));

        told.FiledOutside.ShouldBe([new FiledOutside(SmallBarometer.Russia, SmallBarometer.Development, SmallBarometer.Issue12, SmallBarometer.Issue13, "dated", Rules.Number(0.149253732m), 1)]);
        told.Indices.Aggregate(told.FiledOutside[0].Value, (sum, index) => sum + index.Aggregate).ShouldBe(Rules.Number(2));
    }

    [Fact]
    public void What_came_before_the_first_period_counts_on_its_first_day()
    {
        // Issue 1 begins on 1 January 2018; of the days from 20 December on, as many are left as lie in it, and none in another.
        var begin = SmallBarometer.Settings.Calendar.PeriodOf(1);
        foreach (var by in Enum.GetValues<Filed>())
        {
            new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2017-12-20..2018-01-05", filed: begin).Under(begin, SmallBarometer.Issue11, "dated".Does(new FileBy(by)))
                .OfRussia(begin).ShouldBe("3 0 of 1: assigned 3 0 at 1");
            new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2017-12-20..2017-12-25", filed: SmallBarometer.Issue11).Under(begin, SmallBarometer.Issue11, "dated".Does(new FileBy(by)))
                .OfRussia(begin).ShouldBe("3 0 of 1: assigned 0 0, dated 3 0 at 1");
        }
    }

    [Fact]
    public void Without_known_days_it_stays_where_it_is_filed()
    {
        foreach (var by in Enum.GetValues<Filed>())
            new Catalogue().Russia(3, "-").Under("dated".Does(new FileBy(by))).OfRussia().ShouldBe("3 0 of 1: assigned 3 0 at 1");
    }

    [Fact]
    public void Of_several_rules_the_last_that_is_about_it_files_it()
    {
        var filed = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), Turn, filed: SmallBarometer.Issue13)
            .Under("first".Does(new FileBy(Filed.FirstDay)), "last".Does(new FileBy(Filed.LastDay)), "nobody".Does(new FileBy(Filed.ByDays), new OfRelationship([SmallBarometer.China])));
        filed.OfRussia().ShouldBe("3 0 of 1: assigned 0 0, last 3 0 at 1");
        filed.OfRussia(SmallBarometer.Issue11).ShouldBe("no index");
    }

    [Fact]
    public void What_comes_from_a_period_that_nobody_asked_for_is_counted()
    {
        var catalogue = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2019-11-20", filed: SmallBarometer.Issue13);
        catalogue.Under(SmallBarometer.Issue12, SmallBarometer.Issue12, "dated".Does(new FileBy(Filed.FirstDay))).OfRussia().ShouldBe("3 0 of 1: assigned 0 0, dated 3 0 at 1");
        catalogue.Under(SmallBarometer.Issue13, SmallBarometer.Issue13, "dated".Does(new FileBy(Filed.FirstDay))).OfRussia(SmallBarometer.Issue13).ShouldBe("0 0 of 0: assigned 3 0 at 1, dated -3 0 at 1");
    }

    [Fact]
    public void A_level_begins_where_the_days_of_the_first_development_are()
    {
        // Filed under issue 12, and by its days in issue 11, where nothing is filed.
        var catalogue = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(3), "2019-10-30", filed: SmallBarometer.Issue12);
        catalogue.Under(SmallBarometer.Issue12, SmallBarometer.Issue12, "dated".Does(new FileBy(Filed.FirstDay)), "level".Does(new Level(null)))
            .OfRussia().ShouldBe("3 0 of 0: assigned 3 0 at 1, dated -3 0 at 1, carried over 3 0");
    }
}

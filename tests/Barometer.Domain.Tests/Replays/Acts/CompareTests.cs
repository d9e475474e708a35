using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays.Acts;

public class CompareTests
{
    private static readonly Rule Fewer = "compared".Does(new Compare(Counted.Developments, SmallBarometer.Development, Number(2), Number(0.5m), Number(-1)));

    private static Classification Cites(int? count) => Classification.None with { Evidence = [new Evidence("Table 1", count, [])] };

    [Fact]
    public void A_period_is_compared_with_the_one_before()
    {
        // 2, 1 and 1 developments.
        var compared = new Catalogue().Russia(1, "2019-09-02").Russia(1, "2019-09-03").Russia(1, "2019-11-20").Russia(1, "2020-01-20").Under(Fewer);
        compared.OfRussia(SmallBarometer.Issue11).ShouldBe("2 0 of 2: assigned 2 0 at 2");
        compared.OfRussia().ShouldBe("3 0 of 1: assigned 1 0 at 1, compared alone 2 0");
        compared.OfRussia(SmallBarometer.Issue13).ShouldBe("1.5 0 of 1: assigned 1 0 at 1, compared alone 0.5 0");
    }

    [Fact]
    public void Down_to_none_is_fewer_and_from_none_to_none_is_nothing_to_compare()
    {
        var compared = new Catalogue().Russia(1, "2019-09-02").Under(Fewer);
        compared.OfRussia().ShouldBe("2 0 of 0: assigned 0 0, compared alone 2 0");
        compared.OfRussia(SmallBarometer.Issue13).ShouldBe("no index");
    }

    [Fact]
    public void The_period_before_is_looked_at_though_nobody_asked_for_it()
    {
        var catalogue = new Catalogue().Russia(1, "2019-09-02").Russia(1).Russia(1);
        catalogue.Under(SmallBarometer.Issue12, SmallBarometer.Issue12, Fewer).OfRussia().ShouldBe("2 -1 of 2: assigned 2 0 at 2, compared alone 0 -1");
    }

    [Fact]
    public void The_first_period_of_the_barometer_has_none_before_it_whatever_is_asked_for()
    {
        var catalogue = new Catalogue().Russia(1);
        catalogue.Under(SmallBarometer.Issue12, SmallBarometer.Issue12, Fewer).OfRussia().ShouldBe("1 0 of 1: assigned 1 0 at 1");
        catalogue.Under(SmallBarometer.Issue11, SmallBarometer.Issue12, Fewer).OfRussia().ShouldBe("1 0 of 1: assigned 1 0 at 1");
        // With anything at all before, there is a period to compare with.
        new Catalogue().Russia(1).China(1, "2019-09-02").Under(Fewer).OfRussia().ShouldBe("1 -1 of 1: assigned 1 0 at 1, compared alone 0 -1");
    }

    [Fact]
    public void Rows_of_evidence_are_counted_and_an_unknown_number_is_compared_with_nothing()
    {
        var rule = "table".Does(new Compare(Counted.Evidence, SmallBarometer.Development, Number(2), Number(0), Number(-2)));
        new Catalogue().Russia(0, "2019-09-02", Cites(5)).Russia(0, said: Cites(2)).Russia(0, said: Cites(2)).Under(rule).OfRussia().ShouldBe("2 0 of 2: assigned 0 0 at 2, table alone 2 0");
        new Catalogue().Russia(0, "2019-09-02", Cites(5)).Russia(0, said: Cites(2)).Russia(0, said: Cites(null)).Under(rule).OfRussia().ShouldBe("0 0 of 2: assigned 0 0 at 2");
    }

    [Fact]
    public void An_unknown_number_that_is_filed_elsewhere_is_unknown_there()
    {
        var rule = "table".Does(new Compare(Counted.Evidence, SmallBarometer.Development, Number(2), Number(0), Number(-2)));
        var compared = new Catalogue().Russia(0, "2019-09-02", Cites(5)).Russia(0, said: Cites(2)).Add(SmallBarometer.Russia, SmallBarometer.Points(0), "2020-01-03", Cites(null), SmallBarometer.Issue12)
            .Under("dated".Does(new FileBy(Filed.FirstDay)), rule);
        compared.OfRussia().ShouldBe("2 0 of 1: assigned 0 0 at 2, dated 0 0 at 1, table alone 2 0");
        compared.OfRussia(SmallBarometer.Issue13).ShouldBe("0 0 of 1: assigned 0 0, dated 0 0 at 1");
    }

    [Fact]
    public void A_relationship_without_the_dimension_gets_no_value() =>
        new Catalogue().Russia(1, "2019-09-02").Under("compared".Does(new Compare(Counted.Developments, SmallBarometer.NationalSecurity, Number(2), Number(0), Number(-1)))).Indices.ShouldHaveSingleItem();

    [Fact]
    public void What_is_excluded_is_not_counted()
    {
        new Catalogue().Russia(1, "2019-09-02").Russia(1).Russia(2).Under("out".Does(new Exclude(), new Assigned(Scored: true, Part.Both, new Span(Number(2), null))), Fewer)
            .OfRussia().ShouldBe("1.5 0 of 1: assigned 3 0 at 2, out -2 0 at 1, compared alone 0.5 0");
    }
}

using Barometer.Domain.Record;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays;

public class TooLargeTests
{
    private static readonly Rule Million = "million".Does(new Scale(Same(1_000_000), Part.Both));

    [Fact]
    public void What_grows_too_large_to_be_held_is_refused_in_a_sentence()
    {
        foreach (Rule[] rules in (Rule[][])[[Million, Million with { Id = "again" }], [Million, Million with { Id = "again" }, "level".Does(new Level(null))], [Million, "thousands".Does(new Scale(Same(9_000), Part.Both)), "one".Does(new Keep([Key.Relationship, Key.Day], Kept.Largest), Says(Trait.Mode, "none"))]])
            RuledIndices.Of(Of(rules), new Catalogue().Russia(3).Columns, SmallBarometer.Issue11, SmallBarometer.Issue13).ShouldBeRefused(RefusalKind.Rule, "tried@1", "9 billion");
    }

    [Fact]
    public void A_factor_below_what_is_counted_in_leaves_nothing() =>
        new Catalogue().Russia(3).Under("tiny".Does(new Scale(Same(0.000000001m), Part.Both)), "tinier".Does(new Scale(Same(0.1m), Part.Both))).OfRussia().ShouldBe("0 0 of 1: assigned 3 0 at 1, tiny -2.999999997 0 at 1, tinier -0.000000003 0 at 1");

    [Fact]
    public void Periods_that_end_before_they_begin_have_no_index() =>
        new Catalogue().Russia(3).Under(SmallBarometer.Issue13, SmallBarometer.Issue11, "level".Does(new Level(Number(30)))).Indices.ShouldBeEmpty();

    [Fact]
    public void A_barometer_without_developments_has_no_index()
    {
        var empty = new Catalogue().Under("cap".Does(new Cap([], null, Number(1))), CompareAll, "full".Does(new Saturate(Number(1))), "level".Does(new Level(Number(30))));
        (empty.Indices.Length, empty.NotCoded.Length).ShouldBe((0, 0));
    }

    private static Rule CompareAll => "compared".Does(new Compare(Counted.Developments, SmallBarometer.Development, Number(1), Number(1), Number(1)));
}

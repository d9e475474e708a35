using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays;

public class CompositeTests
{
    // Russia 4, 2, 0 and China 1, −1, 3 in issues 11 to 13; Russia's 4 are two developments, its 0 none.
    private static readonly Catalogue Given = new Catalogue()
        .Russia(3, "2019-09-02").Russia(1, "2019-09-02").Russia(2).China(1, "2019-09-02").China(-1).China(3, "2020-01-20");

    [Fact]
    public void Weights_times_values_are_added_each_rounded()
    {
        // 0.666666667 × 4 + 0.333333333 × 1 = 2.666666668 + 0.333333333.
        Said(Normalisation.None, Mean.Arithmetic, (SmallBarometer.Russia, 0.666666667m, false), (SmallBarometer.China, 0.333333333m, false)).ShouldBe("3.000000001 1.000000001 0.999999999");
        // 0.5 × 4 − 0.5 × 1 and so on: China turned round.
        Said(Normalisation.None, Mean.Arithmetic, (SmallBarometer.Russia, 0.5m, false), (SmallBarometer.China, 0.5m, true)).ShouldBe("1.5 1.5 -1.5");
    }

    [Fact]
    public void By_developments_there_is_none_where_there_are_none()
    {
        Said(Normalisation.PerDevelopment, Mean.Arithmetic, (SmallBarometer.Russia, 0.5m, false), (SmallBarometer.China, 0.5m, false)).ShouldBe("1.5 0.5 none");
        Figures(Normalisation.PerDevelopment, Mean.Arithmetic, (SmallBarometer.Russia, 1, false))[2].Why.ShouldNotBeNull().ShouldStartWith("russia cannot be normalised");
    }

    [Fact]
    public void By_least_and_most()
    {
        // Russia from 0 to 4: 1, 0.5, 0. China from −1 to 3: 0.5, 0, 1.
        Said(Normalisation.MinMax, Mean.Arithmetic, (SmallBarometer.Russia, 1, false)).ShouldBe("1 0.5 0");
        Said(Normalisation.MinMax, Mean.Arithmetic, (SmallBarometer.Russia, 0.5m, false), (SmallBarometer.China, 0.5m, false)).ShouldBe("0.75 0.25 0.5");
        Said(Normalisation.MinMax, Mean.Arithmetic, (SmallBarometer.Russia, 1, true)).ShouldBe("0 0.5 1");
    }

    [Fact]
    public void By_standard_deviations_of_a_population()
    {
        // Russia 4, 2, 0: mean 2, variance (4 + 0 + 4) ÷ 3, deviation √2.666… = 1.632993162 (1.6329931618…); 2 ÷ 1.632993162 = 1.22474487125….
        Said(Normalisation.ZScore, Mean.Arithmetic, (SmallBarometer.Russia, 1, false)).ShouldBe("1.224744871 0 -1.224744871");
        Figures(Normalisation.ZScore, Mean.Arithmetic, ("nobody", 1, false))[0].Why.ShouldNotBeNull().ShouldContain("all alike");
    }

    [Fact]
    public void A_geometric_mean_is_of_values_above_0()
    {
        // √(4 × 1) = 2; then China is below 0, and Russia 0.
        Said(Normalisation.None, Mean.Geometric, (SmallBarometer.Russia, 0.5m, false), (SmallBarometer.China, 0.5m, false)).ShouldBe("2 none none");
        Figures(Normalisation.None, Mean.Geometric, (SmallBarometer.Russia, 0.5m, false), (SmallBarometer.China, 0.5m, false))[1].Why.ShouldBe("china is -1; a geometric mean is of values above 0");
        // 4^0.75 × 1^0.25 = 2^1.5 = 2.8284271247….
        Said(Normalisation.None, Mean.Geometric, (SmallBarometer.Russia, 0.75m, false), (SmallBarometer.China, 0.25m, false)).ShouldBe("2.828427125 none none");
    }

    [Fact]
    public void Reference_periods_are_looked_at_though_nobody_asked_for_them()
    {
        // Of issues 11 and 12 Russia has 4 and 2: 0 in issue 13 lies below the least of them.
        var rules = Of(Normalisation.MinMax, Mean.Arithmetic, SmallBarometer.Issue11, SmallBarometer.Issue12, (SmallBarometer.Russia, 1, false));
        var asked = Given.Under(rules, SmallBarometer.Issue12, SmallBarometer.Issue13);
        asked.Composites.Select(c => $"{c.Period} {c.Value}").ShouldBe(["2019-11/2019-12 0", "2020-01/2020-02 0"]);
        asked.Indices.ShouldAllBe(i => i.Period != SmallBarometer.Issue11);
        // Of later ones too: of issues 12 and 13 it has 2 and 0.
        rules = Of(Normalisation.MinMax, Mean.Arithmetic, SmallBarometer.Issue12, SmallBarometer.Issue13, (SmallBarometer.Russia, 1, false));
        Given.Under(rules, SmallBarometer.Issue11, SmallBarometer.Issue11).Composites.ShouldHaveSingleItem().Value.ShouldBe(Number(1));
    }

    [Fact]
    public void A_deviation_is_rounded_once()
    {
        // 6 billionths, 0, 0, 0: the mean is 1.5, to the even 2; the deviation √108 ÷ 4 = 2.598…, rounded 3, and (6 − 2) ÷ 3 = 1.333….
        // With the root rounded first, 10 ÷ 4 = 2.5 would go to the even 2, and the score would be 2.
        var tiny = new Catalogue().Russia(3, "2019-09-02").Russia(3, "2019-09-02");
        var rules = Of(Normalisation.ZScore, Mean.Arithmetic, from: null, to: null, (SmallBarometer.Russia, 1, false)) with
        {
            Rules = ["tiny".Does(new Scale(Same(0.000000001m), Part.Both))],
        };
        tiny.Under(rules, SmallBarometer.Issue11, SmallBarometer.Settings.Calendar.PeriodOf(14)).Composites[0].Value.ShouldBe(Number(1.333333333m));
    }

    private static string Said(Normalisation by, Mean mean, params (string Relationship, decimal Weight, bool Reversed)[] parts) =>
        string.Join(' ', Figures(by, mean, parts).Select(f => f.Value?.ToString() ?? "none"));

    private static CompositeFigure[] Figures(Normalisation by, Mean mean, params (string Relationship, decimal Weight, bool Reversed)[] parts) => [.. Given.Under(Of(by, mean, from: null, to: null, parts)).Composites];

    private static RuleSet Of(Normalisation by, Mean mean, PeriodId? from, PeriodId? to, params (string Relationship, decimal Weight, bool Reversed)[] parts) =>
        Rules.Of() with { Composite = new Composite("whole", "", SmallBarometer.Development, by, from, to, mean, [.. parts.Select(p => new CompositePart(p.Relationship, Number(p.Weight), p.Reversed))]) };
}

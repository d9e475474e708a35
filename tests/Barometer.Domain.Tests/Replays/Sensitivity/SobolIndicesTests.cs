using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

/// <summary>Functions whose indices are known.</summary>
public class SobolIndicesTests
{
    private static readonly RuleSet Additive = Rules(Rule("values", Values(("010", 1), ("040", 1)))) with
    {
        Inputs =
        [
            Input("x", Varied.Number, "values", new Uniform(Number(0), Number(12)), "010"),
            Input("y", Varied.Number, "values", new Uniform(Number(0), Number(6)), "040"),
        ],
    };

    [Fact]
    public void Of_a_sum_the_share_of_each_is_its_variance()
    {
        // Russia is x + y: variances 144 ÷ 12 = 12 and 36 ÷ 12 = 3, shares 0.8 and 0.2, alone and in total. China is y alone.
        var answer = Sobol(Additive, Told.Columns([new Told("russia", 1, "010"), new Told("russia", 2, "040"), new Told("china", 1, "040")]), 4_000).ShouldBeAccepted();
        var russia = answer.Indices.Single(i => i.Relationship == "russia");
        russia.Variance.ShouldBe(15, 0.7m);
        ShouldBeNear(russia, "x", 0.8m, 0.8m);
        ShouldBeNear(russia, "y", 0.2m, 0.2m);
        var china = answer.Indices.Single(i => i.Relationship == "china");
        china.Inputs.Single(i => i.Input == "x").ShouldBe(new SobolShare("x", First(china, "x"), 0));
        ShouldBeNear(china, "y", 1, 1);
    }

    [Fact]
    public void Of_a_product_the_total_has_what_both_do_together()
    {
        // x × y, x in 1…3, y in 0…2: means 2 and 1, variances 1/3. V = 1/3·1/3 + 4·1/3 + 1·1/3 = 16/9; x alone 1/3 ÷ 16/9 = 3/16, y alone 4/3 ÷ 16/9 = 3/4, together 1/16.
        var rules = Rules(Rule("value", Values(("010", 1))), Rule("weight", Times(1))) with
        {
            Inputs = [Input("x", Varied.Number, "value", new Uniform(Number(1), Number(3)), "010"), Input("y", Varied.Number, "weight", new Uniform(Number(0), Number(2)))],
        };
        var index = Sobol(rules, Told.Columns([new Told("russia", 1, "010")]), 8_000).ShouldBeAccepted().Indices.Single();
        ShouldBeNear(index, "x", 0.1875m, 0.25m);
        ShouldBeNear(index, "y", 0.75m, 0.8125m);
    }

    [Fact]
    public void Where_nothing_varies_it_is_said_and_nothing_divided_by_0()
    {
        var index = Sobol(Additive, Told.Columns([new Told("russia", 1, "036", 2)]), 50).ShouldBeAccepted().Indices.Single();
        (index.Variance, index.Why).ShouldBe((0, SobolIndices.NoVariance));
        index.Inputs.ShouldAllBe(i => i.First == null && i.Total == null);
    }

    [Fact]
    public void A_composite_has_shares_too()
    {
        // (x + y) ÷ 2 of Russia and China: the shares of the sum.
        var rules = Additive with
        {
            Composite = new Composite("all", "because", "development", Normalisation.None, null, null, Mean.Arithmetic, [new("russia", Number(0.5m), false), new("china", Number(0.5m), false)]),
        };
        var answer = Sobol(rules, Told.Columns([new Told("russia", 1, "010"), new Told("china", 1, "040")]), 4_000).ShouldBeAccepted();
        var composite = answer.Composites.Single();
        composite.Variance!.Value.ShouldBe(3.75m, 0.2m);
        composite.Inputs[0].Total!.Value.ShouldBe(0.8m, 0.04m);
        composite.Inputs[1].First!.Value.ShouldBe(0.2m, 0.04m);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<SobolIndices>(JsonSerializer.Serialize(answer, RecordJson.Options), RecordJson.Options), RecordJson.Options)
            .ShouldBe(JsonSerializer.Serialize(answer, RecordJson.Options));
    }

    [Fact]
    public void Only_the_periods_asked_for_are_answered_though_a_composite_refers_to_earlier_ones()
    {
        var rules = Additive with
        {
            Composite = new Composite("all", "because", "development", Normalisation.MinMax, SmallBarometer.Issue11, SmallBarometer.Issue12, Mean.Arithmetic, [new("russia", Number(1), false)]),
        };
        var columns = Told.Columns([new Told("russia", 1, "036", 2), new Told("russia", 70, "010")]);

        var answer = SobolIndices.Of(rules, columns, SmallBarometer.Issue12, SmallBarometer.Issue12, 10, seed: 1, stop: TestContext.Current.CancellationToken).ShouldBeAccepted();
        var stability = Uncertainty.Of(rules, columns, SmallBarometer.Issue12, SmallBarometer.Issue12, 10, seed: 1, stop: TestContext.Current.CancellationToken).ShouldBeAccepted();

        (answer.From, answer.To, stability.From, stability.To).ShouldBe((SmallBarometer.Issue12, SmallBarometer.Issue12, SmallBarometer.Issue12, SmallBarometer.Issue12));
        answer.Indices.Select(i => i.Period).ShouldBe([SmallBarometer.Issue12]);
        answer.Composites.Select(c => c.Period).ShouldBe([SmallBarometer.Issue12]);
        stability.Indices.Select(i => i.Period).ShouldBe([SmallBarometer.Issue12]);
    }

    [Fact]
    public void The_errors_of_all_coders_are_one_input()
    {
        // 12 developments err up or down with 1 in 4 each: a variance of 12 × 0.5 = 6; the weight, on one value of 1, 2 ÷ 12 × … = (√72)² ÷ 12 = 6.
        var rules = Rules(Rule("value", Values(("010", 1)), "010")) with
        {
            Inputs = [Coder(0.25m, 0.25m), Input("x", Varied.Number, "value", new Uniform(Number(0), Number(8.485281374m)), "010")],
        };
        var told = Enumerable.Range(0, 12).Select(i => new Told("russia", i, "040", 1)).Append(new Told("russia", 1, "010"));
        var index = Sobol(rules, Told.Columns(told), 4_000).ShouldBeAccepted().Indices.Single();
        index.Variance.ShouldBe(12, 0.6m);
        ShouldBeNear(index, "coder", 0.5m, 0.5m);
        ShouldBeNear(index, "x", 0.5m, 0.5m);
    }

    private static Decision<SobolIndices> Sobol(RuleSet rules, Columns columns, int draws) =>
        SobolIndices.Of(rules, columns, Asked.From, Asked.From, draws, seed: 1, stop: TestContext.Current.CancellationToken);

    private static decimal? First(SobolOfIndex index, string input) => index.Inputs.Single(i => i.Input == input).First;

    // With thousands of draws estimates come within a few hundredths; the seed is fixed.
    private static void ShouldBeNear(SobolOfIndex index, string input, decimal first, decimal total)
    {
        var share = index.Inputs.Single(i => i.Input == input);
        share.First!.Value.ShouldBe(first, 0.04m, input);
        share.Total!.Value.ShouldBe(total, 0.04m, input);
    }
}

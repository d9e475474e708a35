using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

public class UncertaintyTests
{
    [Theory]
    [InlineData(250, 1000, 0.25, 0.013693)]
    [InlineData(1, 3, 0.333333, 0.272166)]
    [InlineData(1000, 1000, 1, 0)]
    [InlineData(0, 1000, 0, 0)]
    public void A_share_has_its_standard_error(int agreeing, int draws, double share, double error)
    {
        // √(0.25 × 0.75 ÷ 1000) = √0.0001875 = 0.0136930…; √(2 ÷ 27) = 0.2721655…
        Agreement.Of(agreeing, draws).ShouldBe(new Agreement(agreeing, (decimal)share, (decimal)error));
    }

    [Fact]
    public void Sign_rank_and_band_are_held_against_the_baselines()
    {
        // Russia is x, China 2: x is 1, 2, 3 or -1. Bands: good from 2, bad to -1; 0 and 1 are in none.
        var columns = Told.Columns([new Told("russia", 1, "010"), new Told("china", 1, "040")]);
        var rules = Rules(Rule("values", Values(("010", 1), ("040", 2)))) with
        {
            Bands = [new BandScale(SmallBarometer.Development, [new("good", 2, null, ""), new("bad", null, -1, "")])],
            Inputs = [Input("x", Varied.Number, "values", new OneOf([.. new[] { 1m, 2, 3, -1 }.Select(v => new Chance(Number(v), Number(0.25m)))]), "010")],
        };
        var drawn = Enumerable.Range(0, 400).Select(d => ((ByWord)((Set)new Draws(rules, 11).Of(d, _ => true).Rules.Rules[0].Act).Value).Numbers["010"].Units / FixedPoint.One).ToArray();
        int Count(params long[] x) => drawn.Count(x.Contains);

        var answer = Uncertain(rules, columns, 400, 11).ShouldBeAccepted();

        var (russia, china) = (answer.Indices.Single(i => i.Relationship == "russia"), answer.Indices.Single(i => i.Relationship == "china"));
        (russia.Value, russia.Rank, russia.Band, china.Value, china.Rank, china.Band).ShouldBe((Number(1), 2, "none", Number(2), 1, "good"));
        foreach (var varied in russia.Varied)
        {
            varied.Sign.Draws.ShouldBe(Count(1, 2, 3));
            // With 2 both are first, with 3 Russia is.
            varied.Rank.Draws.ShouldBe(Count(1, -1));
            varied.Band!.Draws.ShouldBe(Count(1));
        }

        var second = Count(1, 2, -1);
        china.Varied.ShouldAllBe(v => v.Sign.Draws == 400 && v.Rank.Draws == second && v.Band!.Share == 1);
        russia.Varied.Select(v => v.Input).ShouldBe([null, "x"]);
    }

    [Fact]
    public void Alone_an_input_has_the_draws_that_it_has_together_with_others()
    {
        var rules = AnyVaried.Rules();
        var draws = new Draws(rules, 3);
        for (var draw = 0; draw < 20; draw++)
        {
            var (together, alone) = (draws.Of(draw, _ => true).Rules, draws.Of(draw, i => i == 1).Rules);
            alone.Rules[1].Act.ShouldBe(together.Rules[1].Act);
            alone.Rules[0].Act.ShouldBe(rules.Rules[0].Act);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer_and_another_another()
    {
        var columns = Told.Columns(Enumerable.Range(0, 40).Select(i => new Told(i % 3 == 0 ? "china" : "russia", i * 4, AnyVaried.Cameos[i % 4])));
        string Written(ulong seed) => JsonSerializer.Serialize(Uncertain(AnyVaried.Rules(AnyVaried.GroupCap), columns, 100, seed).ShouldBeAccepted(), RecordJson.Options);
        Written(1).ShouldBe(Written(1));
        Written(2).ShouldNotBe(Written(1));
        var read = JsonSerializer.Deserialize<Uncertainty>(Written(1), RecordJson.Options)!;
        JsonSerializer.Serialize(read, RecordJson.Options).ShouldBe(Written(1));
    }

    [Fact]
    public void A_rule_set_without_inputs_is_refused() =>
        Uncertain(Rules(), Told.Columns([new Told("russia", 1, "010", 1)]), 10, 1).ShouldBeRefused(RefusalKind.Rule, "declares no inputs", "'inputs'");

    [Fact]
    public void Coders_err_by_one_and_nothing_else() =>
        Uncertain(Rules() with { Inputs = [Input("coder", Varied.Coder, null, new Uniform(Number(-1), Number(1)))] }, Told.Columns([new Told("russia", 1, "010", 1)]), 10, 1)
            .ShouldBeRefused(RefusalKind.Rule, "'coder'", "-1, 0 and 1");

    [Fact]
    public void A_value_that_grows_too_large_is_refused_however_draws_are_computed()
    {
        var columns = Told.Columns([new Told("russia", 1, "010"), new Told("russia", 2, "010")]);
        foreach (var more in new Rule[][] { [], [AnyVaried.WholeCap], [Rule("level", new Level(HalfLife: null))] })
        {
            var rules = Rules([Rule("values", Values(("010", 1))), .. more]) with
            {
                Inputs = [Input("x", Varied.Number, "values", new Uniform(Number(9_000_000_000), Number(9_000_000_001)), "010")],
            };
            Uncertain(rules, columns, 10, 1).ShouldBeRefused(RefusalKind.Rule, "beyond 9 billion");
        }
    }

    [Fact]
    public void It_is_told_how_far_it_is_and_stops_when_asked()
    {
        var (told, rules, columns) = (new Reported(), AnyVaried.Rules(), Told.Columns([new Told("russia", 1, "010", 1)]));
        Uncertainty.Of(rules, columns, Asked.From, Asked.To, 70, 1, told, TestContext.Current.CancellationToken).ShouldBeAccepted();
        told.Most.ShouldBe((int)Uncertainty.Evaluations(rules, 70));
        Should.Throw<OperationCanceledException>(() => Uncertainty.Of(rules, columns, Asked.From, Asked.To, 70, 1, stop: new CancellationToken(canceled: true)));
    }

    private static Decision<Uncertainty> Uncertain(RuleSet rules, Columns columns, int draws, ulong seed) =>
        Uncertainty.Of(rules, columns, Asked.From, Asked.To, draws, seed, stop: TestContext.Current.CancellationToken);

    private sealed class Reported : IProgress<int>
    {
        private int _most;

        public int Most => _most;

        public void Report(int value)
        {
            lock (this)
                _most = Math.Max(_most, value);
        }
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Record;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

/// <summary>A draw is what a whole replay under its numbers gives, to the last digit, however it is computed.</summary>
public class ReplayOfDrawsTests
{
    [Fact]
    public void Draws_are_replays_under_the_drawn_numbers() =>
        AnyVaried.Developments.Sample(told =>
        {
            var columns = Told.Columns(told);
            foreach (var (name, rules, hasCube) in AnyVaried.All)
            {
                var (baseline, draws) = (new Baseline(rules, columns, Asked.From, Asked.To), new Draws(rules, 5));
                (baseline.Cube is not null).ShouldBe(hasCube, name);
                foreach (var input in Enumerable.Range(-1, rules.Inputs.Length + 1))
                {
                    var replay = baseline.Varying(input < 0 ? rules.Inputs : [rules.Inputs[input]]);
                    Draw[] drawn = [.. Enumerable.Range(0, Math.Min(3, replay.Width)).Select(d => draws.Of(d, i => input < 0 || i == input))];
                    var aggregates = replay.Aggregates(drawn);
                    foreach (var (draw, one) in drawn.Index())
                        ShouldBeThose(baseline, one.Rules, columns, place => aggregates[(place * replay.Width) + draw], $"{name}, input {input}");
                }
            }
        }, iter: 60);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void A_coder_who_always_errs_has_scored_otherwise(int less, int more) =>
        AnyVaried.Developments.Sample(told =>
        {
            var erred = Told.Columns(told.Select(t => Erred(t, more - less)));
            foreach (var (name, rules) in WithCoders(less, more))
            {
                var (baseline, draws) = (new Baseline(rules, Told.Columns(told), Asked.From, Asked.To), new Draws(rules, 5));
                var replay = baseline.Varying([rules.Inputs[^1]]);
                var aggregates = replay.Aggregates([draws.Of(0, i => i == rules.Inputs.Length - 1)]);
                ShouldBeThose(baseline, rules, erred, place => aggregates[place * replay.Width], name);
            }
        }, iter: 40);

    [Fact]
    public void Coders_errors_of_a_cell_are_drawn_as_often_as_those_of_each_development()
    {
        // 300 developments scored +1 of whom 0.2 err down and 0.1 up: a mean of -30 and a standard deviation of √(300 (0.3 − 0.01)) = 9.3.
        var columns = Told.Columns(Enumerable.Range(0, 300).Select(i => new Told("russia", i % 50, "010", 1)));
        RuleSet counted = Rules() with { Inputs = [Coder(0.2m, 0.1m)] }, walked = counted with { Rules = [AnyVaried.Saturation with { Act = new Saturate(Number(1_000_000_000)) }] };
        foreach (var rules in new[] { counted, walked with { Rules = [Rule("level", new Level(HalfLife: null))] } })
        {
            var (baseline, draws) = (new Baseline(rules, columns, Asked.From, Asked.From), new Draws(rules, 1));
            (baseline.Cube is not null).ShouldBe(rules == counted);
            var replay = baseline.Varying(rules.Inputs);
            var drawn = Enumerable.Range(0, 200).Select(d => replay.Aggregates([draws.Of(d, _ => true)])[0] / FixedPoint.One).ToArray();
            ((decimal)drawn.Sum() / drawn.Length).ShouldBeInRange(300 - 30 - 2, 300 - 30 + 2);
            (drawn.Sum(v => (decimal)(v - 270) * (v - 270)) / drawn.Length).ShouldBeInRange(60, 120);
        }
    }

    private static IEnumerable<(string Name, RuleSet Rules)> WithCoders(int less, int more)
    {
        Input[] coder = [Coder(less, more)];
        var lowered = new Rule("lowered", "because", new Assigned(Scored: true, Part.Both, new Span(null, Number(-2))), Times(2));
        var moved = new Rule("moved", "because", new Assigned(Scored: true, Part.Both, new Span(Number(2), null)), new MoveTo("regional-tension"));
        yield return ("published", Rules() with { Inputs = [.. coder] });
        yield return ("by points", Rules(lowered, AnyVaried.WholeCap, AnyVaried.GroupCap) with { Inputs = [.. coder] });
        yield return ("moved by points", Rules(moved) with { Inputs = [.. coder] });
        foreach (var (name, rules, _) in AnyVaried.All)
            yield return ($"{name} without values", rules with { Rules = [.. rules.Rules.Skip(1)], Inputs = [.. rules.Inputs.Where(i => i.Rule != "values"), .. coder] });
    }

    // As the domain says: one number moves, within the range of 3; of both parts the one on the error's side grows.
    private static Told Erred(Told told, int error)
    {
        if (told.Positive is not { } positive)
            return told;
        var (more, less) = Moved(positive, told.Negative);
        var second = Moved(Math.Max(told.Second, 0), Math.Min(told.Second, 0));
        return told with { Positive = more, Negative = less, Second = second.Positive + second.Negative };

        (int Positive, int Negative) Moved(int up, int down)
        {
            if (up > 0 && down < 0)
                return error > 0 ? (Math.Min(up + 1, 3), down) : (up, Math.Max(down - 1, -3));
            var one = Math.Clamp(up + down + error, -3, 3);
            return (Math.Max(one, 0), Math.Min(one, 0));
        }
    }

    private static void ShouldBeThose(Baseline baseline, RuleSet rules, Columns columns, Func<int, long> aggregate, string name)
    {
        var expected = RuledIndices.Of(rules, columns, Asked.From, Asked.To).ShouldBeAccepted().Indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period), i => i.Aggregate);
        foreach (var (place, index) in baseline.Indices.Index())
            new FixedPoint(aggregate(place)).ShouldBe(expected.GetValueOrDefault((index.Relationship, index.Dimension, index.Period)), $"{name}: {index.Relationship} {index.Dimension} {index.Period}");
    }
}

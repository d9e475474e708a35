using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Record;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

public class LeavingOutTests
{
    private static readonly Told[] Few =
    [
        new("russia", 1, "010", 3, Happening: 1), new("russia", 2, "190", 0, -2), new("china", 3, "010", 1, Happening: 1), Told.Security(4, "036", 2, -1),
    ];

    [Fact]
    public void Without_a_development_an_index_is_less_by_what_it_is_worth()
    {
        var answer = LeavingOut.Developments(Rules(Rule("double", Times(2), "190")), Told.Columns(Few), Asked.From, Asked.From, 3, stop: TestContext.Current.CancellationToken).ShouldBeAccepted();
        // RU-11-002 is −2 × 2: without it Russia is 3 and not −1. Security's +2 and −1 are 3 together.
        (answer.Count, answer.Note).ShouldBe((4, LeavingOut.NeedNotSum));
        answer.Effects.Select(e => (e.What, e.Size.ToString(), e.Changed)).ShouldBe([("RU-11-002", "4", 1), ("RU-11-001", "3", 1), ("SEC-11-004", "3", 2)]);
        answer.Effects[0].Changes.ShouldBe([new IndexWithout("russia", "development", Asked.From, Number(-1), Number(3))]);
    }

    [Fact]
    public void A_rule_is_left_out_with_the_inputs_that_are_its_numbers()
    {
        // 1.5 × 1.1 twice is 3.3, cut to 2. Without the cap 3.3; without the weight 3, cut to 2 as before; without the values nothing is coded.
        var rules = AnyVaried.Rules(Rule("cap", new Cap([], null, Number(2))));
        var columns = Told.Columns([new Told("russia", 1, "010"), new Told("russia", 2, "010")]);
        var answer = LeavingOut.Rules(rules, columns, Asked.From, Asked.From, 5, stop: TestContext.Current.CancellationToken).ShouldBeAccepted();
        answer.Effects.Select(e => (e.What, e.Size.ToString())).ShouldBe([("values", "2"), ("cap", "1.3"), ("weight", "0")]);
        LeavingOut.Without(rules, rules.Rules[0]).Inputs.ShouldBe([AnyVaried.Weight]);
    }

    [Fact]
    public void A_happening_is_left_out_with_every_development_that_tells_it()
    {
        var answer = LeavingOut.Happenings(Rules(), Told.Columns(Few), Asked.From, Asked.From, 5, stop: TestContext.Current.CancellationToken).ShouldBeAccepted();
        var only = answer.Effects.ShouldHaveSingleItem();
        (only.What, only.Size.ToString(), only.Changed).ShouldBe(("RU-11-001, CN-11-003", "4", 2));
        JsonSerializer.Serialize(JsonSerializer.Deserialize<LeavingOut>(JsonSerializer.Serialize(answer, RecordJson.Options), RecordJson.Options), RecordJson.Options)
            .ShouldBe(JsonSerializer.Serialize(answer, RecordJson.Options));
    }

    [Fact]
    public void Every_effect_is_the_difference_to_a_replay_of_what_is_left() =>
        AnyVaried.Developments.Sample(told =>
        {
            var columns = Told.Columns(told);
            foreach (var (name, rules, _) in AnyVaried.All)
            {
                var with = Indices(rules, columns);
                var developments = LeavingOut.Developments(rules, columns, Asked.From, Asked.To, 1_000).ShouldBeAccepted();
                developments.Count.ShouldBe(told.Length, name);
                // The first three begin the record of their relationships: a comparison would begin later without them.
                foreach (var (ordinal, one) in told.Index().Skip(3).Select(t => (t.Index + 1, t.Item)))
                {
                    var without = Indices(rules, Told.Columns(told.Index().Select(t => (t.Index + 1, t.Item)).Where(t => t.Item1 != ordinal)));
                    ShouldBeTheDifference(developments.Effects.Single(e => e.What == Told.ReferenceOf(ordinal, one).ToString()), with, without, name);
                }

                var happenings = LeavingOut.Happenings(rules, columns, Asked.From, Asked.To, 1_000).ShouldBeAccepted();
                foreach (var happening in told.Where(t => t.Happening > 0).GroupBy(t => t.Happening).Where(g => g.Skip(1).Any()))
                {
                    var left = Indices(rules, Told.Columns(told.Index().Select(t => (t.Index + 1, t.Item)).Where(t => t.Item.Happening != happening.Key)));
                    var all = told.Index().Where(t => t.Item.Happening == happening.Key).Select(t => Told.ReferenceOf(t.Index + 1, t.Item).ToString()).ToHashSet();
                    ShouldBeTheDifference(happenings.Effects.Single(e => e.What.Split(", ").ToHashSet().SetEquals(all)), with, left, name);
                }
            }
        }, iter: 15);

    private static Dictionary<(string, string, string), FixedPoint> Indices(RuleSet rules, Columns columns) =>
        RuledIndices.Of(rules, columns, Asked.From, Asked.To).ShouldBeAccepted().Indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period.ToString()), i => i.Aggregate);

    private static void ShouldBeTheDifference(
        EffectOfLeavingOut effect, Dictionary<(string, string, string), FixedPoint> with, Dictionary<(string, string, string), FixedPoint> without, string name)
    {
        var expected = with.Keys.Union(without.Keys).Select(k => (Key: k, From: with.GetValueOrDefault(k), To: without.GetValueOrDefault(k))).Where(c => c.From != c.To).ToArray();
        effect.Changes.Select(c => ((c.Relationship, c.Dimension, c.Period.ToString()), c.From, c.To)).ShouldBe(expected, ignoreOrder: true, $"{name}, {effect.What}");
        effect.Size.ShouldBe(expected.Aggregate(FixedPoint.Zero, (sum, c) => sum + (c.To - c.From).Abs()), name);
    }
}

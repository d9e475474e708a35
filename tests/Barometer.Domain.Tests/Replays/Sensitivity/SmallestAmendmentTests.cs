using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

public class SmallestAmendmentTests
{
    [Fact]
    public void One_point_less_leaves_White_and_enters_none()
    {
        // 2 − 2 = 0 is White, −1 is in none. One less is a positive part of 1, a negative one of −3, or a part that was not there.
        var answer = Smallest(RuleSet.AsPublished, [Told.Security(1, "010", 0, 2), Told.Security(2, "010", 0, -2)]).ShouldBeAccepted();
        (answer.Value, answer.Band, answer.Size, answer.Least).ShouldBe((Number(0), "White", 1, null));
        answer.Amendments.Select(a => $"{a.Amended.Reference} {a.Amended.From.Points} to {a.Amended.To.Points}: {a.Value} {a.Band}").ShouldBe(
            ["SEC-11-001 +2 to +2/-1: -1 none", "SEC-11-001 +2 to +1: -1 none", "SEC-11-002 -2 to -3: -1 none"], ignoreOrder: true);
    }

    [Fact]
    public void None_exists_where_one_development_cannot_move_so_far_and_then_it_takes_several()
    {
        // Twelve of −3: −36, Red up to −18. Orange begins at −17, 19 points up; one development moves 6 at most, four of them 24.
        var answer = Smallest(RuleSet.AsPublished, [.. Enumerable.Range(0, 12).Select(i => Told.Security(i, "010", 0, -3))]).ShouldBeAccepted();
        (answer.Value, answer.Band, answer.Size).ShouldBe((Number(-36), "Red", null));
        answer.Amendments.ShouldBeEmpty();
        var least = answer.Least.ShouldNotBeNull();
        (least.Number, least.IsProven, least.Value, least.Band).ShouldBe((4, true, Number(-12), "Yellow"));
        least.Example.Length.ShouldBe(4);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<SmallestAmendment>(JsonSerializer.Serialize(answer, RecordJson.Options), RecordJson.Options), RecordJson.Options)
            .ShouldBe(JsonSerializer.Serialize(answer, RecordJson.Options));
    }

    [Fact]
    public void Where_no_amendments_do_it_that_is_the_answer()
    {
        // What rules value, whatever its points, is beyond amendments.
        var rules = RuleSet.AsPublished with { Rules = [Rule("values", Values(("010", 5)))] };
        var least = Smallest(rules, [Told.Security(1, "010", 0, 2)]).ShouldBeAccepted().Least.ShouldNotBeNull();
        (least.Number, least.IsProven).ShouldBe((null, true));
    }

    [Fact]
    public void Where_developments_act_on_each_other_two_are_proven_and_more_are_said_not_to_be()
    {
        // A level without decay: −10 from the period before and −1, −11 is Yellow; Orange ends at −13 and Green begins at −6. Every row of both periods can be amended.
        var rules = RuleSet.AsPublished with { Rules = [Rule("level", new Level(HalfLife: null))] };
        Told[] told = [Told.Security(1, "010", 0, -3), Told.Security(2, "010", 0, -3), Told.Security(3, "010", 0, -3), Told.Security(4, "010", 0, -1), Told.Security(70, "010", 0, -1)];
        var one = Smallest(rules, told, SmallBarometer.Issue12).ShouldBeAccepted();
        // Down 2: −13 Orange, by those of −1, of which there are two.
        (one.Value, one.Size).ShouldBe((Number(-11), 2));
        one.Amendments.Where(a => a.Band == "Orange").Select(a => a.Amended.Reference.ToString()).Distinct().ShouldBe(["SEC-11-004", "SEC-11-005"]);

        // −3 each: −30 is Red and 13 below Orange, three of 6. That two do not do it, each in both of its dimensions, was not tried.
        var many = Smallest(rules, [.. Enumerable.Range(0, 10).Select(i => Told.Security(i, "010", 0, -3))]).ShouldBeAccepted().Least.ShouldNotBeNull();
        (many.Number, many.IsProven).ShouldBe((3, false));
        var two = Smallest(rules, [.. Enumerable.Range(0, 8).Select(i => Told.Security(i, "010", 0, -3))]).ShouldBeAccepted().Least.ShouldNotBeNull();
        (two.Number, two.IsProven, two.Value, two.Band).ShouldBe((2, true, Number(-17), "Orange"));
    }

    [Fact]
    public void What_there_is_not_is_refused()
    {
        SmallestAmendment.Of(RuleSet.AsPublished, Told.Columns([Told.Security(1, "010", 0, 1)]), "moon", "regional-tension", Asked.From, stop: TestContext.Current.CancellationToken)
            .ShouldBeRefused(RefusalKind.NotFound, "'moon'", "russia");
        SmallestAmendment.Of(RuleSet.AsPublished, Told.Columns([Told.Security(1, "010", 0, 1)]), "security", "national-security", Asked.From, stop: TestContext.Current.CancellationToken)
            .ShouldBeRefused(RefusalKind.NotFound, "no bands");
    }

    [Fact]
    public void Distances_are_to_the_nearest_other_band_in_each_direction()
    {
        var figures = RuledIndices.Of(RuleSet.AsPublished, Told.Columns([Told.Security(1, "010", 0, -2)]), Asked.From, Asked.From).ShouldBeAccepted();
        BandDistance.Of(RuleSet.AsPublished, figures).ShouldBeAccepted().ShouldBe(
        [
            // −2 is Green: −1, in none, is one up; −7, Yellow, five down.
            new BandDistance("security", "regional-tension", Asked.From, Number(-2), "Green", new BandEntered(Number(1), Number(-1), "none"), new BandEntered(Number(-5), Number(-7), "Yellow")),
        ]);
    }

    [Fact]
    public void Every_smallest_amendment_is_one_of_a_replay_of_the_amended_record_and_nothing_smaller_does_it() =>
        AnyVaried.Developments.Sample(told =>
        {
            // One dimension each: what two dimensions of one development do is in the tests above.
            told = [.. told.Where(t => t.Relationship != SmallBarometer.Security).Take(9)];
            foreach (var (name, rules, _) in AnyVaried.All)
            {
                var (relationship, dimension) = ("russia", SmallBarometer.Development);
                var answer = SmallestAmendment.Of(rules, Told.Columns(told), relationship, dimension, Asked.From).ShouldBeAccepted();
                var naive = Naive(rules, told, relationship, dimension, answer.Band).GroupBy(a => a.Size).MinBy(g => g.Key);
                answer.Size.ShouldBe(naive?.Key, name);
                var expected = naive?.Select(a => $"{a.Reference} {a.To} {a.Value} {a.Band}") ?? [];
                answer.Amendments.Select(a => $"{a.Amended.Reference} {(a.Amended.To.Positive, a.Amended.To.Negative)} {a.Value} {a.Band}").ShouldBe(expected, ignoreOrder: true, name);
            }
        }, iter: 10);

    // Amends one development after another in the record itself; of a rule that reaches across relationships, those of others too.
    private static IEnumerable<(int Size, string Reference, (int, int) To, FixedPoint Value, string Band)> Naive(RuleSet rules, Told[] told, string relationship, string dimension, string band)
    {
        var ranges = new BandRanges(rules.Scale(dimension)!);
        var crosses = rules.Rules.Any(r => r.Act is Keep keep && !keep.Per.Contains(Key.Relationship));
        foreach (var (place, one) in told.Index().Where(t => t.Item.Positive is not null && (crosses || t.Item.Relationship == relationship)))
        {
            foreach (var (positive, negative) in from p in Enumerable.Range(0, 4) from n in Enumerable.Range(-3, 4) select (p, n))
            {
                Told[] amended = [.. told.Select((t, at) => at == place ? one with { Positive = positive, Negative = negative } : t)];
                var value = RuledIndices.Of(rules, Told.Columns(amended), Asked.From, Asked.From).ShouldBeAccepted().Indices
                    .FirstOrDefault(i => i.Relationship == relationship && i.Dimension == dimension)?.Aggregate ?? FixedPoint.Zero;
                if (ranges.Of(value) != band)
                    yield return (Math.Abs(positive - one.Positive!.Value) + Math.Abs(negative - one.Negative), Told.ReferenceOf(place + 1, one).ToString(), (positive, negative), value, ranges.Of(value));
            }
        }
    }

    private static Decision<SmallestAmendment> Smallest(RuleSet rules, Told[] told, Domain.Periods.PeriodId? period = null) =>
        SmallestAmendment.Of(rules, Told.Columns(told), "security", SmallBarometer.RegionalTension, period ?? Asked.From, stop: TestContext.Current.CancellationToken);
}

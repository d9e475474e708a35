using System.Runtime.CompilerServices;
using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;
using Barometer.Domain.Tests.Replays.Generated;
using CsCheck;
using Told = Barometer.Domain.Tests.Replays.Sensitivity.Told;

namespace Barometer.Domain.Tests.Replays;

public class ReplayDifferenceProperties
{
    private static readonly Gen<(GeneratedReplay Replay, RuleSet Others, int Earlier)> AnyComparison =
        Gen.Select(AnyReplay.Any, AnyRuleSet.Any, Gen.Int[0, 100]);

    [Fact]
    public void Lines_add_up_to_the_difference_from_other_rules_at_an_earlier_moment() => AnyComparison.Sample(asked =>
    {
        var (replay, others, earlier) = asked;
        var replayed = Under(replay.Rules, replay, all: 100);
        var comparand = new Comparand.Ruled(others, Under(others, replay, earlier), Under(others, replay, all: 100), Moved(replay, earlier));

        foreach (var index in ReplayDifference.Of(replay.Rules, replayed, comparand).ShouldBeAccepted())
        {
            index.Lines.Aggregate(FixedPoint.Zero, (sum, line) => sum + line.Value).ShouldBe(index.Difference!.Value);
            index.Lines.Select(l => l.Step).ShouldBe(index.Lines.Select(l => l.Step).Order(), "data first, then without, then with");
        }
    });

    [Fact]
    public void Lines_add_up_to_the_difference_from_rules_that_begin_alike() => Gen.Select(AnyComparison, Gen.Int[0, 6]).Sample(asked =>
    {
        var ((replay, others, earlier), alike) = asked;
        var (mine, theirs) = (Numbered(replay.Rules, replay.Rules.Rules), Numbered(others, BeginningAlike(replay.Rules, others, alike)));
        var replayed = Under(mine, replay, all: 100);
        var comparand = new Comparand.Ruled(theirs, Under(theirs, replay, earlier), Under(theirs, replay, all: 100), Moved(replay, earlier));

        foreach (var index in ReplayDifference.Of(mine, replayed, comparand).ShouldBeAccepted())
            index.Lines.Aggregate(FixedPoint.Zero, (sum, line) => sum + line.Value).ShouldBe(index.Difference!.Value);
    });

    [Fact]
    public void A_rule_that_both_sets_begin_with_is_told_where_another_changes_what_it_does()
    {
        // Half of the level is gone each day, so that saturation takes less: what it does is not the same in both, though it is written so.
        var saturation = new Rule("full", "", Condition.Always, new Saturate(FixedPoint.Of(4)));
        var (flow, level) = (Rules.Of(saturation), Rules.Of(saturation, new Rule("level", "", Condition.Always, new Level(FixedPoint.Of(1)))));
        (flow, level) = (Numbered(flow, flow.Rules), Numbered(level, level.Rules));
        var columns = Told.Columns([new Told("russia", 0, "036", 3), new Told("russia", 1, "036", 3)]);
        RuledIndices Of(RuleSet rules) => RuledIndices.Of(rules, columns, SmallBarometer.Issue11, SmallBarometer.Issue11).ShouldBeAccepted();

        var index = ReplayDifference.Of(level, Of(level), new Comparand.Ruled(flow, Of(flow), Of(flow), [])).ShouldBeAccepted().Single();

        index.Lines.Select(l => l.Rule).ShouldBe(["full", "full", "level"]);
        index.Lines.Aggregate(FixedPoint.Zero, (sum, line) => sum + line.Value).ShouldBe(index.Difference!.Value);
    }

    [Fact]
    public void Lines_add_up_to_the_difference_from_points_and_from_print() => AnyComparison.Sample(asked =>
    {
        var replayed = Under(asked.Replay.Rules, asked.Replay, all: 100);
        PrintedAggregate[] printed = [.. replayed.Indices.Where((_, place) => place % 2 == 0).Select((i, place) => new PrintedAggregate(i.Relationship, i.Dimension, i.Period, place - 3))];

        foreach (var index in ReplayDifference.Of(asked.Replay.Rules, replayed, new Comparand.Points()).ShouldBeAccepted())
            index.Lines.Aggregate(FixedPoint.Zero, (sum, line) => sum + line.Value).ShouldBe(index.Difference!.Value);
        foreach (var index in ReplayDifference.Of(asked.Replay.Rules, replayed, new Comparand.Printed([.. printed], RuleSet.AsPublished)).ShouldBeAccepted())
            index.Lines.Aggregate(FixedPoint.Zero, (sum, line) => sum + line.Value).ShouldBe(index.Difference ?? index.Value);
    });

    [Fact]
    public void The_same_rules_at_the_same_moment_differ_in_nothing() => AnyComparison.Sample(asked =>
    {
        var rules = asked.Replay.Rules;
        var replayed = Under(rules, asked.Replay, all: 100);
        foreach (var index in ReplayDifference.Of(rules, replayed, new Comparand.Ruled(rules, replayed, replayed, [])).ShouldBeAccepted())
            (index.Difference, index.Rank, index.Band).ShouldBe((FixedPoint.Zero, index.AgainstRank!.Value, index.AgainstBand));
    });

    [Fact]
    public void What_developments_post_adds_up_to_the_lines_that_are_at_developments() => AnyReplay.Any.Sample(replay =>
    {
        var columns = Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start);
        var posted = DevelopmentPosting.Of(replay.Rules, columns, replay.From, replay.To).ToLookup(p => (p.Relationship, p.Dimension, p.Period, p.Rule));
        foreach (var index in Under(replay.Rules, replay, all: 100).Indices)
        {
            foreach (var line in index.Lines.Where(l => l.Kind is LineKind.Assigned or LineKind.Rule))
                posted[(index.Relationship, index.Dimension, index.Period, line.Rule)].Aggregate(FixedPoint.Zero, (sum, p) => sum + p.Value).ShouldBe(line.Aggregate, $"{line}");
        }
    });

    [Fact]
    public void Every_line_at_developments_adds_up_from_them() => AnyComparison.Sample(asked =>
    {
        var (replay, others, earlier) = asked;
        var columns = Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start);
        var postings = new LinePostings(
            DevelopmentPosting.Of(replay.Rules, columns, replay.From, replay.To), DevelopmentPosting.Of(others, columns, replay.From, replay.To), Movements(replay, earlier));
        var comparand = new Comparand.Ruled(others, Under(others, replay, earlier), Under(others, replay, all: 100), Moved(replay, earlier));

        foreach (var index in ReplayDifference.Of(replay.Rules, Under(replay.Rules, replay, all: 100), comparand).ShouldBeAccepted())
        {
            foreach (var line in index.Lines.Where(l => l.Developments > 0))
                postings.Of((index.Relationship, index.Dimension, index.Period), line)!.Value.Aggregate(FixedPoint.Zero, (sum, p) => sum + p.Value).ShouldBe(line.Value, $"{line}");
            foreach (var line in index.Lines.Where(l => l.Developments == 0))
                (postings.Of((index.Relationship, index.Dimension, index.Period), line) is null && line.What != "rule").ShouldBeTrue($"{line}");
        }
    });

    [Fact]
    public void Of_ranks_equal_values_share_the_better_one()
    {
        var period = PeriodId.Parse("2019-11/2019-12", provider: null);
        RuledIndex Index(string relationship, int value) => new(relationship, "development", period, FixedPoint.Of(value), default, 1, [new Line(LineKind.Assigned, null, FixedPoint.Of(value), default, 1)]);
        var replayed = new RuledIndices(RuleSet.AsPublished.Pin, Positions.Start, period, period, [Index("eu", 3), Index("china", 5), Index("us", 3), Index("russia", 1)], [], []);

        ReplayDifference.Of(RuleSet.AsPublished, replayed, comparand: null).ShouldBeAccepted().Select(i => (i.Relationship, i.Rank)).ShouldBe([("eu", 2), ("china", 1), ("us", 2), ("russia", 4)]);
    }

    // As many of the first rules of one as they have in common, and then those of the other that may come after these.
    private static IEnumerable<Rule> BeginningAlike(RuleSet one, RuleSet other, int alike)
    {
        Rule[] first = [.. one.Rules.Take(alike)];
        int Step(Rule rule) => rule.Act switch { ActOnValue or Keep => 0, FileBy => 1, Cap or Compare => 2, Saturate => 3, _ => 4 };
        var last = first.Select(Step).DefaultIfEmpty().Max();
        return [.. first, .. other.Rules.Where(r => Step(r) >= last && !(Step(r) >= 3 && first.Any(f => Step(f) == Step(r)))).Select(r => r with { Id = $"other-{r.Id}" })];
    }

    // What rules are told apart by is how they are written; a rule is written as its own number here.
    private static RuleSet Numbered(RuleSet rules, IEnumerable<Rule> of) =>
        rules with { Rules = [.. of], Document = JsonSerializer.SerializeToElement(new { rules = of.Select(r => RuntimeHelpers.GetHashCode(r.Act)) }) };

    private static RuledIndices Under(RuleSet rules, GeneratedReplay replay, int all) =>
        RuledIndices.Of(rules, Columns.Of(Until(replay, all).GroupBy(e => e.Reference).Select(g => g.Aggregate((Development?)null, Development.Fold)!), replay.Barometer.Settings, Positions.Start), replay.From, replay.To)
            .ShouldBeAccepted();

    // So many of a hundred of the events.
    private static IEnumerable<DevelopmentEvent> Until(GeneratedReplay replay, int percent) => replay.Barometer.Events.Take(replay.Barometer.Events.Count * percent / 100);

    private static System.Collections.Immutable.ImmutableArray<MovedByCause> Moved(GeneratedReplay replay, int percent) =>
    [
        .. from m in Movements(replay, percent)
           group m by (m.Place.Relationship, m.Dimension, m.Period, m.Cause) into g
           select new MovedByCause(g.Key.Relationship, g.Key.Dimension, g.Key.Period, g.Key.Cause, FixedPoint.Of(g.Sum(m => m.Aggregate)), g.Count()),
    ];

    private static IEnumerable<Movement> Movements(GeneratedReplay replay, int percent)
    {
        var relationships = replay.Barometer.Developments.ToDictionary(d => d.Reference, d => d.Relationship);
        return from e in replay.Barometer.Events.Skip(Until(replay, percent).Count())
               from m in Posting.Of(e, new RecordPlace(relationships[e.Reference], 1, 1, DateTimeOffset.UnixEpoch))
               select m;
    }
}

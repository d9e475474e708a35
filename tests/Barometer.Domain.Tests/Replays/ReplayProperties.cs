using System.Collections.Concurrent;
using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Record;
using Barometer.Domain.Tests.Replays.Generated;
using Barometer.Domain.Tests.Replays.Naive;
using CsCheck;

namespace Barometer.Domain.Tests.Replays;

/// <summary>The engine against a patient person with paper, on generated rule sets and barometers.</summary>
public class ReplayProperties(ITestOutputHelper output)
{
    private static readonly long Number =
        long.TryParse(Environment.GetEnvironmentVariable("BAROMETER_RULE_SETS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1_000;

    [Fact]
    public void From_the_columns_and_on_paper_the_indices_are_the_same_to_the_digit()
    {
        AnyReplay.Any.Sample(
            replay =>
            {
                var columns = Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start);
                var computed = WrittenIndices.Of(RuledIndices.Of(replay.Rules, columns, replay.From, replay.To).ShouldBeAccepted());
                var folded = replay.Barometer.Events.GroupBy(e => e.Reference).Select(g => g.Aggregate((Development?)null, Development.Fold)!).ToList();
                var onPaper = new NaiveReplay(replay.Rules, replay.Barometer.Settings, folded, replay.From, replay.To).Written();
                WrittenIndices.ShouldAgree(computed, onPaper);
            },
            output.WriteLine, iter: Number);
        output.WriteLine($"{Number} rule sets; a failing one prints its seed, and CsCheck_Seed=<seed> begins with it again.");
    }

    [Fact]
    public void Lines_add_up_to_their_index_and_every_act_and_kind_of_line_occurs()
    {
        var seen = new ConcurrentDictionary<string, int>();
        AnyReplay.Any.Sample(
            replay =>
            {
                foreach (var index in Computed(replay).Indices)
                {
                    (index.Lines.Aggregate(FixedPoint.Zero, (sum, l) => sum + l.Positive), index.Lines.Aggregate(FixedPoint.Zero, (sum, l) => sum + l.Negative)).ShouldBe((index.Positive, index.Negative));
                    foreach (var line in index.Lines.Where(l => (l.Positive, l.Negative) != (FixedPoint.Zero, FixedPoint.Zero)))
                        seen.AddOrUpdate($"{line.Kind} {replay.Rules.Rules.SingleOrDefault(r => r.Id == line.Rule)?.Act.GetType().Name}", 1, (_, count) => count + 1);
                }
            },
            iter: Number);
        output.WriteLine(string.Join(", ", seen.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        seen.Keys.Order().ShouldBe(
        [
            "Assigned ", "CarriedOver Level", "Decay Level", "Rule Clamp", "Rule Exclude", "Rule FileBy", "Rule Keep", "Rule MoveTo", "Rule Scale", "Rule Set", "Rule SetAside",
            "RuleAlone Cap", "RuleAlone Compare", "RuleAlone Saturate",
        ]);
    }

    [Fact]
    public void Without_rules_they_are_the_stored_movements() => AnyReplay.Any.Sample(replay =>
    {
        var movements = replay.Barometer.Events.SelectMany((e, place) => Posting.Of(e, new RecordPlace(Relationship(replay, e), place + 1, place + 1, DateTimeOffset.UnixEpoch.AddSeconds(place))));
        var stored = IndexFigure.Sum(movements).Where(f => f.Period.FirstDay >= replay.From.FirstDay && f.Period.LastDay <= replay.To.LastDay && f.Developments > 0)
            .Select(f => $"{f.Relationship} {f.Dimension} {f.Period} {f.Positive} {f.Negative} {f.Developments}");
        var computed = Computed(replay with { Rules = RuleSet.AsPublished }).Indices
            .Select(i => $"{i.Relationship} {i.Dimension} {i.Period} {i.Positive} {i.Negative} {i.Developments}");
        computed.Order().ShouldBe(stored.Order());
    }, iter: Number);

    [Fact]
    public void Developments_in_any_order_and_rules_asked_twice_give_the_same() => Gen.Select(AnyReplay.Any, Gen.Int).Sample((replay, seed) =>
    {
        Development[] shuffled = [.. replay.Barometer.Developments];
        new Random(seed).Shuffle(shuffled);
        var columns = Columns.Of(shuffled, replay.Barometer.Settings, Positions.Start);
        var first = WrittenIndices.Of(RuledIndices.Of(replay.Rules, columns, replay.From, replay.To).ShouldBeAccepted());
        WrittenIndices.ShouldAgree(first, WrittenIndices.Of(Computed(replay)));
        WrittenIndices.ShouldAgree(WrittenIndices.Of(RuledIndices.Of(replay.Rules, columns, replay.From, replay.To).ShouldBeAccepted()), first);
    }, iter: Number);

    [Fact]
    public void What_is_asked_of_a_part_of_the_periods_is_that_part_of_the_whole() => AnyReplay.Any.Sample(replay =>
    {
        var calendar = replay.Barometer.Settings.Calendar;
        var rules = replay.Rules with { Composite = null };
        var whole = Computed(new GeneratedReplay(rules, replay.Barometer, calendar.PeriodOf(1), calendar.PeriodOf(14)));
        var part = Computed(replay with { Rules = rules });
        WrittenIndices.ShouldAgree(WrittenIndices.Of(part), WrittenIndices.Of(whole with
        {
            Indices = [.. whole.Indices.Where(i => i.Period.FirstDay >= replay.From.FirstDay && i.Period.LastDay <= replay.To.LastDay)],
            NotCoded = [.. whole.NotCoded.Where(n => n.Period.FirstDay >= replay.From.FirstDay && n.Period.LastDay <= replay.To.LastDay)],
        }));
    }, iter: Number);

    [Fact]
    public void Rules_on_different_developments_commute() => Gen.Select(AnyReplay.Any, AnyAct.OnValue.Where(a => a is not Keep), AnyAct.OnValue.Where(a => a is not Keep)).Sample((replay, one, other) =>
    {
        Rule[] rules = [new("china", "", new OfRelationship(["china"]), one), new("russia", "", new OfRelationship(["russia"]), other)];
        string Values(params Rule[] inOrder) => string.Join(';', Computed(replay with { Rules = replay.Rules with { Rules = [.. inOrder], Composite = null } }).Indices
            .Select(i => $"{i.Relationship} {i.Period} {i.Positive} {i.Negative} {i.Developments} {string.Join(',', i.Lines.Select(l => l.ToString()).Order())}"));
        Values(rules[0], rules[1]).ShouldBe(Values(rules[1], rules[0]));
    }, iter: Number);

    private static RuledIndices Computed(GeneratedReplay replay) =>
        RuledIndices.Of(replay.Rules, Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start), replay.From, replay.To).ShouldBeAccepted();

    private static string Relationship(GeneratedReplay replay, DevelopmentEvent e) => replay.Barometer.Settings.Relationships.Single(r => r.Prefix == e.Reference.Prefix).Key;
}

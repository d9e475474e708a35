using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Generates rule sets with all acts and conditions, their acts in the order that a rule set has them in.</summary>
internal static class AnyRuleSet
{
    private static readonly Gen<(Condition When, Act Act)[]> Rules = Gen.Select(
        Of(AnyAct.OnValue, 0, 5), Of(AnyAct.Filing, 0, 2), Of(AnyAct.OnSums, 0, 3), Of(AnyAct.Saturation, 0, 1), Of(AnyAct.Level, 0, 1),
        ((Condition, Act)[] values, (Condition, Act)[] filing, (Condition, Act)[] sums, (Condition, Act)[] saturation, (Condition, Act)[] level) => ((Condition When, Act Act)[])[.. values, .. filing, .. sums, .. saturation, .. level]);

    private static readonly (string Relationship, decimal Weight)[][] Mixtures =
    [
        [("russia", 1m)],
        [("russia", 0.5m), ("china", 0.5m)],
        [("china", 0.25m), ("security", 0.75m)],
        [("russia", 0.5m), ("china", 0.25m), ("security", 0.25m)],
    ];

    private static readonly Gen<Composite?> Composites = Gen.Select(
        Gen.Select(Some.Of("development", "national-security"), Gen.Enum<Normalisation>(), Gen.Enum<Mean>()),
        Gen.Select(Some.Of(Mixtures), Gen.Int[0, 15], Gen.Int[-3, 7], Gen.Int[-3, 7]),
        (form, rest) => (Composite?)new Composite(
            "whole", "", form.Item1, form.Item2, rest.Item3 < 0 ? null : Period(rest.Item3), rest.Item4 < 0 ? null : Period(rest.Item4), form.Item3,
            [.. rest.Item1.Select((p, place) => new CompositePart(p.Relationship, FixedPoint.Of(p.Weight), (rest.Item2 >> place) % 4 == 3))]));

    public static Gen<RuleSet> Any { get; } = Gen.Select(Rules, Gen.Frequency((2, Gen.Const((Composite?)null)), (1, Composites)), (rules, composite) => new RuleSet("generated", 1, [])
    {
        Rules = [.. rules.Select((r, place) => new Rule($"rule-{place + 1}", "", r.When, r.Act))],
        Levels = ["head of state", "minister", "Ambassador"],
        Composite = composite,
    });

    // Of a barometer with periods of two months.
    private static PeriodId Period(int number) => PeriodId.Starting(new DateOnly(2019, 1, 1).AddMonths(2 * number), 2);

    private static Gen<(Condition When, Act Act)[]> Of(Gen<Act> acts, int least, int most) => Gen.Select(AnyCondition.Any, acts, (when, act) => (When: when, Act: act)).Array[least, most];
}

using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using CsCheck;
using static Barometer.Domain.Tests.Replays.Sensitivity.Written;

namespace Barometer.Domain.Tests.Replays.Sensitivity;

/// <summary>Developments and rule sets of every sort that inputs can vary.</summary>
internal static class AnyVaried
{
    public static readonly ImmutableArray<string> Cameos = ["010", "036", "040", "190"];

    public static Gen<Told> Development { get; } = Gen.Select(
        Gen.OneOf(Gen.Const(SmallBarometer.Russia), Gen.Const(SmallBarometer.China), Gen.Const(SmallBarometer.Security)),
        Gen.Int[0, 180], Gen.Int[0, 3].Select(i => Cameos[i]), Gen.Int[-1, 3], Gen.Int[-3, 0], Gen.Int[-3, 3], Gen.Int[0, 4],
        (relationship, day, cameo, positive, negative, second, happening) => new Told(relationship, day, cameo, positive < 0 ? null : positive, negative, second, happening));

    // Each relationship begins in the first period, so that a comparison begins there whatever is left out.
    public static Gen<Told[]> Developments { get; } = Development.Array[1, 25].Select(told => (Told[])
    [
        new Told(SmallBarometer.Russia, 0, "010", 1), new Told(SmallBarometer.China, 0, "010", 1), Told.Security(0, "010", 1, 1), .. told,
    ]);

    public static Input Value { get; } = Input("value", Varied.Number, "values", new Normal(Number(0), Number(2), Number(-5), Number(5)), "010");

    public static Input Weight { get; } = Input("weight", Varied.Number, "weight", new Uniform(Number(0.5m), Number(2)));

    private static Input CapHeight { get; } = Input("height", Varied.CapPositive, "cap", new Uniform(Number(1), Number(6)));

    /// <summary>Values by class and a weight, and above them what is asked for.</summary>
    public static RuleSet Rules(params Rule[] more) =>
        Written.Rules([Rule("values", Values(("010", 1.5m), ("036", -2.25m), ("190", -3.333333333m))), Rule("weight", Times(1.1m), "010", "190"), .. more]) with
        {
            Bands = [Bands(SmallBarometer.Development), Bands(SmallBarometer.RegionalTension)],
            Inputs = [Value, Weight],
        };

    public static Rule WholeCap { get; } = Rule("cap", new Cap([], Number(-4), Number(3.3m)));

    public static Rule GroupCap { get; } = Rule("cap-of-class", new Cap([Key.Cameo], Number(-3), Number(2.5m)));

    public static Rule CapOfOne { get; } = Rule("cap-of-one", new Cap([], Number(-2), Number(2)), "190", "010");

    public static Rule Compared { get; } = Rule("fewer", new Compare(Counted.Developments, SmallBarometer.Development, Number(1), Number(0.5m), Number(-1)));

    public static Rule First { get; } = Rule("first", new Keep([Key.Relationship, Key.Day, Key.Cameo], Kept.First));

    public static Rule LargestRule { get; } = Rule("largest", new Keep([Key.Happening], Kept.Largest));

    public static Rule Saturation { get; } = Rule("saturation", new Saturate(Number(12)));

    public static Rule Decaying { get; } = Rule("level", new Level(Number(45)));

    public static Rule ByFirstDay { get; } = Rule("by-days", new FileBy(Filed.FirstDay));

    /// <summary>Each sort of rule set, by a name that tells it in a failure, and whether counts are enough for it.</summary>
    public static ImmutableArray<(string Name, RuleSet Rules, bool HasCube)> All { get; } =
    [
        ("plain", Rules(), true),
        ("caps", Rules(GroupCap, WholeCap, CapOfOne) with { Inputs = [Value, Weight, CapHeight] }, true),
        ("compare", Rules(Compared, WholeCap), true),
        ("first", Rules(First), true),
        ("largest", Rules(LargestRule), false),
        ("saturation", Rules(Saturation) with { Inputs = [Value, Weight, Input("limit", Varied.Limit, "saturation", new Uniform(Number(6), Number(20)))] }, false),
        ("level", Rules(WholeCap, Saturation, Decaying) with { Inputs = [Value, Weight, CapHeight, Input("half-life", Varied.HalfLife, "level", new Triangular(Number(10), Number(45), Number(90)))] }, false),
        ("filed", Rules(ByFirstDay), false),
    ];

    private static BandScale Bands(string dimension) =>
        new(dimension, [new("good", 3, null, ""), new("fair", 0, 2, ""), new("bad", -5, -2, "")]) { Rounding = Rounding.HalfEven };
}

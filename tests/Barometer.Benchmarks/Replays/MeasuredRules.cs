using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Set = Barometer.Domain.RuleSets.Set;

namespace Barometer.Benchmarks.Replays;

/// <summary>The rule sets that are measured, all built on one: a value for each code but five, and half as much again for heads of state.</summary>
internal static class MeasuredRules
{
    /// <summary>Codes below this have no value.</summary>
    public const int FirstCode = 15;

    /// <summary>The last code.</summary>
    public const int LastCode = 309;

    public const string HeadOfState = "head of state";

    /// <summary>The value of a code, in tenths.</summary>
    public static int TenthsOf(int code) => (code % 200) - 100;

    /// <summary>Values by code, a factor by level.</summary>
    public static RuleSet Linear { get; } = Of();

    /// <summary>Under which order does not matter.</summary>
    public static IReadOnlyList<(string Name, RuleSet Rules)> WithoutPath { get; } =
    [
        ("values by code, a factor by level", Linear),
        ("the same, and a factor between two days", Of(Also("days", new Scale(Same(2), Part.Positive), new OnDay(new DateOnly(2017, 3, 3), new DateOnly(2018, 3, 3))))),
        ("the same, and a cap of the index", Of(CapOfAll)),
        ("the same, and a cap by code", Of(Also("cap-by-code", new Cap([Key.Cameo], Same(-20).Number, Same(20).Number)))),
        ("the same, and a cap a day", Of(Also("cap-by-day", new Cap([Key.Day], Same(-20).Number, Same(20).Number)))),
        ("the same, compared with the month before", Of(Also("compared", new Compare(Counted.Developments, CodedData.Scored, Same(-1).Number, Same(0).Number, Same(1).Number)))),
        ("the same, and one a day of the same code", Of(Also("once", new Keep([Key.Relationship, Key.Day, Key.Cameo], Kept.First)))),
        ("the same, filed by days", Of(Also("filed", new FileBy(Filed.ByDays)))),
    ];

    /// <summary>Under which it does.</summary>
    public static IReadOnlyList<(string Name, RuleSet Rules)> WithPath { get; } =
    [
        ("the same, and a level that decays", Of(Level)),
        ("the same, and saturation", Of(Saturation)),
        ("the same, with saturation and a level", Of(Saturation, Level)),
    ];

    /// <summary>What is drawn, and how many draws: of the first a thousand.</summary>
    public static IReadOnlyList<(string Name, RuleSet Rules, int Draws)> Drawn { get; } =
    [
        ("linear in counts, four inputs", Linear with { Inputs = Numbers }, 1_000),
        ("a cap, three inputs and errors of coders", Of(CapOfAll) with { Inputs = [.. Numbers.Skip(1), Coders] }, 1_000),
        ("saturation and a level, two inputs", Of(Saturation, Level) with { Inputs = Paths }, 4),
    ];

    private static Rule CapOfAll => Also("cap", new Cap([], Same(-50).Number, Same(50).Number));

    private static Rule Saturation => Also("saturation", new Saturate(Same(200).Number));

    private static Rule Level => Also("level", new Level(Same(60).Number));

    private static ImmutableArray<Input> Numbers =>
    [
        Number("heads", "heads", word: null, new Uniform(Same(1).Number, Same(2).Number)),
        Number("two-hundred", "values", "200", new Uniform(Same(-10).Number, Same(10).Number)),
        Number("hundred", "values", "100", new Triangular(Same(-10).Number, Same(0).Number, Same(5).Number)),
        Number("fifty", "values", "050", new Normal(Same(-5).Number, Same(1).Number, From: null, To: null)),
    ];

    private static Input Coders => new("coders", "One in ten is off by one.", Varied.Coder, Rule: null, Word: null, new OneOf(
        [new Chance(Same(-1).Number, FixedPoint.Of(0.05m)), new Chance(Same(0).Number, FixedPoint.Of(0.9m)), new Chance(Same(1).Number, FixedPoint.Of(0.05m))]));

    private static ImmutableArray<Input> Paths =>
    [
        new("limit", "Nobody knows it.", Varied.Limit, "saturation", Word: null, new Uniform(Same(100).Number, Same(300).Number)),
        new("half-life", "Nobody knows it.", Varied.HalfLife, "level", Word: null, new Uniform(Same(30).Number, Same(90).Number)),
    ];

    private static RuleSet Of(params ReadOnlySpan<Rule> others) => new("measured", 1, [])
    {
        Rules =
        [
            Also("values", new Set(new ByWord(Trait.Cameo, Values()), Part.Both, Dimension: null)),
            Also("heads", new Scale(new Same(FixedPoint.Of(1.5m)), Part.Both), new Says(Trait.SourceLevel, [HeadOfState])),
            .. others,
        ],
    };

    private static ImmutableSortedDictionary<string, FixedPoint> Values() => Enumerable.Range(FirstCode, LastCode - FirstCode + 1)
        .ToImmutableSortedDictionary(code => code.ToString("000", CultureInfo.InvariantCulture), code => FixedPoint.Of(TenthsOf(code) / 10m), StringComparer.Ordinal);

    private static Rule Also(string id, Act act, Condition? when = null) => new(id, "To be measured.", when ?? new All([]), act);

    private static Input Number(string id, string rule, string? word, Distribution distribution) => new(id, "Nobody knows it.", Varied.Number, rule, word, distribution);

    private static Same Same(int number) => new(FixedPoint.Of(number));
}

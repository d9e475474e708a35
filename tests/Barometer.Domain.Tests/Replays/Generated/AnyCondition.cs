using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Generates conditions: every one there is, in one another.</summary>
internal static class AnyCondition
{
    private static readonly string[] Stages = ["announced", "AGREED", "signed", "in-force", "in force"];

    public static Gen<Trait> Traits { get; } = Gen.Enum<Trait>();

    private static readonly Gen<Condition> OfRelationship = Some.Of("russia", "china", "security", "nobody").Array[1, 2].Select(k => (Condition)new OfRelationship([.. k]));

    private static readonly Gen<Condition> Days = Gen.Select(Gen.Int[-20, 160], Gen.Int[0, 100], Gen.Int[0, 2], (from, number, open) =>
    {
        var first = new DateOnly(2019, 3, 1).AddDays(from);
        return (Condition)new OnDay(open == 1 ? null : first, open == 2 ? null : first.AddDays(number));
    });

    private static readonly Gen<Span?> Spans = Gen.Select(Gen.Int[-4, 4], Gen.Int[0, 4], Gen.Int[0, 3], (from, number, open) =>
        open == 3 ? null : new Span(open == 1 ? null : FixedPoint.Of(from), open == 2 ? null : FixedPoint.Of(from + number)));

    private static readonly Gen<Condition> Leaf = Gen.Frequency(
        (6, Traits.SelectMany(t => WordsOf(t).Array[1, 3].Select(w => (Condition)new Says(t, [.. w])))),
        (2, Gen.Select(
            Gen.Enum<Role>(), WordsOf(Trait.SourceCountry).Array[0, 2], WordsOf(Trait.SourceGroup).Array[0, 1], WordsOf(Trait.SourceLevel).Array[0, 2],
            (role, countries, groups, levels) => (Condition)new HasActor(role, [], [.. countries], [.. groups], [.. levels]))),
        (1, Gen.Bool.Select(b => (Condition)new NonEvent(b))),
        (2, Gen.Select(Some.Of("Table 1", "TABLE 2", "none", null), Spans, Gen.Bool, (table, span, unknown) => (Condition)new CitesEvidence(table, span, unknown && span is null))),
        (2, OfRelationship),
        (1, Some.Of("development", "national-security", "regional-tension").Array[1, 2].Select(k => (Condition)new InDimension([.. k]))),
        (2, Days),
        (2, Gen.Select(Gen.Frequency((4, Gen.Const(true)), (1, Gen.Const(false))), Gen.Enum<Part>(), Spans, (scored, part, points) => (Condition)new Assigned(scored, part, points))),
        (1, Some.Of("1", "HAPPENING 2", "ing 3", "nothing").Array[1, 2].Select(t => (Condition)new TitleHas([.. t]))));

    public static Gen<Condition> Any { get; } = Gen.Frequency((4, Gen.Const(Condition.Always)), (8, Leaf), (1, Several(Leaf)), (1, Several(Several(Leaf))));

    /// <summary>Words that may be said of a trait, and some that never are.</summary>
    public static Gen<string> WordsOf(Trait trait) => Gen.Frequency((9, Some.Of(Known(trait))), (1, Gen.Const("nothing like it")));

    private static string[] Known(Trait trait) => trait switch
    {
        Trait.EventType => AnyClassification.EventTypes,
        Trait.Mode => ["VISIT", "talk"],
        Trait.Context => AnyClassification.Contexts,
        Trait.Cameo => ["0*", "03*", "036*", "036", "0361", "04*", "19", "1*"],
        Trait.QuadClass => ["1", "2", "3", "4"],
        Trait.Theme => AnyClassification.Themes,
        Trait.Stage => Stages,
        Trait.Place => AnyClassification.Places,
        Trait.SourceName or Trait.TargetName => AnyClassification.Names,
        Trait.SourceCountry or Trait.TargetCountry => AnyClassification.Countries,
        Trait.SourceGroup or Trait.TargetGroup => AnyClassification.Groups,
        _ => AnyClassification.Levels,
    };

    private static Gen<Condition> Several(Gen<Condition> one) => Gen.OneOf(
        one.Array[0, 3].Select(c => (Condition)new All([.. c])),
        one.Array[0, 3].Select(c => (Condition)new Domain.RuleSets.Any([.. c])),
        one.Select(c => (Condition)new Not(c)));
}

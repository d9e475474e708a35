using System.Collections.Immutable;
using Barometer.Domain.Developments;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Generates what is said of a development's kind: of few words, so that many are alike, and written now so, now so.</summary>
internal static class AnyClassification
{
    public static readonly string[] EventTypes = ["CONSULT", "Consult", "AGREE", "in-force", "in force"];
    public static readonly string[] Codes = ["03", "036", "0361", "042", "19"];
    public static readonly string[] Themes = ["trade", "Trade", "gas and oil", "gas-and-oil"];
    public static readonly string[] Places = ["Minsk", "Sochi"];
    public static readonly string[] Contexts = ["economic", "Military", "military"];
    public static readonly string[] Names = ["Rumas", "Putin"];
    public static readonly string[] Countries = ["Belarus", "Russia"];
    public static readonly string[] Groups = ["CSTO", "NATO"];
    public static readonly string[] Levels = ["head of state", "Head-of-State", "minister", "ambassador", "media"];
    public static readonly string[] Tables = ["Table 1", "table-1", "Table 2"];

    private static readonly Gen<WorldActor> Actor = Gen.Select(
        Some.Of(Names), Sometimes(Countries), Some.Of(Groups).Array[0, 2], Sometimes(Levels),
        (name, country, groups, level) => new WorldActor(name, country, [.. groups.Distinct()], level));

    private static readonly Gen<ImmutableArray<WorldActor>> Actors = Actor.Array[0, 2].Select(a => a.ToImmutableArray());

    private static readonly Gen<ImmutableArray<Evidence>> Evidence = Gen.Select(
        Some.Of(Tables), Gen.Frequency((4, Gen.Int[0, 4].Select(n => (int?)n)), (1, Gen.Const((int?)null))), (table, count) => new Evidence(table, count, []))
        .Array[0, 2].Select(e => e.ToImmutableArray());

    public static Gen<Classification> Any { get; } = Gen.Select(
        Gen.Select(Sometimes(EventTypes), Sometimes(Codes), Sometimes(Themes), Sometimes(Places), Sometimes(["visit", "Visit"])),
        Gen.Select(Actors, Actors, Evidence, Some.Of(Contexts).Array[0, 2]),
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 8], Gen.Bool),
        (words, several, few) => new Classification
        {
            EventType = words.Item1,
            Cameo = words.Item2,
            Theme = words.Item3,
            Place = words.Item4,
            Mode = words.Item5,
            Sources = several.Item1,
            Targets = several.Item2,
            Evidence = several.Item3,
            Contexts = [.. several.Item4],
            QuadClass = few.Item1 is >= 1 and <= 4 ? new QuadClass("CAMEO", few.Item1) : null,
            Stage = few.Item2 <= 4 ? (Stage)few.Item2 : null,
            NonEvent = few.Item3 && few.Item1 == 0,
        });

    private static Gen<string?> Sometimes(string[] words) => Gen.Frequency((3, Some.Of(words).Select(w => (string?)w)), (1, Gen.Const((string?)null)));
}

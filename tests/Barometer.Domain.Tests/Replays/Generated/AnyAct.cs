using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>Generates acts, with numbers whose products have to be rounded.</summary>
internal static class AnyAct
{
    private static readonly Gen<FixedPoint> NotNegative = Gen.Frequency(
        (3, Gen.Int[0, 4].Select(n => FixedPoint.Of(n))),
        (2, Gen.Int[0, 9].Select(n => FixedPoint.Of(n * 0.5m))),
        (2, Some.Of(0.333333333m, 0.000000001m, 1.000000001m, 0.0000005m).Select(FixedPoint.Of)),
        (2, Gen.Long[0, 3_000_000_000].Select(n => new FixedPoint(n))));

    private static readonly Gen<FixedPoint> Numbers = Gen.Select(NotNegative, Gen.Bool, (n, isNegative) => isNegative ? -n : n);

    private static readonly Gen<FixedPoint?> Most = Gen.Frequency((4, NotNegative.Select(n => (FixedPoint?)n)), (1, Gen.Const((FixedPoint?)null)));

    private static readonly Gen<FixedPoint?> Least = Most.Select(n => -n);

    private static readonly Gen<ImmutableArray<Key>> Keys = Gen.Enum<Key>().Array[0, 3].Select(k => k.Distinct().ToImmutableArray());

    private static readonly Gen<string> Dimensions = Some.Of("development", "national-security", "regional-tension");

    public static Gen<Act> OnValue { get; } = Gen.Frequency(
        (1, Gen.Const((Act)new SetAside())),
        (2, Gen.Select(Some.Of(Trait.EventType, Trait.Mode, Trait.Context), AnyCondition.Traits).SelectMany((given, by) =>
            Gen.Select(AnyCondition.WordsOf(by), AnyCondition.WordsOf(given)).Array[1, 4].Select(words => (Act)new Classify(given, by, Table(words))))),
        (3, Gen.Select(AmountOf(Numbers), Gen.Enum<Part>(), Gen.Frequency((2, Gen.Const((string?)null)), (1, Dimensions.Select(d => (string?)d))), (value, part, dimension) => (Act)new Set(value, part, dimension))),
        (3, Gen.Select(AmountOf(NotNegative), Gen.Enum<Part>(), (factor, part) => (Act)new Scale(factor, part))),
        (2, Gen.Select(Least, Most, (from, to) => (Act)new Clamp(from, to))),
        (1, Gen.Const((Act)new Exclude())),
        (2, Dimensions.Select(d => (Act)new MoveTo(d))),
        (3, Gen.Select(Keys, Gen.Enum<Kept>(), (per, which) => (Act)new Keep(per, which))));

    public static Gen<Act> Filing { get; } = Gen.Enum<Filed>().Select(by => (Act)new FileBy(by));

    public static Gen<Act> OnSums { get; } = Gen.Frequency(
        (3, Gen.Select(Keys, Least, Most, (per, least, most) => (Act)new Cap(per, least, most))),
        (1, Gen.Select(Least, Most, (least, most) => (Act)new Cap([], least, most))),
        (1, Gen.Select(Gen.Enum<Counted>(), Dimensions, Numbers, Numbers, Numbers, (count, dimension, fewer, same, more) => (Act)new Compare(count, dimension, fewer, same, more))));

    public static Gen<Act> Saturation { get; } = Some.Of(0.5m, 1m, 3m, 3.333333333m, 7m).Select(n => (Act)new Saturate(FixedPoint.Of(n)));

    // Whole days and half days, whose roots are short to find.
    public static Gen<Act> Level { get; } = Some.Of<decimal?>(null, 1m, 7m, 7.5m, 30m, 45m).Select(n => (Act)new Level(n is { } days ? FixedPoint.Of(days) : null));

    private static Gen<Amount> AmountOf(Gen<FixedPoint> numbers) => Gen.Frequency(
        (3, numbers.Select(n => (Amount)new Same(n))),
        (3, AnyCondition.Traits.SelectMany(by => Gen.Select(AnyCondition.WordsOf(by), numbers).Array[1, 4].Select(words => (Amount)new ByWord(by, Table(words))))),
        (1, Gen.Select(
            Some.Of("Table 1", "table 2", null),
            Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], numbers, (from, number, n) => new Bucket(new Span(FixedPoint.Of(from), FixedPoint.Of(from + number)), n)).Array[1, 3],
            Gen.Frequency((1, numbers.Select(n => (FixedPoint?)n)), (1, Gen.Const((FixedPoint?)null))),
            (table, buckets, unknown) => (Amount)new ByEvidence(table, [.. buckets], unknown))));

    // As a document has them: capitals make no other word.
    private static ImmutableSortedDictionary<string, T> Table<T>((string Word, T Meaning)[] words) =>
        words.DistinctBy(w => w.Word, StringComparer.OrdinalIgnoreCase).ToImmutableSortedDictionary(w => w.Word, w => w.Meaning, StringComparer.OrdinalIgnoreCase);
}

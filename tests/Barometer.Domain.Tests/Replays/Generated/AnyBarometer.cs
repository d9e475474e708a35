using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>What happens to a development after it was recorded.</summary>
internal enum Ending
{
    Stays,
    Amended,
    Scored,
    Withdrawn,
    Reinstated,
    Refiled,
    Redated,
    Reclassified,
}

/// <summary>Days from the first of the first period; without a first, an unknown date.</summary>
internal sealed record Days(int? First, int Number);

/// <summary>A score in two dimensions; a relationship of one takes the first.</summary>
internal sealed record Parts(int Positive, int Negative, int OtherPositive, int OtherNegative);

/// <summary>How a development comes and what becomes of it.</summary>
internal sealed record Fate(int Relationship, int Period, bool IsScored, Parts Parts, Parts Later, Days Days, Classification Classification, Classification Other, int Title, Ending Ending, int Elsewhere, int? LinkedWith);

/// <summary>Generates small barometers: two relationships of one dimension and one of two, periods of a month or of two.</summary>
internal static class AnyBarometer
{
    public const int Periods = 5;

    private static readonly Gen<int> Part = Gen.Frequency((3, Gen.Int[0, 3]), (2, Gen.Const(0)));

    private static readonly Gen<Parts> Parts = Gen.Select(Part, Part, Part, Part, (a, b, c, d) => new Parts(a, -b, c, -d));

    // Few days, so that several fall on one; some across the ends of periods, some outside the period filed under.
    private static readonly Gen<Days> Days = Gen.Select(
        Gen.Frequency((9, Gen.Int[0, 30].Select(n => (int?)(n * 5))), (1, Gen.Const((int?)null)), (1, Gen.Int[-40, 200].Select(n => (int?)n))),
        Gen.Frequency((4, Gen.Const(1)), (2, Gen.Int[2, 9]), (1, Gen.Int[10, 80])),
        (first, number) => new Days(first, number));

    private static readonly Gen<Ending> Endings = Gen.Frequency((6, Gen.Const(Ending.Stays)), (5, Gen.Enum<Ending>()));

    private static readonly Gen<int?> Links = Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[0, 99].Select(n => (int?)n)));

    private static readonly Gen<Fate> Fates = Gen.Select(
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Periods - 1], Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false))), Parts, Parts, Days),
        Gen.Select(AnyClassification.Any, AnyClassification.Any, Gen.Int[0, 12], Endings, Gen.Int[0, Periods - 1], Links),
        (a, b) => new Fate(a.Item1, a.Item2, a.Item3, a.Item4, a.Item5, a.Item6, b.Item1, b.Item2, b.Item3, b.Item4, b.Item5, b.Item6));

    public static Gen<GeneratedBarometer> Any { get; } = Gen.Select(Gen.Int[1, 2], Fates.Array[0, 24], (months, fates) => new GeneratedBarometer(months, fates));

    public static Settings Settings(int monthsPerPeriod) => new()
    {
        Name = "Generated",
        Range = 3,
        Calendar = new Calendar(new DateOnly(2019, 1, 1), monthsPerPeriod),
        Relationships = [Of("russia", "RU", "development"), Of("china", "CN", "development"), Of("security", "SEC", "national-security", "regional-tension")],
    };

    private static Relationship Of(string key, string prefix, params string[] dimensions) =>
        new(key, key, [], prefix, [.. dimensions.Select(d => new Dimension(d, d, "improved", "deteriorated"))]);
}

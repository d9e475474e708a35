using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Barometers;

/// <summary>Two relationships of one dimension and one of two, every two months since January 2018, points up to 3.</summary>
internal static class SmallBarometer
{
    public const string Russia = "russia";
    public const string China = "china";
    public const string Security = "security";
    public const string Development = "development";
    public const string NationalSecurity = "national-security";
    public const string RegionalTension = "regional-tension";

    public static PeriodId Issue11 { get; } = PeriodId.Parse("2019-09/2019-10", provider: null);

    public static PeriodId Issue12 { get; } = PeriodId.Parse("2019-11/2019-12", provider: null);

    public static PeriodId Issue13 { get; } = PeriodId.Parse("2020-01/2020-02", provider: null);

    public static DeclareBarometer Declaration { get; } = new(
        "Small Barometer",
        3,
        new Calendar(new DateOnly(2018, 1, 1), 2),
        [
            Of(Russia, "RU", Development),
            Of(China, "CN", Development),
            Of(Security, "SEC", NationalSecurity, RegionalTension),
        ],
        "publisher");

    public static Settings Settings { get; } = Declaring.Fold(Declaring.Decide(Declaration, current: null).ShouldBeAccepted());

    public static Relationship Of(string key, string prefix, params string[] dimensions) =>
        new(key, $"Belarus–{key}", [key], prefix, [.. dimensions.Select(d => new Dimension(d, d, "improved", "deteriorated"))]);

    public static Relationship Relationship(string key) => Settings.Find(key).ShouldBeAccepted();

    public static Points OfSecurity(int national, int regional) =>
        new([Score.Of(NationalSecurity, national), Score.Of(RegionalTension, regional)]);

    public static Points Points(int development) => Domain.Developments.Points.Of(Development, development);
}

using System.Globalization;

namespace Barometer.Host.Tests.Imports;

/// <summary>Coded data made up for tests.</summary>
internal static class CodedFiles
{
    private static readonly string[] Countries = ["Armenia", "Belarus", "Chad", "Denmark", "Egypt", "Finland"];

    /// <summary>So many rows of ICEWS, each of another day or other actors, between fifteen pairs.</summary>
    public static IEnumerable<string> Icews(int rows) =>
        from n in Enumerable.Range(0, rows)
        let source = Countries[n % Countries.Length]
        let target = Countries[(n + 1 + (n / Countries.Length % (Countries.Length - 1))) % Countries.Length]
        select string.Create(CultureInfo.InvariantCulture, $"Citizen {n} ({source})\tMake statement\t{target}\t{new DateOnly(2014, 1, 1).AddDays(n % 90):yyyy-MM-dd}");

    /// <summary>The 61 columns of a table of GDELT 2.0 in the order in which its codebook has them.</summary>
    public static readonly string[] Gdelt2Columns =
    [
        "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
        "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode", "Actor1Religion1Code", "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code",
        "Actor2Code", "Actor2Name", "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode", "Actor2Religion1Code", "Actor2Religion2Code", "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        "Actor1Geo_Type", "Actor1Geo_Fullname", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code", "Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID",
        "Actor2Geo_Type", "Actor2Geo_Fullname", "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code", "Actor2Geo_Lat", "Actor2Geo_Long", "Actor2Geo_FeatureID",
        "ActionGeo_Type", "ActionGeo_Fullname", "ActionGeo_CountryCode", "ActionGeo_ADM1Code", "ActionGeo_ADM2Code", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID",
        "DATEADDED", "SOURCEURL",
    ];

    /// <summary>A row of GDELT 2.0; what is not read says in which column it stands, which no column that is read could hold.</summary>
    public static string Gdelt2(int id, string day, string source, string target, string code, string quad, string added)
    {
        var said = new Dictionary<string, string>
        {
            ["GlobalEventID"] = id.ToString(CultureInfo.InvariantCulture),
            ["Day"] = day,
            ["Actor1Name"] = source,
            ["Actor1CountryCode"] = source,
            ["Actor2Name"] = target,
            ["Actor2CountryCode"] = target,
            ["EventCode"] = code,
            ["QuadClass"] = quad,
            ["DATEADDED"] = added,
            ["SOURCEURL"] = $"https://example.org/{id}",
        };
        return string.Join('\t', Gdelt2Columns.Select(c => said.GetValueOrDefault(c, $"?{c}")));
    }

    /// <summary>A row of GDELT 1.0 without a header.</summary>
    public static string Gdelt(int id, string day, string source, string target, string code = "036", string added = "20130203")
    {
        string[] fields = [.. Enumerable.Repeat("", 58)];
        (fields[0], fields[1], fields[6], fields[7], fields[16], fields[17], fields[26], fields[29], fields[56]) =
            (id.ToString(CultureInfo.InvariantCulture), day, source, source, target, target, code, "1", added);
        return string.Join('\t', fields);
    }
}

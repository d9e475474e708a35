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

    /// <summary>A row of GDELT 1.0 without a header.</summary>
    public static string Gdelt(int id, string day, string source, string target, string code = "036", string added = "20130203")
    {
        string[] fields = [.. Enumerable.Repeat("", 58)];
        (fields[0], fields[1], fields[6], fields[7], fields[16], fields[17], fields[26], fields[29], fields[56]) =
            (id.ToString(CultureInfo.InvariantCulture), day, source, source, target, target, code, "1", added);
        return string.Join('\t', fields);
    }
}

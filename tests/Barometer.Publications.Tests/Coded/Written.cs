using System.Text;
using Barometer.Domain.Record;
using Barometer.Publications.Coded;

namespace Barometer.Publications.Tests.Coded;

/// <summary>Coded data as tests write them, and what is read of them.</summary>
internal static class Written
{
    /// <summary>The names of the 58 columns of GDELT 1.0.</summary>
    public static string[] Names { get; } =
    [
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        .. Actor("Actor1"), .. Actor("Actor2"),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone",
        .. Place("Actor1Geo"), .. Place("Actor2Geo"), .. Place("ActionGeo"),
        "DATEADDED", "SOURCEURL",
    ];

    /// <summary>The names of the 61 columns of GDELT 2.0.</summary>
    public static string[] Names2 { get; } = [.. Names.SelectMany(n => n.EndsWith("ADM1Code") ? (string[])[n, n.Replace("ADM1", "ADM2")] : [n])];

    /// <summary>A row in which Armenia expresses the intent to meet Georgia, but for what is said otherwise.</summary>
    public static string[] Row(string[] names, params (string Column, string Value)[] said)
    {
        var values = new Dictionary<string, string>
        {
            ["GLOBALEVENTID"] = "224661030",
            ["SQLDATE"] = "20111130",
            ["Actor1Name"] = "ARMENIAN",
            ["Actor1CountryCode"] = "ARM",
            ["Actor2Name"] = "GEORGIA",
            ["Actor2CountryCode"] = "GEO",
            ["EventCode"] = "036",
            ["QuadClass"] = "1",
            ["DATEADDED"] = "20130203",
            ["SOURCEURL"] = "https://example.org/a",
            ["ActionGeo_FullName"] = "Tbilisi, Georgia",
        };
        foreach (var (column, value) in said)
            values[column] = value;
        return [.. names.Select(n => values.GetValueOrDefault(n, ""))];
    }

    public static string Tabbed(params string[][] rows) => string.Concat(rows.Select(r => string.Join('\t', r) + "\n"));

    public static string Quoted(params string[][] rows) => string.Concat(rows.Select(r => string.Join(',', r.Select(f => $"\"{f}\"")) + "\n"));

    public static CodedRow[] Gdelt(string text) => Rows(CodedFormat.Gdelt, text);

    public static CodedRow[] Icews(string text) => Rows(CodedFormat.Icews, text);

    /// <summary>Why a file is refused, and how many rows came before.</summary>
    public static (string Sentence, int RowsBefore) Refused(CodedFormat format, string text)
    {
        var read = CodedData.Read(format, Stream(text), "file.csv").ToArray();
        return (read[^1].Refusal!.Sentence, read.Length - 1);
    }

    public static CodedRow[] File(CodedFormat format, string path)
    {
        using var file = System.IO.File.OpenRead(path);
        return [.. CodedData.Read(format, file, Path.GetFileName(path)).Select(Accepted)];
    }

    private static CodedRow[] Rows(CodedFormat format, string text) => [.. CodedData.Read(format, Stream(text), "file.csv").Select(Accepted)];

    private static CodedRow Accepted(Decision<CodedRow> read) => read.Accepted(out var row, out var refusal) ? row : throw new InvalidOperationException(refusal.Sentence);

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> Actor(string actor) =>
        ((string[])["Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code", "Type3Code"]).Select(c => actor + c);

    private static IEnumerable<string> Place(string place) => ((string[])["Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID"]).Select(c => $"{place}_{c}");
}

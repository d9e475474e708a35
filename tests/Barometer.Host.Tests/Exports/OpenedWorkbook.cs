using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Barometer.Host.Tests.Exports;

/// <summary>A cell of a workbook: its type, its style, and what it holds.</summary>
internal sealed record OpenedCell(string? Type, string? Style, string? Value);

/// <summary>A workbook opened as what it is: an archive of XML.</summary>
internal sealed partial class OpenedWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public OpenedWorkbook(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        Parts = archive.Entries.ToDictionary(e => e.FullName, Read);
        Sheets = Xml("xl/workbook.xml").Descendants(Main + "sheet").Select((s, place) => (Name: s.Attribute("name")!.Value, place))
            .ToDictionary(s => s.Name, s => Xml($"xl/worksheets/sheet{s.place + 1}.xml").Descendants(Main + "row").Select(Cells).ToArray());
        Formulas = Parts.Keys.Where(p => p.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Sum(p => Xml(p).Descendants(Main + "f").Count());
    }

    public IReadOnlyDictionary<string, string> Parts { get; }

    public IReadOnlyDictionary<string, OpenedCell[][]> Sheets { get; }

    public int Formulas { get; }

    /// <summary>The formats that the styles give numbers.</summary>
    public string FormatOf(string? style)
    {
        var format = Xml("xl/styles.xml").Descendants(Main + "cellXfs").Single().Elements(Main + "xf").ElementAt(int.Parse(style!, null)).Attribute("numFmtId")!.Value;
        return Xml("xl/styles.xml").Descendants(Main + "numFmt").Single(f => f.Attribute("numFmtId")!.Value == format).Attribute("formatCode")!.Value;
    }

    private XDocument Xml(string part) => XDocument.Parse(Parts[part], LoadOptions.PreserveWhitespace);

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static OpenedCell[] Cells(XElement row) =>
        [.. row.Elements(Main + "c").Select(c => new OpenedCell(c.Attribute("t")?.Value, c.Attribute("s")?.Value, Value(c)))];

    private static string? Value(XElement cell) =>
        (cell.Element(Main + "v") ?? cell.Descendants(Main + "t").FirstOrDefault())?.Value is { } value ? Spelt().Replace(value, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : null;

    // As ECMA-376 has it (ST_Xstring): a character by its number.
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Spelt();
}

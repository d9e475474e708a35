using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Host.Exports.Csv;

/// <summary>
/// What the columns of a CSV file mean, and what to cite, as the W3C's Metadata Vocabulary for Tabular Data has it. A file has it beside
/// itself under the name that the W3C gives; an answer over HTTP links to it as <c>describedby</c>.
/// </summary>
internal static class CsvMetadata
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/csvm+json";

    /// <summary>What follows the name of the CSV file in that of its metadata.</summary>
    public const string Suffix = "-metadata.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document.</summary>
    /// <param name="export">Of which table; its rows are not read.</param>
    /// <param name="url">Where the CSV is, seen from the document.</param>
    public static string Of(Export export, string url) => new JsonObject
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = "en" }),
        ["url"] = url,
        ["dc:title"] = export.Citation.Title,
        ["dc:description"] = export.Citation.What,
        ["dc:bibliographicCitation"] = export.Citation.Sentence,
        ["schema:additionalProperty"] = new JsonArray([.. export.Citation.Told().Select(t => Property(t.Key, t.Value))]),
        ["rdfs:comment"] = "Text that a spreadsheet would take for a formula has an apostrophe before it, and so has each part of a text after a semicolon, a tab or a line break. Where a text or such a part begins with an apostrophe and then, apostrophes, quotes, spaces and what is not seen passed over, with one of = + - @ (full width too), or the text with a tab or a line break, take one apostrophe away to have it as it was recorded.",
        ["dialect"] = new JsonObject { ["encoding"] = "utf-8", ["header"] = true, ["delimiter"] = ",", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["lineTerminators"] = new JsonArray("\r\n") },
        ["tableSchema"] = new JsonObject { ["columns"] = new JsonArray([.. export.Columns.Select(Column)]) },
    }.ToJsonString(Readable);

    private static JsonObject Property(string name, string value) =>
        new JsonObject { ["@type"] = "schema:PropertyValue", ["schema:name"] = name, ["schema:value"] = value };

    private static JsonObject Column(ExportColumn column) => new JsonObject
    {
        ["name"] = Uri.EscapeDataString(column.Name),
        ["titles"] = column.Name,
        ["datatype"] = Datatype(column.Type),
        ["dc:description"] = column.Meaning,
    };

    private static JsonNode Datatype(CellType type) => type switch
    {
        CellType.WholeNumber => "integer",
        CellType.ExactDecimal => "decimal",
        CellType.Day => "date",
        CellType.Instant => "dateTime",
        CellType.YesNo => new JsonObject { ["base"] = "boolean", ["format"] = "true|false" },
        _ => "string",
    };
}

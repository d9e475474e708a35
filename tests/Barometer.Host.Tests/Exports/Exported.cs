using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Exports;

/// <summary>A folder to export to, gone when the test is over.</summary>
internal sealed class Exported : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("exporting");

    public string[] Files => [.. _folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(File(name));

    /// <summary>Exports a table to a file, and gives what the verb answers.</summary>
    public Task<JsonElement> Ask(Typist typist, string table, string name, params string[] options) => typist.Ask(["export", table, "--to", File(name), .. options]);

    /// <summary>Exports a table, and reads it back by means that are none of the project's.</summary>
    public static async Task<Dictionary<string, string?>[]> Rows(Typist typist, string table, string format, params string[] options)
    {
        using var exported = new Exported();
        await exported.Ask(typist, table, $"table.{format}", options);
        return Rows(exported.Bytes($"table.{format}"), format, options.Contains("--lines") ? $"{table}-lines" : table);
    }

    /// <summary>The rows of a table that was exported.</summary>
    public static Dictionary<string, string?>[] Rows(byte[] exported, string format, string table) => format switch
    {
        "csv" => [.. NaiveTable.Rows(exported).Select(r => r.ToDictionary(c => c.Key, c => NaiveTable.AsRecorded(c.Value)))],
        "parquet" => Duck.Rows(exported),
        _ => Sheet(new OpenedWorkbook(exported), table),
    };

    public void Dispose() => _folder.Delete(recursive: true);

    // Days are numbers in a workbook; how they are shown is their style.
    private static Dictionary<string, string?>[] Sheet(OpenedWorkbook workbook, string name)
    {
        var rows = workbook.Sheets[name];
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First.Value!, c => Shown(workbook, c.Second)))];
    }

    private static string? Shown(OpenedWorkbook workbook, OpenedCell cell) => cell is { Type: null, Style: not null, Value: { } day } && workbook.FormatOf(cell.Style).StartsWith("yyyy", StringComparison.Ordinal)
        ? DateOnly.FromDateTime(DateTime.FromOADate(int.Parse(day, null))).ToString("O")
        : cell.Value;
}

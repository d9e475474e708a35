using System.Text.Json;
using Barometer.Domain.Record;
using Spectre.Console;

namespace Barometer.Benchmarks.Measuring;

/// <summary>One line of the report.</summary>
/// <param name="Measurement">What was measured.</param>
/// <param name="Limit">What it is held against.</param>
/// <param name="Figures">Both, in developments, rows or events a second.</param>
/// <param name="Checked">What was found right in the record afterwards.</param>
internal sealed record Line(string Measurement, string Limit, Comparison Figures, string Checked);

/// <summary>A further figure that explains a line.</summary>
internal sealed record Detail(string Of, string Name, double Value, string Unit);

/// <summary>For people a table at the end and a word on what goes on meanwhile; for programs JSON and nothing else.</summary>
internal sealed class Report(bool json)
{
    private static readonly JsonSerializerOptions Indented = new(RecordJson.Options) { WriteIndented = true };
    private readonly List<Line> _lines = [];
    private readonly List<Detail> _details = [];
    private Machine? _machine;

    /// <summary>Takes down the machine, once.</summary>
    public async Task Describe(TemporaryRecord record, CancellationToken cancellation)
    {
        if (_machine is not null)
            return;
        _machine = await Machine.Describe(record, cancellation);
        Say($"{_machine.System}, {_machine.Cores} cores, {_machine.MemoryGigabytes} GB, {_machine.Runtime}; load at the start {_machine.LoadAtStart}");
        Say($"PostgreSQL {_machine.PostgreSql} on {_machine.FileSystem}: {string.Join(", ", _machine.Settings.Select(s => $"{s.Key} {s.Value}"))}");
    }

    /// <summary>Says what is being done.</summary>
    public void Say(string what)
    {
        if (!json)
            Console.WriteLine(what);
    }

    public void Add(Line line)
    {
        _lines.Add(line);
        Say($"{line.Measurement}: {line.Figures.Reached:N0} a second; {line.Limit}: {line.Figures.Limit:N0}; {line.Figures.Ratio:P1} of it. {line.Checked}");
    }

    public void Add(Detail detail)
    {
        _details.Add(detail);
        Say($"  {detail.Value,8:N2} {detail.Unit}  {detail.Name}");
    }

    public void Finish()
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { Machine = _machine, Lines = _lines, Details = _details }, Indented));
        else if (_lines.Count > 0)
            Show(Table());
    }

    private static void Show(Table table)
    {
        // Into a file or another program, a line stays a line.
        if (Console.IsOutputRedirected)
            AnsiConsole.Profile.Width = 160;
        AnsiConsole.Write(table);
    }

    private Table Table()
    {
        var table = new Table().SimpleBorder().AddColumns("measurement", "a second", "limit", "which is", "ratio", "lowest – highest");
        foreach (var right in (int[])[1, 2, 4, 5])
            table.Columns[right].RightAligned();
        foreach (var (measurement, limit, figures, _) in _lines)
            table.AddRow(measurement, $"{figures.Reached:N0}", $"{figures.Limit:N0}", limit, $"{figures.Ratio:P1}", $"{figures.LowestRatio:P1} – {figures.HighestRatio:P1}");
        return table;
    }
}

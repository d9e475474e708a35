using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.RuleSets.Arithmetic;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Barometer.Host.Terminal;

/// <summary>How numbers look to people: with their sign, green above 0 and red below, where the terminal has colour.</summary>
internal static class Shown
{
    private static readonly string[] Prose = ["reason", "why", "what", "who and why", "title"];
    private static readonly string[] Steps = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

    /// <summary>A number with its sign: <c>+13</c>, <c>-9</c>, <c>0</c>.</summary>
    public static string Signed(int number) => Score.Signed(number);

    /// <summary>The same, coloured.</summary>
    public static string Coloured(int number) => number switch
    {
        > 0 => $"[green]{Signed(number)}[/]",
        < 0 => $"[red]{Signed(number)}[/]",
        _ => "0",
    };

    /// <summary>A number that need not be whole, with its sign: <c>+1.25</c>, <c>-9</c>, <c>0</c>.</summary>
    public static string Signed(FixedPoint number) => number.Sign > 0 ? $"+{number}" : number.ToString();

    /// <summary>The same, coloured.</summary>
    public static string Coloured(FixedPoint number) => number.Sign switch
    {
        > 0 => $"[green]{Signed(number)}[/]",
        < 0 => $"[red]{Signed(number)}[/]",
        _ => "0",
    };

    /// <summary>What an index is of; the dimension is said where it is not the only one a barometer usually has.</summary>
    public static string Index(string relationship, string dimension) => dimension == "development" ? relationship : $"{relationship} {dimension}";

    /// <summary>A line of values as a picture, lowest to highest.</summary>
    public static string Sparkline(IReadOnlyCollection<int> values)
    {
        if (values.Count == 0)
            return "";
        var (low, high) = (Math.Min(values.Min(), 0), Math.Max(values.Max(), 0));
        return string.Concat(values.Select(v => Steps[high == low ? 0 : (v - low) * (Steps.Length - 1) / (high - low)]));
    }

    /// <summary>A table without frames: what a person reads, and cuts and pastes.</summary>
    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.None).ShowHeaders();
        foreach (var column in columns)
        {
            // A column that starts with '>' holds numbers.
            var numbers = column.StartsWith('>');
            // Only prose is folded in a narrow terminal.
            table.AddColumn(new TableColumn($"[dim]{(numbers ? column[1..] : column).EscapeMarkup()}[/]")
            {
                Alignment = numbers ? Justify.Right : Justify.Left,
                NoWrap = !Prose.Contains(column),
                Padding = new Padding(0, 0, 2, 0),
            });
        }

        return table;
    }

    /// <summary>
    /// Writes a table. Where the terminal is too narrow for it, it breaks the lines itself: a number that is folded or cut is another number.
    /// </summary>
    public static void WriteWhole(this IAnsiConsole console, Table table)
    {
        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, Width(table, RenderOptions.Create(console)));
        console.Write(table);
        console.Profile.Width = width;
    }

    // Prose folds, down to a few words a line; everything else stays whole.
    private static int Width(Table table, RenderOptions options)
    {
        const int leastProse = 24;
        var width = 0;
        foreach (var (column, place) in table.Columns.Select((c, i) => (c, i)))
        {
            var whole = table.Rows.Select(r => r[place]).Prepend(column.Header).Max(cell => cell.Measure(options, Screen.Unlimited).Max);
            width += (column.NoWrap ? whole : Math.Min(whole, leastProse)) + column.Padding!.Value.Right;
        }

        return width;
    }

    /// <summary>How far the record had come, as <c>as of china:19,eu:25</c>; of more relationships than a line holds only how many.</summary>
    public static string AsOf(Positions positions)
    {
        const int most = 12;
        return positions.ByRelationship.Count <= most ? $"as of {positions}" : $"as of the positions of {Count(positions.ByRelationship.Count, "relationship")}, which --json tells";
    }

    /// <summary>Who did something, and who approved it where somebody had to.</summary>
    public static string Actor(string actor, string? approvedBy) => approvedBy is null ? actor : $"{actor}, approved by {approvedBy}";

    /// <summary>So many of something: <c>1 development</c>, <c>2 developments</c>.</summary>
    public static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    /// <summary>A moment, to the second, in UTC.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

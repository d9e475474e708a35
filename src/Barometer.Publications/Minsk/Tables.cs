using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>A table of a section.</summary>
/// <param name="Name">E.g. "Table 1".</param>
/// <param name="Title">The whole title, as printed.</param>
/// <param name="TitleLine">Where the title stands.</param>
/// <param name="Rows">Its rows: a date, and the other cells, which the text of a PDF does not keep apart.</param>
internal sealed record PrintedTable(string Name, string Title, int TitleLine, ImmutableArray<EvidenceRow> Rows)
{
    /// <summary>The table as a text of its section.</summary>
    public ReadText As(string section, IReadOnlyDictionary<int, int> lastLines) =>
        new(section, TextKind.Table, Title, [.. Rows.Select(r => new Passage(r.Date.Printed, r.Text, r.Line, lastLines[r.Line]))]);
}

/// <summary>Takes tables out of the text: from the title to the next line as long as prose, or to the heading above it.</summary>
internal sealed partial class Tables(IReadOnlyList<Line> lines, PeriodId period)
{
    // Cells are narrow: no line of a table is as long as one of prose, but for rows whose cells stand side by side.
    private const int LongestCell = 70;

    private readonly List<Line> _rest = [];

    /// <summary>The tables, in the order of print.</summary>
    public List<PrintedTable> Found { get; } = [];

    /// <summary>The titles under which no row was found.</summary>
    public List<Line> WithoutRows { get; } = [];

    /// <summary>Everything that is in no table.</summary>
    public IReadOnlyList<Line> Rest => _rest;

    /// <summary>The last line of each row, by its first.</summary>
    public Dictionary<int, int> LastLines { get; } = [];

    public Tables Find()
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (Title().Match(lines[at].Text) is { Success: true } match)
                at = Take(at, match.Groups[1].Value) - 1;
            else
                _rest.Add(lines[at]);
        }

        return this;
    }

    // Returns where the text goes on.
    private int Take(int at, string name)
    {
        var body = at;
        while (body < lines.Count && !lines[body].IsBlank)
            body++;
        var end = EndOf(body);
        var rows = Rows([.. lines.Skip(body).Take(end - body)]);
        if (rows.IsEmpty)
        {
            // Kept as the text that it is.
            _rest.AddRange(lines.Skip(at).Take(end - at));
            WithoutRows.Add(lines[at]);
        }
        else
        {
            Found.Add(new PrintedTable(name, Line.Join(lines.Skip(at).Take(body - at)), lines[at].Number, rows));
        }

        return end;
    }

    private int EndOf(int body)
    {
        var end = body;
        while (end < lines.Count && !Title().IsMatch(lines[end].Text) && (lines[end].Text.Length <= LongestCell || StartAt(lines, end) is not null))
            end++;
        if (end == lines.Count)
            return end;
        var heading = end - 1;
        while (heading > body && lines[heading].IsBlank)
            heading--;
        var alone = heading > body && lines[heading - 1].IsBlank && heading < end - 1;
        return alone && DateAtStart.Find(lines, heading, period) is null && Paragraphs.IsHeading(new Paragraph([lines[heading]])) ? heading : end;
    }

    private ImmutableArray<EvidenceRow> Rows(IReadOnlyList<Line> body)
    {
        var rows = ImmutableArray.CreateBuilder<EvidenceRow>();
        var starts = new List<(int At, DateAtStart Start)>();
        for (var at = 0; at < body.Count; at++)
        {
            if (StartAt(body, at) is not { } start)
                continue;
            starts.Add((at, start));
            at += start.Lines - 1;
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var (at, start) = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].At : body.Count;
            var date = body[at + start.Lines - 1];
            Line[] cells = [date with { Text = start.Rest }, .. body.Skip(at + start.Lines).Take(end - at - start.Lines).Where(l => !l.IsBlank && !ColumnHeader().IsMatch(l.Text))];
            rows.Add(new EvidenceRow(start.Date, Line.Join(cells), body[at].Number));
            LastLines[body[at].Number] = cells[^1].Number;
        }

        return rows.ToImmutable();
    }

    // A row begins a paragraph; a dash alone stands within a cell.
    private DateAtStart? StartAt(IReadOnlyList<Line> body, int at) =>
        !body[at].IsBlank && (at == 0 || body[at - 1].IsBlank || ColumnHeader().IsMatch(body[at - 1].Text))
        && DateAtStart.Find(body, at, period) is { Date.Precision: not Precision.Unknown } start
            ? start
            : null;

    [GeneratedRegex(@"^(Table [0-9]{1,2})\.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex("^Date (?:Place|Composition)\\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ColumnHeader();
}

using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>A date at the start of a row, which may be wrapped over lines, and what follows it on its last line.</summary>
/// <param name="Date">The date.</param>
/// <param name="Lines">How many lines it takes, blank ones among them.</param>
/// <param name="Rest">What follows on the last of them.</param>
internal sealed record DateAtStart(PrintedDate Date, int Lines, string Rest)
{
    private const int MostLines = 3;
    private const int MostWords = 7;

    /// <summary>The date that starts at a line, or null when none does.</summary>
    public static DateAtStart? Find(IReadOnlyList<Line> lines, int at, PeriodId period)
    {
        var parts = new List<(int Index, Line Line)>();
        for (var i = at; i < lines.Count && parts.Count < MostLines; i++)
        {
            if (!lines[i].IsBlank)
                parts.Add((i, lines[i]));
        }

        // The longest first: "November-" and "December" are one date, "November-" alone is none.
        for (var taken = parts.Count; taken > 0; taken--)
        {
            if (In(parts, taken, period) is var (date, rest))
                return new DateAtStart(date, parts[taken - 1].Index - at + 1, rest);
        }

        return null;
    }

    private static (PrintedDate Date, string Following)? In(List<(int Index, Line Line)> parts, int taken, PeriodId period)
    {
        // All lines but the last have to be date and nothing else.
        var before = parts.Take(taken - 1).Select(p => p.Line).ToArray();
        var words = parts[taken - 1].Line.Text.Split(' ');
        for (var count = Math.Min(words.Length, MostWords); count > 0; count--)
        {
            var last = new Line(0, string.Join(' ', words.Take(count)));
            var text = Line.Join(before.Append(last));
            if (PrintedDateReading.Read(new Line(0, text).Plain, period) is { } date)
                return (date with { Printed = text }, string.Join(' ', words.Skip(count)));
        }

        return null;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using static Barometer.Domain.Developments.PrintedDateReading;

namespace Barometer.Publications.Minsk;

/// <summary>Which issue it is: by its number, by the months that it says it is about, or by both, which have to agree.</summary>
internal static partial class IssueNumber
{
    private static readonly string[] Ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>The issue and its period, or why neither can be told.</summary>
    public static Decision<(int Issue, PeriodId Period)> Of(IEnumerable<Line> introduction, Domain.Barometers.Calendar calendar)
    {
        var text = Line.Join(introduction.Select(l => l with { Text = l.Plain }));
        var (numbered, dated) = (Numbered(text), Dated(text));
        if (dated is { } about && calendar.IssueOf(about) is null)
            return Refusal.Usage($"The introduction speaks of {about}, which is no period; the first is {calendar.PeriodOf(1)}.");
        if (numbered is { } number && dated is { } period && calendar.IssueOf(period) != number)
            return Refusal.Usage($"The introduction says issue {number}, which is {calendar.PeriodOf(number)}, and speaks of {period}.");
        return (numbered ?? (dated is { } known ? calendar.IssueOf(known) : null)) is { } issue
            ? (issue, calendar.PeriodOf(issue))
            : Refusal.Usage("The introduction tells neither the issue's number (twelfth issue, issue 12) nor its months (November and December 2019).");
    }

    /// <summary>The line that tells it: of its months, else of its number, else the first.</summary>
    public static Line Told(IReadOnlyList<Line> introduction) =>
        introduction.Append(new Line(1, "")).OrderBy(l => Months().IsMatch(l.Plain) ? 0 : Numbered(l.Plain) is null ? 2 : 1).First();

    private static int? Numbered(string text)
    {
        if (InFigures().Match(text) is { Success: true } figures)
            return int.Parse(figures.Groups[1].Value, CultureInfo.InvariantCulture);
        return InWords().Match(text) is { Success: true } words ? Ordinal(words.Groups[1].Value.ToLowerInvariant()) : null;
    }

    private static int? Ordinal(string word)
    {
        var parts = word.Split('-');
        var units = Array.IndexOf(Ordinals, parts[^1]) + 1;
        if (parts.Length == 1)
            return units > 0 ? units : Array.IndexOf(Tens, word.Replace("ieth", "y", StringComparison.Ordinal)) is >= 0 and var tens ? (tens + 2) * 10 : null;
        return Array.IndexOf(Tens, parts[0]) is >= 0 and var ten && units is > 0 and < 10 ? ((ten + 2) * 10) + units : null;
    }

    private static PeriodId? Dated(string text)
    {
        if (Months().Match(text) is not { Success: true } match)
            return null;
        DateOnly Month(int group, int year) => DateOnly.ParseExact($"1 {match.Groups[group].Value} {year}", "d MMMM yyyy", CultureInfo.InvariantCulture);
        var year = int.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture);
        var last = Month(3, year);
        var first = match.Groups[2].Success ? Month(1, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : Month(1, year);
        return first > last ? null : new PeriodId(first, last.AddMonths(1).AddDays(-1));
    }

    [GeneratedRegex(@"\b(?:issue|no\.|issue no\.|number) ?#?([1-9][0-9]{0,2})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InFigures();

    [GeneratedRegex(@"\b([a-z]+(?:-[a-z]+)?) (?:issue|edition)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\b" + Month + @"(?: ([12][0-9]{3}))? ?(?:and|-) ?" + Month + @" ([12][0-9]{3})\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Months();
}

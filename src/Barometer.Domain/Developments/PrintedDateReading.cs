using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>
/// Reads a date as printed. The words name no year: it is the one that brings the date nearest to the period. Hyphens, dashes
/// and minus signs are one and the same; so are spaces and line breaks.
/// </summary>
public static partial class PrintedDateReading
{
    /// <summary>The name of a month, as a group of a regular expression.</summary>
    public const string Month = "(January|February|March|April|May|June|July|August|September|October|November|December)";

    private const int MarginOfAround = 3;

    /// <summary>The date that somebody wrote, or a refusal that says what would be right.</summary>
    /// <param name="written">As written.</param>
    /// <param name="period">The period that it is for. Words name no year, so that without a period only a day with its year is read.</param>
    /// <param name="calendar">The barometer's.</param>
    public static Decision<PrintedDate> Read(string written, PeriodId? period, Barometers.Calendar calendar)
    {
        if (Read(written, period ?? calendar.PeriodOf(1)) is not { } date)
            return Refusal.Usage($"'{written}' is no date; one looks like 2019-12-05, \"4-5 November\", \"Late December\", \"November-December\", or \"-\" for unknown.").About("date");
        return period is null && !written.StartsWith(date.Earliest?.ToString("O", CultureInfo.InvariantCulture) ?? "?", StringComparison.Ordinal)
            ? Refusal.Usage($"'{written}' names no year; give the period (2019-11/2019-12), or the date as 2019-12-05.").About("date")
            : date;
    }

    /// <summary>A single day with its year, or a refusal; null where nothing is written.</summary>
    public static Decision<DateOnly?> Day(string? written) =>
        written is null ? (DateOnly?)null
        : DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (DateOnly?)day
        : Refusal.Usage($"'{written}' is no day; one looks like 2019-12-05.");

    /// <summary>The date that the words mean, or null when they are no date.</summary>
    public static PrintedDate? Read(string printed, PeriodId period)
    {
        var words = Plain(printed);
        if (words is "-" or "")
            return words.Length == 0 ? null : PrintedDate.Unknown(printed.Trim());
        return Calendar(words, period) is var (earliest, latest, precision)
            ? new PrintedDate(Tidy(printed), earliest, latest, precision)
            : null;
    }

    private static (DateOnly Earliest, DateOnly Latest, Precision Precision)? Calendar(string words, PeriodId period)
    {
        if (Around().Match(words) is { Success: true } around)
            return Calendar(around.Groups[1].Value, period) is (var first, var last, not Precision.Around) ? Widened(first, last) : null;
        return Iso(words) ?? Days(words, period) ?? Parts(words, period) ?? Months(words, period);
    }

    private static (DateOnly, DateOnly, Precision)? Widened(DateOnly first, DateOnly last) =>
        first < DateOnly.MinValue.AddDays(MarginOfAround) || last > DateOnly.MaxValue.AddDays(-MarginOfAround)
            ? null
            : (first.AddDays(-MarginOfAround), last.AddDays(MarginOfAround), Precision.Around);

    private static (DateOnly, DateOnly, Precision)? Iso(string words)
    {
        var days = words.Split('/');
        if (days.Length > 2 || !IsoDay(days[0], out var first) || !IsoDay(days[^1], out var last) || last < first)
            return null;
        return (first, last, days.Length == 1 ? Precision.Day : Precision.Range);
    }

    private static (DateOnly, DateOnly, Precision)? Days(string words, PeriodId period)
    {
        if (DayOrDays().Match(words) is not { Success: true } match)
            return null;
        var (firstDay, firstMonth, lastDay, lastMonth) = (match.Groups[1], match.Groups[2], match.Groups[3], match.Groups[4]);
        var single = !lastDay.Success && firstMonth.Success;
        if (!single && !lastMonth.Success)
            return null;
        var latest = Nearest(single ? firstDay.Value : lastDay.Value, single ? firstMonth.Value : lastMonth.Value, period);
        var earliest = single ? latest : Nearest(firstDay.Value, firstMonth.Success ? firstMonth.Value : lastMonth.Value, period);
        if (earliest > latest && !firstMonth.Success)
            return null;
        if (earliest > latest)
            earliest = earliest.Value.AddYears(-1);
        return earliest is { } from && latest is { } to ? (from, to, single ? Precision.Day : Precision.Range) : null;
    }

    private static (DateOnly, DateOnly, Precision)? Parts(string words, PeriodId period)
    {
        if (PartOfMonth().Match(words) is not { Success: true } match || Nearest("1", match.Groups[2].Value, period) is not { } month)
            return null;
        return match.Groups[1].Value.ToUpperInvariant() switch
        {
            "EARLY" => (month, month.AddDays(9), Precision.PartOfMonth),
            "MID" => (month.AddDays(10), month.AddDays(19), Precision.PartOfMonth),
            _ => (month.AddDays(20), EndOf(month), Precision.PartOfMonth),
        };
    }

    private static (DateOnly, DateOnly, Precision)? Months(string words, PeriodId period)
    {
        if (OneOrTwoMonths().Match(words) is not { Success: true } match)
            return null;
        var second = match.Groups[2];
        if (Nearest("1", match.Groups[1].Value, period) is not { } first || Nearest("1", (second.Success ? second : match.Groups[1]).Value, period) is not { } last)
            return null;
        return (first > last ? first.AddYears(-1) : first, EndOf(last), second.Success ? Precision.Months : Precision.Month);
    }

    private static DateOnly? Nearest(string day, string month, PeriodId period)
    {
        DateOnly? nearest = null;
        foreach (var year in Enumerable.Range(period.FirstDay.Year - 1, 3))
        {
            var candidate = DateOnly.TryParseExact($"{day} {month} {year}", "d MMMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
            if (candidate is { } found && (nearest is null || Distance(found, period) < Distance(nearest.Value, period)))
                nearest = found;
        }

        return nearest;
    }

    private static int Distance(DateOnly day, PeriodId period) =>
        day < period.FirstDay ? period.FirstDay.DayNumber - day.DayNumber : Math.Max(0, day.DayNumber - period.LastDay.DayNumber);

    private static DateOnly EndOf(DateOnly firstOfMonth) => firstOfMonth.AddMonths(1).AddDays(-1);

    private static bool IsoDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && Barometers.Calendar.Covers(day);

    private static string Tidy(string printed) => Spaces().Replace(printed, " ").Trim();

    private static string Plain(string printed) => AroundDash().Replace(Dashes.Plain(Spaces().Replace(printed, " ")), "-").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s?-\s?", RegexOptions.CultureInvariant)]
    private static partial Regex AroundDash();

    [GeneratedRegex("^Around (.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    [GeneratedRegex($"^([0-9]{{1,2}})(?: {Month})?(?:-([0-9]{{1,2}}) {Month})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayOrDays();

    [GeneratedRegex($"^(Early|Mid|Late)[ -]{Month}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PartOfMonth();

    [GeneratedRegex($"^{Month}(?:-{Month})?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OneOrTwoMonths();
}

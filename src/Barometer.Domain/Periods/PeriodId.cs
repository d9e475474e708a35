using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Barometer.Domain.Record;

namespace Barometer.Domain.Periods;

/// <summary>A reporting window of whole months, written <c>2019-11/2019-12</c>, or <c>2014-07</c> where it is a single month.</summary>
/// <param name="FirstDay">First day of its first month.</param>
/// <param name="LastDay">Last day of its last month.</param>
[JsonConverter(typeof(TextConverter<PeriodId>))]
public readonly record struct PeriodId(DateOnly FirstDay, DateOnly LastDay) : IParsable<PeriodId>
{
    /// <summary>The period of so many months that starts on the first day of a month.</summary>
    public static PeriodId Starting(DateOnly firstDay, int months) => new(firstDay, EndOf(firstDay.AddMonths(months - 1)));

    /// <summary>True for every period from the first to the last.</summary>
    public bool IsFrom(PeriodId first, PeriodId last) => FirstDay >= first.FirstDay && LastDay <= last.LastDay;

    /// <summary>The name of the period's stream.</summary>
    public string Stream => $"period/{this}";

    /// <inheritdoc />
    public override string ToString() => EndOf(FirstDay) == LastDay
        ? string.Create(CultureInfo.InvariantCulture, $"{FirstDay:yyyy-MM}")
        : string.Create(CultureInfo.InvariantCulture, $"{FirstDay:yyyy-MM}/{LastDay:yyyy-MM}");

    /// <summary>Reads <c>2019-11/2019-12</c> or <c>2014-07</c>.</summary>
    /// <exception cref="FormatException">The text is no period.</exception>
    public static PeriodId Parse(string s, IFormatProvider? provider) =>
        Read(s).Accepted(out var period, out var refusal) ? period : throw new FormatException(refusal.Sentence);

    /// <summary>The period that somebody wrote, or a refusal that says what would be right.</summary>
    public static Decision<PeriodId> Read(string written) =>
        TryParse(written, CultureInfo.InvariantCulture, out var period)
            ? period
            : Refusal.Usage($"'{written}' is no period; one looks like 2019-11/2019-12, or 2014-07 where it is a single month.");

    /// <summary>Reads <c>2019-11/2019-12</c> or <c>2014-07</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PeriodId result)
    {
        result = default;
        if (s?.Split('/') is not { Length: 1 or 2 } months || !MonthOf(months[0], out var from) || !MonthOf(months[^1], out var to) || to < from)
            return false;
        result = new PeriodId(from, EndOf(to));
        return true;
    }

    private static DateOnly EndOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));

    private static bool MonthOf(string text, out DateOnly month) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out month) && Barometers.Calendar.Covers(month);
}

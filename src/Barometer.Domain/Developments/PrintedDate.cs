using Barometer.Domain.Periods;

namespace Barometer.Domain.Developments;

/// <summary>How exactly a printed date says when something happened.</summary>
public enum Precision
{
    /// <summary>One day.</summary>
    Day,

    /// <summary>From one day to another: "4-5 November".</summary>
    Range,

    /// <summary>Early (1–10), Mid (11–20) or Late (21–end) in a month.</summary>
    PartOfMonth,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Several months: "November-December".</summary>
    Months,

    /// <summary>Three days more on either side: "Around 20 November – 5 December".</summary>
    Around,

    /// <summary>Not known: "-".</summary>
    Unknown,
}

/// <summary>When something happened, as printed, and beside it what that means in days.</summary>
/// <param name="Printed">The words as they stood in print.</param>
/// <param name="Earliest">The first day that the words allow; null when unknown.</param>
/// <param name="Latest">The last day that the words allow; null when unknown.</param>
/// <param name="Precision">How exactly the words say it.</param>
public sealed record PrintedDate(string Printed, DateOnly? Earliest, DateOnly? Latest, Precision Precision)
{
    /// <summary>A single day, printed as such.</summary>
    public static PrintedDate On(DateOnly day) => new(day.ToString("O"), day, day, Precision.Day);

    /// <summary>A date of which nothing is known.</summary>
    public static PrintedDate Unknown(string printed) => new(printed, Earliest: null, Latest: null, Precision.Unknown);

    /// <summary>True when no day that the words allow lies in the period. An unknown date lies outside nothing.</summary>
    public bool IsWhollyOutside(PeriodId period) =>
        Earliest is { } earliest && Latest is { } latest && (latest < period.FirstDay || earliest > period.LastDay);

    /// <summary>The day on which the running index of a period counts it: the latest, within the period; its last day when unknown.</summary>
    public DateOnly DayWithin(PeriodId period) =>
        Latest is not { } latest || latest > period.LastDay ? period.LastDay
        : latest < period.FirstDay ? period.FirstDay
        : latest;
}

using Barometer.Domain.Periods;

namespace Barometer.Domain.Barometers;

/// <summary>When a barometer appears: periods of whole months, one after another, each with an issue number.</summary>
/// <param name="FirstMonth">First day of the first month of issue 1, e.g. 1 January 2018.</param>
/// <param name="MonthsPerPeriod">Length of a period in months, 1 to 12.</param>
public sealed record Calendar(DateOnly FirstMonth, int MonthsPerPeriod)
{
    /// <summary>True for a day of the years 1000 to 9000: around those whatever is counted from a day is a day, too.</summary>
    public static bool Covers(DateOnly day) => day.Year is >= 1000 and <= 9000;

    /// <summary>The period of an issue; issue 1 is the first.</summary>
    public PeriodId PeriodOf(int issue) => PeriodId.Starting(FirstMonth.AddMonths((issue - 1) * MonthsPerPeriod), MonthsPerPeriod);

    /// <summary>The period in which a day lies.</summary>
    public PeriodId PeriodOf(DateOnly day) => PeriodOf(IssueAt(day));

    /// <summary>The number of the issue for a period, or null when the period is none of this calendar.</summary>
    public int? IssueOf(PeriodId period)
    {
        var issue = IssueAt(period.FirstDay);
        return issue >= 1 && PeriodOf(issue) == period ? issue : null;
    }

    private int IssueAt(DateOnly day)
    {
        var months = ((day.Year - FirstMonth.Year) * 12) + day.Month - FirstMonth.Month;
        return (int)Math.Floor((decimal)months / MonthsPerPeriod) + 1;
    }
}

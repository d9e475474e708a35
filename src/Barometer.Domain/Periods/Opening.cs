using Barometer.Domain.Barometers;
using Barometer.Domain.Record;

namespace Barometer.Domain.Periods;

/// <summary>Opens a period for scoring.</summary>
/// <param name="Period">Which.</param>
/// <param name="Actor">Who opens it.</param>
public sealed record OpenPeriod(PeriodId Period, string Actor);

/// <summary>A period was opened.</summary>
/// <param name="Period">Which.</param>
/// <param name="Issue">The number of the issue for it.</param>
/// <param name="Actor">Who opened it.</param>
public sealed record PeriodOpened(PeriodId Period, int Issue, string Actor);

/// <summary>The decision to open.</summary>
public static class Opening
{
    /// <summary>Opens a period of the barometer's calendar that was never opened.</summary>
    public static Decision<PeriodOpened> Decide(OpenPeriod command, Settings settings, Period? period)
    {
        if (period is not null)
            return Refusal.Rule($"{command.Period} is {(period.IsClosed ? "closed" : "open")} already.");
        return settings.Calendar.IssueOf(command.Period) is { } issue
            ? new PeriodOpened(command.Period, issue, command.Actor)
            : NoPeriod(command.Period, settings);
    }

    /// <summary>Refuses because a period was never opened, or is none of the barometer's.</summary>
    public static Refusal NotOpened(PeriodId period, Settings settings) =>
        settings.Calendar.IssueOf(period) is null
            ? NoPeriod(period, settings)
            : Refusal.NotFound($"{period} was never opened; open it first.").Until(RemedyKind.Open, period);

    /// <summary>Refuses because a barometer has no period yet that could be meant.</summary>
    public static Refusal NoneOpened(string barometer) =>
        Refusal.NotFound($"No period of '{barometer}' was opened yet; open one, or import an issue.").Until(RemedyKind.Open);

    /// <summary>Refuses because a period is none of the barometer's.</summary>
    public static Refusal NoPeriod(PeriodId period, Settings settings) =>
        Refusal.Usage($"{period} is no period of {settings.Name}; periods {Long(settings.Calendar)}, the first {settings.Calendar.PeriodOf(1)}.");

    private static string Long(Calendar calendar) => calendar.MonthsPerPeriod == 1 ? "are single months" : $"have {calendar.MonthsPerPeriod} months";
}

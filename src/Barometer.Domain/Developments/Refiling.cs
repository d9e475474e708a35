using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Files a development under another period.</summary>
public sealed record RefileDevelopment : DevelopmentCommand
{
    /// <summary>The period that it is to count in.</summary>
    public required PeriodId To { get; init; }
}

/// <summary>A development was filed under another period; it counts there and no longer where it did.</summary>
public sealed record DevelopmentRefiled : DevelopmentEvent
{
    /// <summary>Where it counted.</summary>
    public required Filing From { get; init; }

    /// <summary>Where it counts now.</summary>
    public required Filing To { get; init; }

    /// <summary>The points that stand; null when none do.</summary>
    public Points? Points { get; init; }
}

/// <summary>The decision to refile.</summary>
public static class Refiling
{
    /// <summary>Refiles, with a reason; both periods have a say.</summary>
    public static Decision<DevelopmentRefiled> Decide(RefileDevelopment command, Development development, Period from, Period to)
    {
        if (command.NotStanding(development, "refile it") is { } refusal)
            return refusal;
        if (development.Filing.Period == command.To)
            return Refusal.Rule($"{command.Reference} is filed under {command.To} already; nothing would change.");
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Usage($"Say why {command.Reference} counts in {command.To}, e.g. \"continued from the period before\".").Until(RemedyKind.GiveReason);
        return (from.Refuses(command) ?? to.Refuses(command)) is { } closed
            ? closed
            : command.Revise(development, new DevelopmentRefiled
            {
                From = development.Filing,
                To = Filing.Under(command.To, development.Particulars.Date),
                Points = development.Points,
            });
    }
}

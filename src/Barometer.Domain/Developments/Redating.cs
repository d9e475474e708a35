using System.Text.Json.Serialization;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Gives a development another date. It stays filed under its period.</summary>
public sealed record RedateDevelopment : DevelopmentCommand
{
    /// <summary>When it happened.</summary>
    public required PrintedDate Date { get; init; }

    /// <summary>With the words of the date alone: which year they mean, the period says that the development is filed under at the time.</summary>
    [JsonIgnore]
    public override DevelopmentCommand AsSaid => this with { Date = PrintedDate.Unknown(Date.Printed) };
}

/// <summary>A development was given another date; the running index may count it on another day of the same period.</summary>
public sealed record DevelopmentRedated : DevelopmentEvent
{
    /// <summary>The date it had.</summary>
    public required PrintedDate From { get; init; }

    /// <summary>The date it has now.</summary>
    public required PrintedDate To { get; init; }

    /// <summary>Where it counted.</summary>
    public required Filing FiledFrom { get; init; }

    /// <summary>Where it counts now: the same period.</summary>
    public required Filing FiledTo { get; init; }

    /// <summary>The points that stand; null when none do.</summary>
    public Points? Points { get; init; }
}

/// <summary>The decision to redate.</summary>
public static class Redating
{
    /// <summary>Redates within the period filed under; never refiles.</summary>
    public static Decision<DevelopmentRedated> Decide(RedateDevelopment command, Development development, Period period)
    {
        if (command.NotStanding(development, "redate it") is { } refusal)
            return refusal;
        if (development.Particulars.Date == command.Date)
            return Refusal.Rule($"{command.Reference} is dated {command.Date.Printed} already; nothing would change.");
        return period.Refuses(command) is { } closed
            ? closed
            : command.Revise(development, new DevelopmentRedated
            {
                From = development.Particulars.Date,
                To = command.Date,
                FiledFrom = development.Filing,
                FiledTo = Filing.Under(development.Filing.Period, command.Date),
                Points = development.Points,
            });
    }
}

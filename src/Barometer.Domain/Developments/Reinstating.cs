using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Takes back a withdrawal.</summary>
public sealed record ReinstateDevelopment : DevelopmentCommand;

/// <summary>A withdrawn development was reinstated, with the points it had.</summary>
public sealed record DevelopmentReinstated : DevelopmentEvent
{
    /// <summary>The points that stand again; null when it was unscored.</summary>
    public Points? Points { get; init; }

    /// <summary>Where it counts again.</summary>
    public required Filing Filing { get; init; }
}

/// <summary>The decision to reinstate.</summary>
public static class Reinstating
{
    /// <summary>Reinstates a withdrawn development, with a reason.</summary>
    public static Decision<DevelopmentReinstated> Decide(ReinstateDevelopment command, Development development, Period period)
    {
        if (command.Stale(development) is { } refusal)
            return refusal;
        if (!development.Withdrawn)
            return Refusal.Rule($"{command.Reference} was not withdrawn; there is nothing to reinstate.");
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Usage($"Say why {command.Reference} is reinstated.").Until(RemedyKind.GiveReason);
        return period.Refuses(command) is { } closed
            ? closed
            : command.Revise(development, new DevelopmentReinstated
            {
                Points = development.Points,
                Filing = development.Filing,
            });
    }
}

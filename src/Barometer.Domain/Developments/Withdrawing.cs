using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Takes a development out of every index; it stays in the record, as withdrawn.</summary>
public sealed record WithdrawDevelopment : DevelopmentCommand;

/// <summary>A development was withdrawn.</summary>
public sealed record DevelopmentWithdrawn : DevelopmentEvent
{
    /// <summary>The points that stood; null when it was unscored.</summary>
    public Points? Points { get; init; }

    /// <summary>Where it counted.</summary>
    public required Filing Filing { get; init; }
}

/// <summary>The decision to withdraw.</summary>
public static class Withdrawing
{
    /// <summary>Withdraws a development, with a reason.</summary>
    public static Decision<DevelopmentWithdrawn> Decide(WithdrawDevelopment command, Development development, Period period)
    {
        if (command.Stale(development) is { } refusal)
            return refusal;
        if (development.Withdrawn)
            return Refusal.Rule($"{command.Reference} is withdrawn already, by {development.LastActor}; nothing would change.");
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusal.Usage($"Say why {command.Reference} is withdrawn.").Until(RemedyKind.GiveReason);
        return period.Refuses(command) is { } closed
            ? closed
            : command.Revise(development, new DevelopmentWithdrawn
            {
                Points = development.Points,
                Filing = development.Filing,
            });
    }
}

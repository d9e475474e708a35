using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Gives a scored development other points.</summary>
public sealed record AmendPoints : DevelopmentCommand
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>The points of a development were amended.</summary>
public sealed record PointsAmended : DevelopmentEvent
{
    /// <summary>What they were.</summary>
    public required Points From { get; init; }

    /// <summary>What they are now.</summary>
    public required Points To { get; init; }

    /// <summary>Where it counts.</summary>
    public required Filing Filing { get; init; }
}

/// <summary>The decision to amend.</summary>
public static class Amending
{
    /// <summary>Amends the points of a standing development, in a closed period with a reason and its kind.</summary>
    public static Decision<PointsAmended> Decide(AmendPoints command, Development development, Settings settings, Period period)
    {
        if (command.NotStanding(development, "amend it") is { } refusal)
            return refusal;
        if (development.Points is not { } points)
            return Refusal.Rule($"{command.Reference} has no points yet; score it.").Until(RemedyKind.Score, command.Reference);
        if (points.Equals(command.Points))
            return Refusal.Rule($"{command.Reference} has {points} already; nothing would change.");
        return (period.Refuses(command) ?? Scoring.Check(command.Points, development.Relationship, settings)) is { } other
            ? other
            : command.Revise(development, new PointsAmended
            {
                From = points,
                To = command.Points,
                Filing = development.Filing,
            });
    }
}

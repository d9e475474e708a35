using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Records a development with its points.</summary>
public sealed record ScoreDevelopment : RecordDevelopment
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>A development was recorded and scored; it counts from now on.</summary>
public sealed record DevelopmentScored : DevelopmentRecorded
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>Scores a development that is in the record and has no points yet.</summary>
public sealed record GivePoints : DevelopmentCommand
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>A development that had no points was given some; it counts from now on.</summary>
public sealed record PointsGiven : DevelopmentEvent
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }

    /// <summary>Where it counts.</summary>
    public required Filing Filing { get; init; }
}

/// <summary>The decisions to score.</summary>
public static class Scoring
{
    /// <summary>Scores a development that is not in the record yet.</summary>
    public static Decision<DevelopmentScored> Decide(ScoreDevelopment command, Reference reference, Settings settings, Period period) =>
        (Recording.Check(command, settings, period) ?? Check(command.Points, command.Relationship, settings)) is { } refusal
            ? refusal
            : command.Record(reference, period, new DevelopmentScored { Points = command.Points });

    /// <summary>Scores a development that was recorded without points.</summary>
    public static Decision<PointsGiven> Decide(GivePoints command, Development development, Settings settings, Period period)
    {
        if (command.NotStanding(development, "score it") is { } refusal)
            return refusal;
        if (development.Points is { } points)
            return Refusal.Rule($"{command.Reference} is scored already, {points}; amend it instead.").Until(RemedyKind.Amend, command.Reference);
        return (period.Refuses(command) ?? Check(command.Points, development.Relationship, settings)) is { } other
            ? other
            : command.Revise(development, new PointsGiven { Points = command.Points, Filing = development.Filing });
    }

    internal static Refusal? Check(Points points, string relationship, Settings settings) =>
        settings.Find(relationship).Accepted(out var found, out var refusal) ? settings.Check(points, found) : refusal;
}

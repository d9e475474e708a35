using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>A new development with its points.</summary>
public sealed record ScoredHappening : Happening
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>Points for a development that was recorded without.</summary>
public sealed record FirstPoints : Why
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>The doors of scoring: a new development, or one that was recorded without points.</summary>
[WolverineHandler]
public static class Scoring
{
    /// <summary>Behind every door, for a new development.</summary>
    public static Task<Decision<Recorded>> Handle(ScoreDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Recording.Of(command, (reference, settings, period) => Domain.Developments.Scoring.Decide(command, reference, settings, period)), envelope, cancellation);

    /// <summary>Behind every door, for a development recorded without points.</summary>
    public static Task<Decision<Recorded>> Handle(GivePoints command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Scoring.Decide(command, s.Development, s.Settings, s.Period)), envelope, cancellation);

    /// <summary>Records a new development with its points; it counts from now on.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/scored", OperationId = "scoreDevelopment"), Needs(Right.Edit), Creates, MayWait]
    public static Task<Answer<Recorded>> Post(ScoredHappening said, HttpDoor door) => NewDevelopmentEndpoint.Send(door, said, told => told.Scored(said.Points));

    /// <summary>Gives points to a development that was recorded without; it counts from now on.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/points", OperationId = "givePoints"), Needs(Right.Edit), Revises, MayWait]
    public static Task<Answer<Recorded>> Post(FirstPoints said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new GivePoints { Points = said.Points }, said);

    internal static Command Verb() => NewDevelopmentVerb.Of(
        "score",
        "Record a development with its points, or give points to one that was recorded without (score RU-12-030 --points +1).",
        [SharedOptions.Points],
        (door, told) => door.Points(told.In).Then(told.Scored),
        async (door, reference, cancellation) => (await door.Points(reference, cancellation)).Then(points => new GivePoints { Points = points }));
}

using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

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

    internal static Command Verb() => NewDevelopmentVerb.Of(
        "score",
        "Record a development with its points, or give points to one that was recorded without (score RU-12-030 --points +1).",
        [SharedOptions.Points],
        (door, said, _) => Task.FromResult(door.Points(said.In).Then(points => said.Sign(
            new ScoreDevelopment { Relationship = said.Relationship, Particulars = said.Particulars, Actor = said.Actor, Points = points }))),
        async (door, reference, cancellation) => (await door.Points(reference, cancellation)).Then(points => new GivePoints { Points = points }));
}

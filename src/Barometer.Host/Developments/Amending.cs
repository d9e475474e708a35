using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>Other points for a scored development.</summary>
public sealed record Amendment : Why
{
    /// <summary>One score for each dimension of the relationship.</summary>
    public required Points Points { get; init; }
}

/// <summary>The doors of amending.</summary>
[WolverineHandler]
public static class Amending
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(AmendPoints command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Amending.Decide(command, s.Development, s.Settings, s.Period)), envelope, cancellation);

    /// <summary>Gives a scored development other points.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/amendments", OperationId = "amendDevelopment"), Needs(Right.Edit), Revises, MayWait]
    public static Task<Answer<Recorded>> Post(Amendment said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new AmendPoints { Points = said.Points }, said);

    internal static Command Verb() => DevelopmentVerb.Of(
        "amend",
        "Give a scored development other points.",
        [SharedOptions.Points],
        async (door, reference, cancellation) => (await door.Points(reference, cancellation)).Then(points => new AmendPoints { Points = points }));
}

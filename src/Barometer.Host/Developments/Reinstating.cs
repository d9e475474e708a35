using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>The end of a withdrawal; it says why.</summary>
public sealed record Reinstatement : Why;

/// <summary>The doors of reinstating.</summary>
[WolverineHandler]
public static class Reinstating
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(ReinstateDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Reinstating.Decide(command, s.Development, s.Period)), envelope, cancellation);

    /// <summary>Takes back a withdrawal: the points that the development had stand again.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/reinstatements", OperationId = "reinstateDevelopment"), Needs(Right.Edit), Revises, MayWait]
    public static Task<Answer<Recorded>> Post(Reinstatement said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new ReinstateDevelopment(), said);

    internal static Command Verb() => DevelopmentVerb.Of<ReinstateDevelopment>(
        "reinstate", "Take back a withdrawal: the points that the development had stand again.", [], _ => new ReinstateDevelopment());
}

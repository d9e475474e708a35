using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of reinstating.</summary>
[WolverineHandler]
public static class Reinstating
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(ReinstateDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Reinstating.Decide(command, s.Development, s.Period)), envelope, cancellation);

    internal static Command Verb() => DevelopmentVerb.Of<ReinstateDevelopment>(
        "reinstate", "Take back a withdrawal: the points that the development had stand again.", [], _ => new ReinstateDevelopment());
}

using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of amending.</summary>
[WolverineHandler]
public static class Amending
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(AmendPoints command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Amending.Decide(command, s.Development, s.Settings, s.Period)), envelope, cancellation);

    internal static Command Verb() => DevelopmentVerb.Of(
        "amend",
        "Give a scored development other points.",
        [SharedOptions.Points],
        async (door, reference, cancellation) => (await door.Points(reference, cancellation)).Then(points => new AmendPoints { Points = points }));
}

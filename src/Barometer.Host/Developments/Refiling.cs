using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>Another period for a development; it says why.</summary>
public sealed record Filed : Why
{
    /// <summary>The period that it is to count in, e.g. 2020-01/2020-02.</summary>
    public required string To { get; init; }
}

/// <summary>The doors of refiling.</summary>
[WolverineHandler]
public static class Refiling
{
    private static readonly Option<string> To = new("--to") { Description = "The period that it is to count in, e.g. 2020-01/2020-02.", Required = true };

    /// <summary>Behind every door. A period closes under the lock of every relationship, so that neither can close meanwhile.</summary>
    public static Task<Decision<Recorded>> Handle(RefileDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, [command.Reference], [command.To], excerpt => Decide(command, excerpt)), envelope, cancellation);

    /// <summary>Files a development under another period: it counts there, and no longer where it did.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/refilings", OperationId = "refileDevelopment"), Needs(Right.Edit), Revises, MayWait]
    public static Task<Answer<Recorded>> Post(Filed said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, PeriodId.Read(said.To).Then(period => new RefileDevelopment { To = period }), said);

    internal static Command Verb() => DevelopmentVerb.Of(
        "refile",
        "File a development under another period: it counts there, and no longer where it did.",
        [To],
        door => PeriodId.Read(door.Get(To)!).Then(period => new RefileDevelopment { To = period }));

    private static Decision<Outcome> Decide(RefileDevelopment command, Excerpt excerpt) =>
        excerpt.Scene(command.Reference).Accepted(out var scene, out var refusal)
        && excerpt.Period(command.To).Accepted(out var to, out refusal)
        && Domain.Developments.Refiling.Decide(command, scene.Development, scene.Period, to).Accepted(out var refiled, out refusal)
            ? new Outcome([refiled])
            : refusal;
}

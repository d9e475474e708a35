using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>A withdrawal; it says why.</summary>
public sealed record Withdrawal : Why;

/// <summary>The doors of withdrawing.</summary>
[WolverineHandler]
public static class Withdrawing
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(WithdrawDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Withdrawing.Decide(command, s.Development, s.Period)), envelope, cancellation);

    /// <summary>Takes a development out of every index; it stays in the record, as withdrawn.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/withdrawals", OperationId = "withdrawDevelopment"), Needs(Right.Edit), Revises, MayWait]
    public static Task<Answer<Recorded>> Post(Withdrawal said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new WithdrawDevelopment(), said);

    internal static Command Verb() => DevelopmentVerb.Of<WithdrawDevelopment>(
        "withdraw", "Take a development out of every index; it stays in the record, as withdrawn.", [], _ => new WithdrawDevelopment());
}

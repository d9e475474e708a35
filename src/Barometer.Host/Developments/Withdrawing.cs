using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of withdrawing.</summary>
[WolverineHandler]
public static class Withdrawing
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(WithdrawDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Withdrawing.Decide(command, s.Development, s.Period)), envelope, cancellation);

    internal static Command Verb() => DevelopmentVerb.Of<WithdrawDevelopment>(
        "withdraw", "Take a development out of every index; it stays in the record, as withdrawn.", [], _ => new WithdrawDevelopment());
}

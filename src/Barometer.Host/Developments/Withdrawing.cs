using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of withdrawing.</summary>
[WolverineHandler]
public static class Withdrawing
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(WithdrawDevelopment command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        Revising.Revise(command, session, envelope, s => Domain.Developments.Withdrawing.Decide(command, s.Development, s.Period), cancellation);

    internal static Command Verb() => DevelopmentVerb.Of<WithdrawDevelopment>(
        "withdraw", "Take a development out of every index; it stays in the record, as withdrawn.", [], _ => new WithdrawDevelopment());
}

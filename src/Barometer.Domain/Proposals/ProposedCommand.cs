using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Proposals;

/// <summary>A command as a proposal keeps it, so that approving decides it anew on what stands then.</summary>
/// <param name="Name">Its name in the record, for ever.</param>
/// <param name="Data">All that it says.</param>
public sealed record ProposedCommand(string Name, JsonElement Data)
{
    /// <summary>A command as it is kept.</summary>
    public static ProposedCommand Of(object command) =>
        new(Contracts.Commands[command.GetType()], JsonSerializer.SerializeToElement(command, command.GetType(), RecordJson.Options));

    /// <summary>The command.</summary>
    public object Read() => Data.Deserialize(Contracts.Commands.Single(c => c.Value == Name).Key, RecordJson.Options)!;

    /// <summary>What it comes to on what stands now.</summary>
    public Decision<DevelopmentEvent> DecideOn(Ground now) => (Read(), now) switch
    {
        (ScoreDevelopment score, { Next: { } next }) => Any(Scoring.Decide(score, next, now.Settings, now.Period)),
        (DevelopmentCommand command, { Development: { } development }) => Decide(command, development, now),
        _ => throw new InvalidOperationException($"There is no ground to decide {Name} on."),
    };

    private static Decision<DevelopmentEvent> Decide(DevelopmentCommand command, Development development, Ground now) => command switch
    {
        GivePoints give => Any(Scoring.Decide(give, development, now.Settings, now.Period)),
        AmendPoints amend => Any(Amending.Decide(amend, development, now.Settings, now.Period)),
        WithdrawDevelopment withdraw => Any(Withdrawing.Decide(withdraw, development, now.Period)),
        ReinstateDevelopment reinstate => Any(Reinstating.Decide(reinstate, development, now.Period)),
        RedateDevelopment redate => Any(Redating.Decide(redate, development, now.Period)),
        RefileDevelopment refile => Any(Refiling.Decide(refile, development, now.Period, now.To!)),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is never proposed."),
    };

    private static Decision<DevelopmentEvent> Any<T>(Decision<T> decision)
        where T : DevelopmentEvent =>
        decision.Then<DevelopmentEvent>(e => e);
}

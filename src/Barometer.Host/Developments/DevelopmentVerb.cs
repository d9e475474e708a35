using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>A verb on one recorded development: names it, says who acts and why, and sends the command.</summary>
internal static class DevelopmentVerb
{
    /// <summary>A verb whose command is said by its options alone.</summary>
    public static Command Of<TCommand>(string name, string description, IEnumerable<Symbol> symbols, Func<Door, Decision<TCommand>> command)
        where TCommand : DevelopmentCommand =>
        Of(name, description, symbols, (door, _, _) => Task.FromResult(command(door)));

    /// <summary>A verb whose command depends on what the record says of the development.</summary>
    public static Command Of<TCommand>(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<Door, Reference, CancellationToken, Task<Decision<TCommand>>> command)
        where TCommand : DevelopmentCommand =>
        Verb.Of<Recorded>(
            name,
            description,
            [SharedOptions.Reference, .. symbols, SharedOptions.Reason, SharedOptions.ReasonKind, SharedOptions.Revision, SharedOptions.DryRun],
            async (door, cancellation) =>
            {
                await door.Host(cancellation);
                return await Send(door, door.Get(SharedOptions.Reference)!, command, cancellation);
            },
            RecordedView.Show);

    /// <summary>Sends a command on the development that was named.</summary>
    public static async Task<Decision<Recorded>> Send<TCommand>(
        Door door, string named, Func<Door, Reference, CancellationToken, Task<Decision<TCommand>>> command, CancellationToken cancellation)
        where TCommand : DevelopmentCommand =>
        Saying.Reference(named).Accepted(out var reference, out var refusal) && (await command(door, reference, cancellation)).Accepted(out var said, out refusal)
            ? await door.Send<Recorded>(Sign(said, reference, door), cancellation)
            : refusal;

    private static DevelopmentCommand Sign(DevelopmentCommand command, Reference reference, Door door) => command with
    {
        Reference = reference,
        Revision = door.Get(SharedOptions.Revision),
        Actor = door.Actor,
        Reason = door.Get(SharedOptions.Reason),
        ReasonKind = door.Get(SharedOptions.ReasonKind),
    };
}

using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Host.Serving;

namespace Barometer.Host.Developments;

/// <summary>An endpoint on one recorded development: names it, says who acts, on which revision and why, and sends the command.</summary>
internal static class DevelopmentEndpoint
{
    /// <summary>Sends a command on the development of the path.</summary>
    public static Task<Answer<Recorded>> Send(HttpDoor door, string named, DevelopmentCommand command, Why said) => Send<DevelopmentCommand>(door, named, command, said);

    /// <summary>The same, where the command had to be read first.</summary>
    public static async Task<Answer<Recorded>> Send<TCommand>(HttpDoor door, string named, Decision<TCommand> command, Why said)
        where TCommand : DevelopmentCommand
    {
        if (!Saying.Reference(named).Accepted(out var reference, out var refusal)
            || !door.Revision().Accepted(out var revision, out refusal)
            || !command.Accepted(out var told, out refusal))
            return new Answer<Recorded>(refusal);
        var answer = await door.Send<Recorded>(told with { Reference = reference, Revision = revision.Seen, Actor = door.Actor, Reason = said.Reason, ReasonKind = said.ReasonKind });
        return Linked(answer, door);
    }

    /// <summary>An answer with its revision as entity tag, and links to what it changed, or to what was proposed.</summary>
    public static Answer<Recorded> Linked(Answer<Recorded> answer, HttpDoor door) => answer
        .Tagged(recorded => recorded.Changes is [var change, ..] ? change.Revision.ToString(CultureInfo.InvariantCulture) : null)
        .WithEach(recorded => recorded.Changes is [var change, ..]
            ?
            [
                ("development", door.Link($"developments/{change.Reference}")),
                ("revisions", door.Link($"developments/{change.Reference}/revisions")),
                ("explanation", door.Link($"explanations?relationship={change.Relationship}")),
            ]
            : [])
        .WithWhere(recorded => recorded is { Changes.Length: > 0, AsOf: not null } && !door.DryRun, recorded => ("indices", door.Link($"indices?relationship={recorded.Changes[0].Relationship}&asOf={recorded.AsOf}")))
        .WithWhere(recorded => recorded.Proposal is not null, recorded => ("proposal", door.Link($"proposals/{recorded.Proposal!.Id}")))
        .PendingWhere(recorded => recorded.Proposal is not null)
        .LocatedAt(recorded => door.Link(recorded.Proposal is { } proposal ? $"proposals/{proposal.Id}" : $"developments/{recorded.Changes[0].Reference}"));
}

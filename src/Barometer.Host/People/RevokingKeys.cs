using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.People;

/// <summary>The end of a key; it says why.</summary>
/// <param name="Reason">Why.</param>
public sealed record Revocation(string Reason);

/// <summary>The doors of revoking keys.</summary>
[WolverineHandler]
public static class RevokingKeys
{
    private static readonly Argument<string> Name = new("name") { Description = "The key's name." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<KeyRevoked>> Handle(RevokeKey command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor).RecordPeople(people => Domain.People.RevokingKeys.Decide(command, people), cancellation);

    /// <summary>Revokes a key; within a second nobody acts with it any more.</summary>
    [WolverinePost("/v1/barometers/{barometer}/keys/{name}/revocation", OperationId = "revokeKey"), Needs(Right.Administer)]
    public static async Task<Answer<KeyRevoked>> Post(Revocation said, string name, HttpDoor door) =>
        new(await door.AskToSettle<KeyRevoked>(new RevokeKey(name, door.Actor, said.Reason)));

    internal static Command Verb() => Terminal.Verb.Of<KeyRevoked>(
        "revoke",
        "Revoke a key before it expires.",
        [Name, SharedOptions.Reason],
        (door, cancellation) => door.Send<KeyRevoked>(new RevokeKey(door.Get(Name)!, door.Actor, door.Get(SharedOptions.Reason)), cancellation),
        (door, revoked) => door.Out.MarkupLineInterpolated($"The key {revoked.Name} is revoked: {revoked.Reason}"));
}

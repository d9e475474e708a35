using Barometer.Domain.Record;

namespace Barometer.Domain.People;

/// <summary>Revokes a key before it expires.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Actor">Who revokes it.</param>
/// <param name="Reason">Why.</param>
public sealed record RevokeKey(string Name, string Actor, string? Reason);

/// <summary>A key was revoked; nobody acts with it any more.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Actor">Who revoked it.</param>
/// <param name="Reason">Why.</param>
public sealed record KeyRevoked(string Name, string Actor, string Reason);

/// <summary>The decision to revoke a key.</summary>
public static class RevokingKeys
{
    /// <summary>Revokes a key that is not revoked, with a reason.</summary>
    public static Decision<KeyRevoked> Decide(RevokeKey command, Appointments people)
    {
        if (people.FindKey(command.Name) is not { } key)
            return Refusal.NotFound($"There is no key '{command.Name}'.");
        if (key.Revoked)
            return Refusal.Rule($"The key '{command.Name}' is revoked already; nothing would change.");
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Usage($"Say why the key '{command.Name}' is revoked.").Until(RemedyKind.GiveReason)
            : new KeyRevoked(command.Name, command.Actor, command.Reason);
    }
}

using Barometer.Domain.Record;

namespace Barometer.Domain.People;

/// <summary>Takes every role from a person.</summary>
/// <param name="Subject">Who it is to the identity provider.</param>
/// <param name="Actor">Who dismisses.</param>
/// <param name="Reason">Why.</param>
public sealed record DismissPerson(string Subject, string Actor, string? Reason);

/// <summary>A person was dismissed; what he or she did stays in the record.</summary>
/// <param name="Subject">Who it is to the identity provider.</param>
/// <param name="Actor">Who dismissed.</param>
/// <param name="Reason">Why.</param>
public sealed record PersonDismissed(string Subject, string Actor, string Reason);

/// <summary>The decision to dismiss.</summary>
public static class Dismissing
{
    /// <summary>Dismisses somebody who has a role, with a reason.</summary>
    public static Decision<PersonDismissed> Decide(DismissPerson command, Appointments people)
    {
        if (people.Find(command.Subject) is not { Roles.IsEmpty: false } person)
            return Refusal.NotFound($"Nobody with the subject '{command.Subject}' has a role here.");
        return string.IsNullOrWhiteSpace(command.Reason)
            ? Refusal.Usage($"Say why {person.Name} is dismissed.").Until(RemedyKind.GiveReason)
            : new PersonDismissed(command.Subject, command.Actor, command.Reason);
    }
}

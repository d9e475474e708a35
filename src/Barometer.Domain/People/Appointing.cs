using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.People;

/// <summary>Gives a person roles; those that he or she had before are replaced.</summary>
/// <param name="Subject">Who it is to the identity provider, 1 to 255 characters.</param>
/// <param name="Name">As the record is to name the person, 1 to 100 characters; kept once given.</param>
/// <param name="Roles">What he or she is from now on; at least one.</param>
/// <param name="Actor">Who appoints.</param>
public sealed record AppointPerson(string Subject, string Name, ImmutableArray<Role> Roles, string Actor);

/// <summary>A person was appointed.</summary>
/// <param name="Subject">Who it is to the identity provider.</param>
/// <param name="Name">As the record names the person.</param>
/// <param name="Roles">What he or she is from now on.</param>
/// <param name="Actor">Who appointed.</param>
public sealed record PersonAppointed(string Subject, string Name, ImmutableArray<Role> Roles, string Actor);

/// <summary>The decision to appoint.</summary>
public static class Appointing
{
    private const int LongestSubject = 255;
    private const int LongestName = 100;

    /// <summary>Appoints under a name that nobody else has or had, so that an actor in the record is one person for ever.</summary>
    public static Decision<PersonAppointed> Decide(AppointPerson command, Appointments people)
    {
        if (!IsLine(command.Subject, LongestSubject))
            return Refusal.Usage($"Say who it is to the identity provider: the subject of a token, 1 to {LongestSubject} characters in one line.").About("subject");
        // Who is appointed everywhere is recorded as *name.
        if (!IsLine(command.Name, LongestName) || command.Name.StartsWith(Appointments.Everywhere, StringComparison.Ordinal))
            return Refusal.Usage($"Say what the record calls the person: a name of 1 to {LongestName} characters in one line, which begins with no {Appointments.Everywhere}.").About("name");
        if (command.Roles.IsDefaultOrEmpty)
            return Refusal.Usage($"Say what {command.Name} is here: one or more of {string.Join(", ", Word.All<Role>())}.").About("roles");
        var roles = command.Roles.Distinct().Order().ToImmutableArray();
        var known = people.Find(command.Subject);
        if (known is not null && known.Name != command.Name)
            return Refusal.Rule($"'{command.Subject}' is {known.Name} in the record already, and stays so.");
        if (known is null && people.Knows(command.Name))
            return Refusal.Rule($"Somebody is called '{command.Name}' already; an actor in the record is one person for ever. Choose another name.");
        return known is not null && known.Roles.SequenceEqual(roles)
            ? Refusal.Rule($"{command.Name} is {string.Join(" and ", roles.Select(r => Word.Of(r)))} already; nothing would change.")
            : new PersonAppointed(command.Subject, command.Name, roles, command.Actor);
    }

    private static bool IsLine(string? text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);
}

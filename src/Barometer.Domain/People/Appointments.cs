using System.Collections.Immutable;

namespace Barometer.Domain.People;

/// <summary>Somebody who was appointed.</summary>
/// <param name="Subject">Who it is to the identity provider: the <c>sub</c> of a token (OpenID Connect Core 1.0, section 2).</param>
/// <param name="Name">As the record names whoever acted; nobody else ever gets it.</param>
/// <param name="Roles">What he or she is here; none once dismissed.</param>
public sealed record Person(string Subject, string Name, ImmutableArray<Role> Roles);

/// <summary>A key with which a program acts.</summary>
/// <param name="Name">As the record names the program; nobody else ever gets it.</param>
/// <param name="Role">What it is here.</param>
/// <param name="Expires">From then on it is of no use, in UTC.</param>
/// <param name="Hash">SHA-256 of its secret, in lower-case hexadecimal; the secret itself is kept nowhere.</param>
/// <param name="Revoked">True once it was revoked.</param>
/// <param name="IssuedBy">Who answers for it: what it proposes, he or she does not approve.</param>
public sealed record Key(string Name, Role Role, DateTimeOffset Expires, string Hash, bool Revoked, string IssuedBy);

/// <summary>Who may do what at a barometer, or everywhere, as the record has it now.</summary>
public sealed record Appointments
{
    /// <summary>The name of the stream, and of the one document, that hold it.</summary>
    public const string Stream = "people";

    /// <summary>In place of a barometer's key: all that there are, and those not declared yet. No barometer is called so.</summary>
    public const string Everywhere = "*";

    /// <summary>Always <see cref="Stream"/>: a barometer has one document of people.</summary>
    public string Id { get; init; } = Stream;

    /// <summary>Whoever was ever appointed.</summary>
    public ImmutableArray<Person> Persons { get; init; } = [];

    /// <summary>Every key that was ever issued.</summary>
    public ImmutableArray<Key> Keys { get; init; } = [];

    /// <summary>Before anybody was appointed.</summary>
    public static Appointments None { get; } = new();

    /// <summary>The person of a subject; null where it was never appointed.</summary>
    public Person? Find(string subject) => Persons.FirstOrDefault(p => p.Subject == subject);

    /// <summary>The key of a name; null where there never was one.</summary>
    public Key? FindKey(string name) => Keys.FirstOrDefault(k => k.Name == name);

    /// <summary>Every name under which a subject acts here, or has acted: the person's, that of who is appointed everywhere, and those of keys issued under either.</summary>
    /// <param name="subject">Who it is to the identity provider.</param>
    /// <param name="everywhere">Who was appointed everywhere.</param>
    public ImmutableArray<string> NamesOf(string subject, Appointments everywhere)
    {
        string[] own = [.. Named(Find(subject), ""), .. Named(everywhere.Find(subject), Everywhere)];
        return [.. own, .. Keys.Where(k => own.Contains(k.IssuedBy)).Select(k => k.Name)];
    }

    /// <summary>True for the name of a person or key, whatever became of it.</summary>
    public bool Knows(string name) =>
        Persons.Select(p => p.Name).Concat(Keys.Select(k => k.Name)).Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Named(Person? person, string before) => person is null ? [] : [before + person.Name];

    /// <summary>The people after one more event. Pure.</summary>
    public static Appointments Fold(Appointments? state, object e)
    {
        var people = state ?? None;
        return e switch
        {
            PersonAppointed appointed => people with
            {
                Persons = [.. people.Persons.Where(p => p.Subject != appointed.Subject), new Person(appointed.Subject, appointed.Name, appointed.Roles)],
            },
            PersonDismissed dismissed => people with
            {
                Persons = [.. people.Persons.Select(p => p.Subject == dismissed.Subject ? p with { Roles = [] } : p)],
            },
            KeyIssued issued => people with { Keys = people.Keys.Add(new Key(issued.Name, issued.Role, issued.Expires, issued.Hash, Revoked: false, issued.Actor)) },
            KeyRevoked revoked => people with { Keys = [.. people.Keys.Select(k => k.Name == revoked.Name ? k with { Revoked = true } : k)] },
            _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(Appointments)}."),
        };
    }
}

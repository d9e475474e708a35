using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.People;

/// <summary>Who may do what at a barometer.</summary>
/// <param name="People">Whoever was ever appointed; without roles once dismissed.</param>
/// <param name="Keys">Every key that was ever issued.</param>
public sealed record AnsweredPeople(ImmutableArray<Person> People, ImmutableArray<ListedKey> Keys);

/// <summary>A key, without what it is recognised by.</summary>
/// <param name="Name">As the record names the program.</param>
/// <param name="Role">What it is.</param>
/// <param name="Expires">When it is of no more use, in UTC.</param>
/// <param name="Revoked">True once it was revoked.</param>
/// <param name="IssuedBy">Who issued it, and answers for it.</param>
public sealed record ListedKey(string Name, Role Role, DateTimeOffset Expires, bool Revoked, string IssuedBy);

/// <summary>The doors of who may do what.</summary>
public static class Listing
{
    /// <summary>Who may do what: people and keys, dismissed and revoked ones included.</summary>
    [WolverineGet("/v1/barometers/{barometer}/people", OperationId = "listPeople"), Needs(Right.Audit)]
    public static Task<Answer<AnsweredPeople>> Get(HttpDoor door) => door.Read(session => Answer(session, door.Barometer, door.Cancellation));

    internal static Command Verb() => Terminal.Verb.Of<AnsweredPeople>(
        "list",
        "Who may do what, people and keys.",
        [PeopleVerb.Everywhere],
        (door, cancellation) => door.Read(session => Answer(session, door.Get(PeopleVerb.Everywhere) ? Appointments.Everywhere : door.Barometer, cancellation), cancellation),
        Show);

    private static async Task<Decision<AnsweredPeople>> Answer(IQuerySession session, string barometer, CancellationToken cancellation)
    {
        if (barometer != Appointments.Everywhere && !(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal))
            return refusal;
        var people = await session.ForTenant(barometer).LoadAsync<Appointments>(Appointments.Stream, cancellation) ?? Appointments.None;
        return new AnsweredPeople(people.Persons, [.. people.Keys.Select(k => new ListedKey(k.Name, k.Role, k.Expires, k.Revoked, k.IssuedBy))]);
    }

    private static void Show(Door door, AnsweredPeople answer)
    {
        var table = Shown.Table("name", "what", "who");
        foreach (var person in answer.People)
            table.AddRow(person.Name.EscapeMarkup(), person.Roles.IsEmpty ? "dismissed" : string.Join(", ", person.Roles.Select(r => Word.Of(r))), person.Subject.EscapeMarkup());
        foreach (var key in answer.Keys)
            table.AddRow(key.Name, key.Revoked ? "revoked" : Word.Of(key.Role), $"a key of {key.IssuedBy}, until {Shown.Moment(key.Expires)}".EscapeMarkup());
        door.Out.WriteWhole(table);
    }
}

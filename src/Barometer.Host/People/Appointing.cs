using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.People;

/// <summary>What a person is to be.</summary>
/// <param name="Subject">Who it is to the identity provider: the sub of a token.</param>
/// <param name="Name">As the record is to name the person; nobody else ever gets the name.</param>
/// <param name="Roles">In place of those that he or she has.</param>
public sealed record Appointment(string Subject, string Name, ImmutableArray<Role> Roles);

/// <summary>The doors of appointing.</summary>
[WolverineHandler]
public static class Appointing
{
    private static readonly Option<string> Name = new("--name") { Description = "As the record is to name the person; nobody else ever gets the name.", Required = true };
    private static readonly Option<string[]> Roles = new("--role") { Description = $"What he or she is from now on, once for each: {string.Join(", ", Word.All<Role>())}.", Required = true, AllowMultipleArgumentsPerToken = true };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<PersonAppointed>> Handle(AppointPerson command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor).RecordPeople(people => Domain.People.Appointing.Decide(command, people), cancellation);

    /// <summary>Gives a person roles; those that he or she had before are replaced.</summary>
    [WolverinePost("/v1/barometers/{barometer}/people", OperationId = "appointPerson"), Needs(Right.Administer)]
    public static async Task<Answer<PersonAppointed>> Post(Appointment said, HttpDoor door) =>
        new Answer<PersonAppointed>(await door.AskToSettle<PersonAppointed>(new AppointPerson(said.Subject, said.Name, said.Roles, door.Actor)))
            .With(_ => ("people", door.Link("people")));

    internal static Command Verb() => Terminal.Verb.Of<PersonAppointed>(
        "appoint",
        "Say what a person is to the barometer, whoever the identity provider says it is.",
        [PeopleVerb.Subject, Name, Roles, PeopleVerb.Everywhere],
        async (door, cancellation) => Read(door.Get(Roles)!).Accepted(out var roles, out var refusal)
            ? await PeopleVerb.Send<PersonAppointed>(door, new AppointPerson(door.Get(PeopleVerb.Subject)!, door.Get(Name)!, [.. roles], door.Actor), cancellation)
            : refusal,
        (door, appointed) => door.Out.MarkupLineInterpolated($"{appointed.Name} is {string.Join(" and ", appointed.Roles.Select(r => Word.Of(r)))} from now on."));

    private static Decision<Role[]> Read(string[] words)
    {
        var roles = words.Select(Word.Read<Role>).ToArray();
        return Array.IndexOf(roles, null) is >= 0 and var wrong
            ? Refusal.Usage($"'{words[wrong]}' is no role; it is one of {string.Join(", ", Word.All<Role>())}.")
            : roles.Select(r => r!.Value).ToArray();
    }
}

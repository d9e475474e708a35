using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.People;

/// <summary>The end of every role of a person; it says why.</summary>
/// <param name="Subject">Who it is to the identity provider.</param>
/// <param name="Reason">Why.</param>
public sealed record Dismissal(string Subject, string Reason);

/// <summary>The doors of dismissing.</summary>
[WolverineHandler]
public static class Dismissing
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<PersonDismissed>> Handle(DismissPerson command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor).RecordPeople(people => Domain.People.Dismissing.Decide(command, people), cancellation);

    /// <summary>Takes every role from a person; what he or she did stays in the record.</summary>
    [WolverinePost("/v1/barometers/{barometer}/people/dismissals", OperationId = "dismissPerson"), Needs(Right.Administer)]
    public static async Task<Answer<PersonDismissed>> Post(Dismissal said, HttpDoor door) =>
        new(await door.AskToSettle<PersonDismissed>(new DismissPerson(said.Subject, door.Actor, said.Reason)));

    internal static Command Verb() => Terminal.Verb.Of<PersonDismissed>(
        "dismiss",
        "Take every role from a person.",
        [PeopleVerb.Subject, SharedOptions.Reason, PeopleVerb.Everywhere],
        (door, cancellation) => PeopleVerb.Send<PersonDismissed>(door, new DismissPerson(door.Get(PeopleVerb.Subject)!, door.Actor, door.Get(SharedOptions.Reason)), cancellation),
        (door, dismissed) => door.Out.MarkupLineInterpolated($"{dismissed.Subject} is dismissed: {dismissed.Reason}"));
}

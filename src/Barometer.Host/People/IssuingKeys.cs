using System.Globalization;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.People;

/// <summary>A key to be issued.</summary>
/// <param name="Name">As the record is to name the program: lower-case letters, digits and hyphens.</param>
/// <param name="Role">What it is to be: reader, auditor, analyst or editor.</param>
/// <param name="Expires">When it is of no more use, in UTC: within a year.</param>
public sealed record KeyWanted(string Name, Role Role, DateTimeOffset Expires);

/// <summary>A key that was issued.</summary>
/// <param name="Name">As the record names the program.</param>
/// <param name="Role">What it is.</param>
/// <param name="Expires">When it is of no more use, in UTC.</param>
/// <param name="Key">The key itself, for the header X-Api-Key: told once, and kept nowhere. Absent where the command was answered before.</param>
public sealed record AnsweredKey(string Name, Role Role, DateTimeOffset Expires, string? Key);

/// <summary>The doors of issuing keys.</summary>
[WolverineHandler]
public static class IssuingKeys
{
    private static readonly Argument<string> Name = new("name") { Description = "As the record is to name the program, e.g. nightly-import." };
    private static readonly Option<Role?> Role = WordOption.Of<Role>("--role", "What it is to be: reader, auditor, analyst or editor.");
    private static readonly Option<int> Days = new("--days") { Description = "For how many days it is of use, at most 366.", DefaultValueFactory = _ => 90 };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<KeyIssued>> Handle(IssueKey command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor)
            .RecordPeople(people => Domain.People.IssuingKeys.Decide(command, people, DateTimeOffset.UtcNow), cancellation);

    /// <summary>Issues a key to a program. The answer tells it, once; the record keeps a digest.</summary>
    [WolverinePost("/v1/barometers/{barometer}/keys", OperationId = "issueKey"), Needs(Right.Administer), Creates]
    public static async Task<Answer<AnsweredKey>> Post(KeyWanted said, HttpDoor door)
    {
        var (secret, hash) = ApiKeys.NewSecret();
        var issued = await door.AskToSettle<KeyIssued>(new IssueKey(said.Name, said.Role, said.Expires, door.Actor) { Hash = hash });
        return new Answer<AnsweredKey>(issued.Then(key => Answered(key, door.Barometer, secret, hash, door.DryRun))).With(_ => ("people", door.Link("people"))).LocatedAt(_ => door.Link("people"));
    }

    internal static Command Verb() => Terminal.Verb.Of<AnsweredKey>(
        "issue",
        "Issue a key to a program; it is told once.",
        [Name, Role, Days],
        async (door, cancellation) =>
        {
            if (door.Get(Role) is not { } role)
                return Refusal.Usage("Say what the program is to be: --role reader, auditor, analyst or editor.");
            var (secret, hash) = ApiKeys.NewSecret();
            var command = new IssueKey(door.Get(Name)!, role, Expires: null, door.Actor) { Days = door.Get(Days), Hash = hash };
            return (await door.Send<KeyIssued>(command, cancellation)).Then(key => Answered(key, door.Barometer, secret, hash, dryRun: false));
        },
        (door, issued) =>
        {
            door.Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{issued.Name} is {Word.Of(issued.Role)} until {Shown.Moment(issued.Expires)}.");
            door.Out.WriteLine(issued.Key is { } key ? $"{ApiKeys.Header}: {key}" : "Its key was told when it was issued, and is kept nowhere.");
        });

    // Sent again, the command gets its first answer; the key of that is known to nobody any more.
    private static AnsweredKey Answered(KeyIssued issued, string barometer, string secret, string hash, bool dryRun) =>
        new(issued.Name, issued.Role, issued.Expires, issued.Hash == hash && !dryRun ? ApiKeys.Written(barometer, issued.Name, secret) : null);
}

using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>That two developments tell the same happening.</summary>
public sealed record SameHappening : Why
{
    /// <summary>The development of another relationship that tells it too, e.g. SEC-12-014.</summary>
    public required string With { get; init; }
}

/// <summary>The doors of linking.</summary>
[WolverineHandler]
public static class Linking
{
    private static readonly Argument<string> With = new("with") { Description = "The development of another relationship that tells the same happening." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(LinkSameHappening command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, [command.Reference, command.With], [], excerpt => Decide(command, excerpt)), envelope, cancellation);

    /// <summary>Says that two developments of different relationships tell the same happening.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/links", OperationId = "linkDevelopment"), Needs(Right.Edit), Revises]
    public static Task<Answer<Recorded>> Post(SameHappening said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, Saying.Reference(said.With).About("with").Then(other => new LinkSameHappening { With = other }), said);

    internal static Command Verb() => DevelopmentVerb.Of(
        "link",
        "Say that two developments of different relationships tell the same happening.",
        [With],
        door => Saying.Reference(door.Get(With)!).Then(other => new LinkSameHappening { With = other }));

    private static Decision<Outcome> Decide(LinkSameHappening command, Excerpt excerpt) =>
        excerpt.Scene(command.Reference).Accepted(out var one, out var refusal)
        && excerpt.Scene(command.With).Accepted(out var other, out refusal)
        && Domain.Developments.Linking.Decide(command, one.Development, other.Development).Accepted(out var events, out refusal)
            ? new Outcome(events)
            : refusal;
}

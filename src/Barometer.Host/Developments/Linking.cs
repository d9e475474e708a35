using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of linking.</summary>
[WolverineHandler]
public static class Linking
{
    private static readonly Argument<string> With = new("with") { Description = "The development of another relationship that tells the same happening." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(LinkSameHappening command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        Revising.Revise(
            command, session, envelope, [command.Reference, command.With],
            scenes => Task.FromResult(Domain.Developments.Linking.Decide(command, scenes[0].Development, scenes[1].Development).Then(events => events.ToArray())),
            cancellation);

    internal static Command Verb() => DevelopmentVerb.Of(
        "link",
        "Say that two developments of different relationships tell the same happening.",
        [With],
        door => Saying.Reference(door.Get(With)!).Then(other => new LinkSameHappening { With = other }));
}

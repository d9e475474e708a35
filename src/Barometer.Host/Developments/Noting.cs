using Barometer.Domain.Developments;

namespace Barometer.Host.Developments;

/// <summary>The doors of noting.</summary>
[WolverineHandler]
public static class Noting
{
    private static readonly Argument<string> Note = new("note") { Description = "What is to be remembered." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(NoteDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Noting.Decide(command, s.Development)), envelope, cancellation);

    internal static Command Verb() => DevelopmentVerb.Of<NoteDevelopment>(
        "note", "Add a note to a development.", [Note], door => new NoteDevelopment { Note = door.Get(Note)! });
}

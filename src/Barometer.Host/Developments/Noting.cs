using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>Something to be remembered.</summary>
public sealed record Note : Why
{
    /// <summary>What is to be remembered.</summary>
    public required string Text { get; init; }
}

/// <summary>The doors of noting.</summary>
[WolverineHandler]
public static class Noting
{
    private static readonly Argument<string> Note = new("note") { Description = "What is to be remembered." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(NoteDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Noting.Decide(command, s.Development)), envelope, cancellation);

    /// <summary>Adds a note to a development.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/notes", OperationId = "noteDevelopment"), Needs(Right.Edit), Revises]
    public static Task<Answer<Recorded>> Post(Note said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new NoteDevelopment { Note = said.Text }, said);

    internal static Command Verb() => DevelopmentVerb.Of<NoteDevelopment>(
        "note", "Add a note to a development.", [Note], door => new NoteDevelopment { Note = door.Get(Note)! });
}

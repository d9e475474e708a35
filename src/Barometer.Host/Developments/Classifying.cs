using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>What is to be said of its kind.</summary>
public sealed record Reclassification : Why
{
    /// <summary>What is left out stays as it is; an empty word takes away.</summary>
    public required ClassificationChange Classification { get; init; }
}

/// <summary>The doors of classifying. What is not named stays as it is; an empty word takes away.</summary>
[WolverineHandler]
public static class Classifying
{
    private static readonly Option<string?> EventType = new("--event-type") { Description = "PLOVER event type, e.g. CONSULT." };
    private static readonly Option<string?> Mode = new("--mode") { Description = "PLOVER mode, e.g. visit." };
    private static readonly Option<string[]> Contexts = new("--context") { Description = "PLOVER context, once for each." };
    private static readonly Option<string?> Cameo = new("--cameo") { Description = "CAMEO code, e.g. 036." };
    private static readonly Option<string?> Theme = new("--theme") { Description = "The publisher's heading that it stands under." };
    private static readonly Option<string?> Place = new("--place") { Description = "Where." };
    private static readonly Option<Stage?> Stage = WordOption.Of<Stage>("--stage", "How far it has come, where it comes in stages.");
    private static readonly Option<bool?> NonEvent = new("--non-event") { Description = "For what did not happen: \"No contract signed\"." };
    private static readonly Option<FileInfo?> File = new("--file") { Description = "The same as JSON, with actors, evidence and quad class too." };

    /// <summary>Behind every door.</summary>
    public static Task<Decision<Recorded>> Handle(ClassifyDevelopment command, Gathering gathering, Envelope envelope, CancellationToken cancellation) =>
        gathering.Take(Revising.Of(command, s => Domain.Developments.Classifying.Decide(command, s.Development)), envelope, cancellation);

    /// <summary>Says of what kind a development is, in the field's own terms.</summary>
    [WolverinePost("/v1/barometers/{barometer}/developments/{reference}/classifications", OperationId = "classifyDevelopment"), Needs(Right.Edit), Revises]
    public static Task<Answer<Recorded>> Post(Reclassification said, string reference, HttpDoor door) =>
        DevelopmentEndpoint.Send(door, reference, new ClassifyDevelopment { Change = said.Classification }, said);

    internal static Command Verb() => DevelopmentVerb.Of(
        "classify",
        "Say what kind of development it is, in the field's own terms.",
        [EventType, Mode, Contexts, Cameo, Theme, Place, Stage, NonEvent, File],
        Command);

    private static async Task<Decision<ClassifyDevelopment>> Command(Door door, Reference reference, CancellationToken cancellation)
    {
        var written = new ClassificationChange();
        if (door.Get(File) is { } file && !(await JsonFile.Read<ClassificationChange>(file, "classification", cancellation)).Accepted(out written, out var refusal))
            return refusal;
        return new ClassifyDevelopment { Change = Said(door, written) };
    }

    private static ClassificationChange Said(Door door, ClassificationChange written) => written with
    {
        EventType = door.Get(EventType) ?? written.EventType,
        Mode = door.Get(Mode) ?? written.Mode,
        Contexts = door.Get(Contexts) is { Length: > 0 } contexts ? [.. contexts] : written.Contexts,
        Cameo = door.Get(Cameo) ?? written.Cameo,
        Theme = door.Get(Theme) ?? written.Theme,
        Place = door.Get(Place) ?? written.Place,
        Stage = door.Get(Stage) ?? written.Stage,
        NonEvent = door.Get(NonEvent) ?? written.NonEvent,
    };
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Publications.Minsk;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Barometers;

/// <summary>A barometer to be declared.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Range">The largest positive part of a score, 1 to 100.</param>
/// <param name="Calendar">When issues appear.</param>
/// <param name="Relationships">Whose development is indexed.</param>
public sealed record Declaration(string Name, int Range, Domain.Barometers.Calendar Calendar, ImmutableArray<Relationship> Relationships)
{
    /// <summary>Where a change of figures needs somebody else's approval; by default in closed periods.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>The doors of declaring a barometer.</summary>
[WolverineHandler]
public static class Declaring
{
    private static readonly Option<FileInfo?> File = new("--file") { Description = "The declaration as JSON, like src/Barometer.Publications/Minsk/declaration.json, which is the default." };

    /// <summary>Behind every door.</summary>
    public static async Task<Decision<BarometerDeclared>> Handle(DeclareBarometer command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        // Read before the receipt: what is declared by then has its receipt, too.
        var current = await session.LoadAsync<Settings>(Settings.Stream, cancellation);
        if (await transaction.AnsweredBefore<BarometerDeclared>(cancellation) is { } answered)
            return answered;
        if (!Domain.Barometers.Declaring.Decide(command, current).Accepted(out var declared, out var refusal))
            return refusal;
        Start(session, declared);
        return await transaction.Commit(declared, cancellation);
    }

    /// <summary>Starts every stream that has to be there to be locked: the settings', the relationships', the rule set's.</summary>
    internal static void Start(IDocumentSession session, BarometerDeclared declared)
    {
        session.Events.StartStream<Settings>(Settings.Stream, declared);
        foreach (var relationship in declared.Relationships)
            StartRelationship(session, relationship.Key, declared.Actor);
        var rules = RuleSet.AsPublished;
        session.Events.StartStream<RuleSet>(RuleSetPublished.StreamOf(rules.Name), new RuleSetPublished(rules.Pin, rules.Document, declared.Actor));
    }

    /// <summary>Starts the stream of a relationship.</summary>
    internal static void StartRelationship(IDocumentSession session, string key, string actor) =>
        session.Events.StartStream<Numbering>(Domain.Barometers.Declaring.StreamOf(key), new RelationshipDeclared(key, actor));

    /// <summary>Declares a barometer under the key of the path: whose development it indexes, the range of points, the calendar.</summary>
    [WolverinePost("/v1/barometers/{barometer}/declaration", OperationId = "declareBarometer"), Needs(Right.Administer), Creates]
    public static async Task<Answer<BarometerDeclared>> Post(Declaration said, HttpDoor door) =>
        BarometerKey.Read(door.Barometer).Accepted(out _, out var refusal)
            ? new Answer<BarometerDeclared>(await door.AskToSettle<BarometerDeclared>(new DeclareBarometer(said.Name, said.Range, said.Calendar, said.Relationships, door.Actor) { TwoPersons = said.TwoPersons }))
                .With(_ => ("barometer", Addresses.OfBarometer(door.Barometer)))
                .LocatedAt(_ => Addresses.OfBarometer(door.Barometer))
            : new Answer<BarometerDeclared>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<BarometerDeclared>(
        "declare",
        "Declare a barometer: whose development it indexes, the range of points, the calendar.",
        [File],
        async (door, cancellation) => (await Read(door, cancellation)).Accepted(out var command, out var refusal)
            ? await door.Send<BarometerDeclared>(command, cancellation)
            : refusal,
        (door, declared) => door.Out.MarkupLineInterpolated($"{declared.Name} is declared as '{door.Barometer}': {string.Join(", ", declared.Relationships.Select(r => r.Key))}."));

    private static async Task<Decision<DeclareBarometer>> Read(Door door, CancellationToken cancellation)
    {
        if (door.Get(File) is not { } file)
            return MinskBarometer.Declaration(door.Actor);
        return (await JsonFile.Read<DeclareBarometer>(file, "declaration", cancellation)).Then(command => command with { Actor = door.Actor });
    }
}

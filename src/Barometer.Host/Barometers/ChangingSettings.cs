using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.Barometers;

/// <summary>What is to be settled otherwise; what is left out stays.</summary>
/// <param name="Reason">Why.</param>
public sealed record OtherSettings(string Reason)
{
    /// <summary>A new name.</summary>
    public string? Name { get; init; }

    /// <summary>A wider range of points.</summary>
    public int? Range { get; init; }

    /// <summary>Relationships to index from now on.</summary>
    public ImmutableArray<Relationship> Added { get; init; } = [];

    /// <summary>Where a change of figures needs somebody else's approval.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>The doors of changing a barometer's settings.</summary>
[WolverineHandler]
public static class ChangingSettings
{
    private static readonly Option<string?> Name = new("--name") { Description = "A new name." };
    private static readonly Option<int?> Range = new("--range") { Description = "A wider range of points." };
    private static readonly Option<FileInfo?> Add = new("--add") { Description = "Relationships to add, as a JSON array like that of a declaration." };

    private static readonly Option<TwoPersons?> TwoPersons = WordOption.Of<TwoPersons>("--two-persons", "Where a change of figures needs somebody else's approval.");

    /// <summary>Behind every door.</summary>
    public static async Task<Decision<SettingsChanged>> Handle(ChangeSettings command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.LockSettings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (await transaction.AnsweredBefore<SettingsChanged>(cancellation) is { } answered)
            return answered;
        if (!Domain.Barometers.ChangingSettings.Decide(command, settings).Accepted(out var changed, out refusal))
            return refusal;
        session.Events.Append(Settings.Stream, changed);
        foreach (var relationship in changed.Added)
            Declaring.StartRelationship(session, relationship.Key, changed.Actor);
        return await transaction.Commit(changed, cancellation);
    }

    /// <summary>Changes the settings: a new name, a wider range, more relationships; nothing is ever taken away.</summary>
    [WolverinePost("/v1/barometers/{barometer}/settings", OperationId = "changeSettings"), Needs(Right.Administer)]
    public static async Task<Answer<SettingsChanged>> Post(OtherSettings said, HttpDoor door) =>
        new(await door.AskToSettle<SettingsChanged>(new ChangeSettings(said.Name, said.Range, said.Added, door.Actor, said.Reason) { TwoPersons = said.TwoPersons }));

    internal static Command Verb() => Terminal.Verb.Of<SettingsChanged>(
        "settings",
        "Change the settings of a barometer: its name, a wider range, more relationships, where two persons are needed.",
        [Name, Range, Add, TwoPersons, SharedOptions.Reason],
        async (door, cancellation) => door.Get(SharedOptions.Reason) is not { Length: > 0 } reason
            ? Refusal.Usage("Say why the settings change (--reason …).")
            : (await Added(door, cancellation)).Accepted(out var added, out var refusal)
            ? await door.Send<SettingsChanged>(new ChangeSettings(door.Get(Name), door.Get(Range), [.. added], door.Actor, reason) { TwoPersons = door.Get(TwoPersons) }, cancellation)
            : refusal,
        (door, changed) => door.Out.MarkupLineInterpolated($"{changed.Name}: range {changed.Range}, {Shown.Count(changed.Added.Length, "relationship")} added{(changed.TwoPersons is { } where ? $", two persons needed in {Word.Of(where).Replace('-', ' ')}" : "")}."));

    private static async Task<Decision<Relationship[]>> Added(Door door, CancellationToken cancellation) =>
        door.Get(Add) is { } file ? await JsonFile.Read<Relationship[]>(file, "array of relationships", cancellation) : Array.Empty<Relationship>();
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>An import as it was asked for over HTTP, whatever it is kept under meanwhile: two that say the same are the same.</summary>
/// <param name="Files">The files, each by its digest and its name.</param>
/// <param name="Mapping">The mapping, in the same way.</param>
/// <param name="SkipNotUnderstood">True to record what was understood although something was not.</param>
/// <param name="Format">The form of coded data; null for a publication.</param>
/// <param name="Relationships">To which relationships the rows of coded data belong.</param>
/// <param name="Calendar">The periods of a barometer that is not declared yet.</param>
/// <param name="DryRun">True to say what would be recorded, and record nothing.</param>
/// <param name="Actor">Who imports.</param>
/// <param name="As">What that is to the barometer.</param>
/// <param name="Upload">Where its files are.</param>
internal sealed record ImportWanted(
    ImmutableArray<string> Files,
    string? Mapping,
    bool SkipNotUnderstood,
    CodedFormat? Format,
    CodedRelationships? Relationships,
    CodedCalendar? Calendar,
    bool DryRun,
    string Actor,
    [property: JsonIgnore] ImmutableArray<Role> As,
    [property: JsonIgnore] Upload Upload)
{
    /// <summary>What was asked for, or a refusal where it makes no sense.</summary>
    public static Decision<ImportWanted> Of(Upload upload, bool skipNotUnderstood, (string? Format, string? Relationships, string? Calendar) said, HttpDoor door)
    {
        if (!Said<CodedFormat>(said.Format, "format").Accepted(out var format, out var refusal)
            || !Said<CodedRelationships>(said.Relationships, "relationships").Accepted(out var relationships, out refusal)
            || !Said<CodedCalendar>(said.Calendar, "calendar").Accepted(out var calendar, out refusal))
            return refusal;
        var wanted = new ImportWanted(
            [.. upload.Files.Select(f => f.Known)], upload.Mapping?.Known, skipNotUnderstood, format.Value, relationships.Value, calendar.Value, door.DryRun, door.Actor, door.Roles, upload);
        return wanted.Objection() is { } sentence ? Refusal.Usage(sentence) : wanted;
    }

    /// <summary>The command, of a publication that was read.</summary>
    public ImportPublication Command(ImmutableArray<Publications.Reading> readings) => new(readings, SkipNotUnderstood, DryRun, Actor) { As = As };

    /// <summary>The command, of coded data.</summary>
    public ImportCodedData Command() => new(Files[0], Format!.Value, Relationships, Mapping, Calendar, DryRun, Actor)
    {
        As = As,
        KeptAt = Upload.Files[0].Path,
        MappingKeptAt = Upload.Mapping?.Path,
    };

    private string? Objection() => this switch
    {
        { Format: null, Relationships: not null } or { Format: null, Calendar: not null } or { Format: null, Mapping: not null } =>
            "'relationships', 'calendar' and the part 'mapping' are for coded data; say in what form the file is (format=icews or gdelt).",
        { Format: null } => null,
        { SkipNotUnderstood: true } => "'skipNotUnderstood' is for publications; of coded data a broken export is refused whole.",
        { Files.Length: not 1 } => "Coded data are imported a file at a time.",
        _ when Relationships is null == Mapping is null =>
            "Say to which relationships the rows belong: to those between every two countries (relationships=dyads), or to those that a part 'mapping' names; one of the two.",
        _ => null,
    };

    private static Decision<Worded<T>> Said<T>(string? word, string name)
        where T : struct, Enum =>
        string.IsNullOrEmpty(word) ? new Worded<T>(Value: null)
        : Word.Read<T>(word) is { } value ? new Worded<T>(value)
        : Refusal.Usage($"'{name}' is {string.Join(" or ", Word.All<T>())}, not '{word}'.");

    private readonly record struct Worded<T>(T? Value)
        where T : struct, Enum;
}

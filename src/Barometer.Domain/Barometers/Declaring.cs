using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.Barometers;

/// <summary>Declares a barometer.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Range">The largest positive part of a score, 1 to 100.</param>
/// <param name="Calendar">When issues appear.</param>
/// <param name="Relationships">Whose development is indexed.</param>
/// <param name="Actor">Who declares it.</param>
public sealed record DeclareBarometer(string Name, int Range, Calendar Calendar, ImmutableArray<Relationship> Relationships, string Actor)
{
    /// <summary>In which periods two persons are needed to move a figure; null for closed ones alone.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>A barometer was declared.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Range">The largest positive part of a score.</param>
/// <param name="Calendar">When issues appear.</param>
/// <param name="Relationships">Whose development is indexed; each has a stream from now on.</param>
/// <param name="Actor">Who declared it.</param>
public sealed record BarometerDeclared(string Name, int Range, Calendar Calendar, ImmutableArray<Relationship> Relationships, string Actor)
{
    /// <summary>In which periods two persons are needed to move a figure; null, as in those declared before that was asked, for closed ones alone.</summary>
    public TwoPersons? TwoPersons { get; init; }
}

/// <summary>First event of a relationship's stream, so that the stream is there to be locked.</summary>
/// <param name="Key">The relationship's stable name.</param>
/// <param name="Actor">Who declared it.</param>
public sealed record RelationshipDeclared(string Key, string Actor);

/// <summary>The decision to declare a barometer.</summary>
public static class Declaring
{
    /// <summary>What the names of all streams of relationships start with.</summary>
    public const string Streams = "relationship/";

    /// <summary>The name of a relationship's stream.</summary>
    public static string StreamOf(string relationship) => $"{Streams}{relationship}";

    /// <summary>The relationship whose stream has that name.</summary>
    public static string RelationshipOf(string stream) => stream[Streams.Length..];

    /// <summary>Declares a barometer where none is declared.</summary>
    public static Decision<BarometerDeclared> Decide(DeclareBarometer command, Settings? current)
    {
        if (current is not null)
            return Refusal.Rule($"This barometer is declared already, as {current.Name}; change its settings instead.");
        return Check(command.Name, command.Range, command.Calendar, command.Relationships) is { } refusal
            ? refusal
            : new BarometerDeclared(command.Name, command.Range, command.Calendar, command.Relationships, command.Actor) { TwoPersons = command.TwoPersons };
    }

    /// <summary>Refuses because a barometer is not declared.</summary>
    public static Refusal NotDeclared(string barometer) =>
        Refusal.NotFound($"There is no barometer '{barometer}'; declare it, or import an issue into it.").Until(RemedyKind.Declare, barometer);

    /// <summary>The settings as first declared.</summary>
    public static Settings Fold(BarometerDeclared declared) => new()
    {
        Name = declared.Name,
        Range = declared.Range,
        Calendar = declared.Calendar,
        Relationships = declared.Relationships,
        TwoPersons = declared.TwoPersons ?? TwoPersons.ClosedPeriods,
    };

    // What comes out of a file may lack anything, whatever the types say.
    internal static Refusal? Check(string? name, int range, Calendar? calendar, ImmutableArray<Relationship> relationships)
    {
        if (string.IsNullOrWhiteSpace(name))
            return Refusal.Usage("A barometer has a name, as Minsk Barometer.").About("name");
        if (range is < 1 or > 100)
            return Refusal.Usage($"The range of points is a whole number from 1 to 100, not {range}.").About("range");
        if (calendar is not { MonthsPerPeriod: >= 1 and <= 12, FirstMonth.Day: 1 } || !Calendar.Covers(calendar.FirstMonth))
            return Refusal.Usage("A barometer has a calendar; it starts on the first day of a month of the years 1000 to 9000 and has periods of 1 to 12 months.").About("calendar");
        if (relationships.IsDefaultOrEmpty || !relationships.All(IsWhole))
            return Refusal.Usage("A barometer has at least one relationship; each has key, name, printedAs, prefix and at least one dimension, and a dimension has key, name, rose and fell.").About("relationships");
        return Unreadable(relationships)
            ?? Twice("relationships", relationships.Select(r => r.Key))
            ?? Twice("relationships", relationships.Select(r => r.Prefix))
            ?? relationships.Select(r => Twice($"dimensions of {r.Key}", r.Dimensions.Select(d => d.Key))).FirstOrDefault(refusal => refusal is not null);
    }

    private static bool IsWhole(Relationship? relationship) =>
        relationship is { Key: not null, Name: not null, Prefix: not null, PrintedAs.IsDefault: false, Dimensions.IsDefaultOrEmpty: false }
        && relationship.Dimensions.All(d => d is { Key: not null, Name: not null, Rose: not null, Fell: not null });

    // What is found by a key is found by an index of the database, whose entries have a longest length.
    private const int LongestKey = 200;
    private const int LongestPrefix = 20;

    // Keys stand in streams' names, positions ("china:19,eu:25") and points ("national-security=+1"), prefixes in references
    // ("RU-12-016"); each must be read back out of them.
    private static Refusal? Unreadable(ImmutableArray<Relationship> relationships)
    {
        var keys = relationships.SelectMany(r => r.Dimensions.Select(d => d.Key).Prepend(r.Key));
        if (keys.FirstOrDefault(k => k.Length is 0 or > LongestKey || !k.All(c => char.IsLetterOrDigit(c) || c == '-')) is { } key)
            return Refusal.Usage($"'{key}' is no key of a relationship or dimension: it consists of letters, digits and hyphens, as national-security, and of at most {LongestKey}.");
        if (relationships.Select(r => r.Prefix).FirstOrDefault(p => p.Length is 0 or > LongestPrefix || !p.All(c => char.IsLetterOrDigit(c) && c == char.ToUpperInvariant(c))) is { } prefix)
            return Refusal.Usage($"'{prefix}' is no prefix of references: it consists of capitals and digits, as RU, and of at most {LongestPrefix}.");
        return null;
    }

    private static Refusal? Twice(string what, IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? Refusal.Usage($"Two {what} are called '{twice.Key}'; keys and prefixes are given once.")
            : null;
}

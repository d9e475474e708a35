using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.Barometers;

/// <summary>Declares a barometer.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Range">The largest positive part of a score, 1 to 100.</param>
/// <param name="Calendar">When issues appear.</param>
/// <param name="Relationships">Whose development is indexed.</param>
/// <param name="Actor">Who declares it.</param>
public sealed record DeclareBarometer(string Name, int Range, Calendar Calendar, ImmutableArray<Relationship> Relationships, string Actor);

/// <summary>A barometer was declared.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Range">The largest positive part of a score.</param>
/// <param name="Calendar">When issues appear.</param>
/// <param name="Relationships">Whose development is indexed; each has a stream from now on.</param>
/// <param name="Actor">Who declared it.</param>
public sealed record BarometerDeclared(string Name, int Range, Calendar Calendar, ImmutableArray<Relationship> Relationships, string Actor);

/// <summary>First event of a relationship's stream, so that the stream is there to be locked.</summary>
/// <param name="Key">The relationship's stable name.</param>
/// <param name="Actor">Who declared it.</param>
public sealed record RelationshipDeclared(string Key, string Actor);

/// <summary>The decision to declare a barometer.</summary>
public static class Declaring
{
    /// <summary>The name of a relationship's stream.</summary>
    public static string StreamOf(string relationship) => $"relationship/{relationship}";

    /// <summary>Declares a barometer where none is declared.</summary>
    public static Decision<BarometerDeclared> Decide(DeclareBarometer command, Settings? current)
    {
        if (current is not null)
            return Refusal.Rule($"This barometer is declared already, as {current.Name}; change its settings instead.");
        return Check(command.Range, command.Calendar, command.Relationships) is { } refusal
            ? refusal
            : new BarometerDeclared(command.Name, command.Range, command.Calendar, command.Relationships, command.Actor);
    }

    /// <summary>The settings as first declared.</summary>
    public static Settings Fold(BarometerDeclared declared) => new()
    {
        Name = declared.Name,
        Range = declared.Range,
        Calendar = declared.Calendar,
        Relationships = declared.Relationships,
    };

    internal static Refusal? Check(int range, Calendar calendar, ImmutableArray<Relationship> relationships)
    {
        if (range is < 1 or > 100)
            return Refusal.Usage($"The range of points is a whole number from 1 to 100, not {range}.");
        if (calendar.MonthsPerPeriod is < 1 or > 12 || calendar.FirstMonth.Day != 1)
            return Refusal.Usage("A calendar starts on the first day of a month and has periods of 1 to 12 months.");
        if (relationships.IsEmpty || relationships.Any(r => r.Dimensions.IsEmpty))
            return Refusal.Usage("A barometer has at least one relationship, and each has at least one dimension.");
        return Twice(relationships.Select(r => r.Key)) ?? Twice(relationships.Select(r => r.Prefix));
    }

    private static Refusal? Twice(IEnumerable<string> names) =>
        names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? Refusal.Usage($"Two relationships are called '{twice.Key}'; keys and prefixes are given once.")
            : null;
}

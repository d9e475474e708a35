using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Barometers;

/// <summary>
/// What one publisher has settled for a barometer: whose development is indexed, in what range points are given, in what
/// periods issues appear. A barometer is a tenant: nothing leaks from one to another.
/// </summary>
public sealed record Settings
{
    /// <summary>The name of the stream, and of the one document, that hold the settings.</summary>
    public const string Stream = "barometer";

    /// <summary>Always <see cref="Stream"/>: a barometer has one document of settings.</summary>
    public string Id { get; init; } = Stream;

    /// <summary>As people read it, e.g. "Minsk Barometer".</summary>
    public required string Name { get; init; }

    /// <summary>The largest positive part of a score; the largest negative part is its opposite. 3 here.</summary>
    public required int Range { get; init; }

    /// <summary>When issues appear.</summary>
    public required Calendar Calendar { get; init; }

    /// <summary>In the order in which they are shown.</summary>
    public required ImmutableArray<Relationship> Relationships { get; init; }

    /// <summary>In which periods two persons are needed to move a figure.</summary>
    public TwoPersons TwoPersons { get; init; }

    /// <summary>The relationship of that key, or a refusal that names those there are.</summary>
    public Decision<Relationship> Find(string key) =>
        RelationshipIndex.Of(Relationships).WithKey(key) is { } found
            ? found
            : Refusal.NotFound($"There is no relationship '{key}'; {Name} has {Named()}.");

    /// <summary>The relationship whose development has that reference, or a refusal.</summary>
    public Decision<Relationship> Of(Reference reference) =>
        RelationshipIndex.Of(Relationships).WithPrefix(reference.Prefix) is { } found ? found : reference.Missing();

    /// <summary>Checks that points name every dimension of the relationship once and keep to the range.</summary>
    public Refusal? Check(Points points, Relationship relationship)
    {
        foreach (var score in points)
        {
            if (relationship.Dimension(score.Dimension) is null)
                return Refusal.Usage($"{relationship.Name} has no dimension '{score.Dimension}'; it has {Keys(relationship)}.").About("points");
            if (score.Positive > Range || score.Negative < -Range)
                return Refusal.Rule($"{score} is outside the range of {Name}: each part lies between -{Range} and +{Range}.").About("points");
        }

        return points.Count == relationship.Dimensions.Length
            ? null
            : Refusal.Usage($"{relationship.Name} is scored in {Keys(relationship)}, each once; {points} does not name them all.").About("points");
    }

    // Of thousands of relationships, a sentence names the first.
    private string Named()
    {
        const int most = 20;
        var keys = string.Join(", ", Relationships.Take(most).Select(r => r.Key));
        return Relationships.Length > most ? $"{keys} and {Relationships.Length - most} more" : keys;
    }

    private static string Keys(Relationship relationship) => string.Join(" and ", relationship.Dimensions.Select(d => d.Key));
}

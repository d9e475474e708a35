using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Barometer.Domain.Barometers;

/// <summary>Whose development is indexed, e.g. Belarus–Russia. Each has one event stream.</summary>
/// <param name="Key">Stable name, e.g. <c>russia</c>; also the last part of the stream's name.</param>
/// <param name="Name">As people read it.</param>
/// <param name="PrintedAs">What publications call it, in headings: "the EU", "European Union".</param>
/// <param name="Prefix">First part of the references of its developments, e.g. <c>RU</c>.</param>
/// <param name="Dimensions">What is measured, in the order in which it is shown; at least one.</param>
public sealed record Relationship(
    string Key, string Name, ImmutableArray<string> PrintedAs, string Prefix, ImmutableArray<Dimension> Dimensions)
{
    /// <summary>
    /// The two whose relationship it is, in ordinal order and exactly as coded data name them: an undirected dyad. None where
    /// nobody said: a publisher's relationship is known by its key alone.
    /// </summary>
    [JsonIgnore]
    public ImmutableArray<string> Parties { get; init; } = [];

    // What is not said is not written: the relationships of old have no such member.
    [JsonInclude]
    [JsonPropertyName("parties")]
    private ImmutableArray<string>? PartiesSaid
    {
        get => Parties.IsDefaultOrEmpty ? null : Parties;
        init => Parties = value ?? [];
    }

    /// <summary>The dimension of that key, or null.</summary>
    public Dimension? Dimension(string key) => Dimensions.FirstOrDefault(d => d.Key == key);
}

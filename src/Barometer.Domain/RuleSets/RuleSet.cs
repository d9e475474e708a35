using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>A colour and its meaning for a range of whole numbers of one dimension.</summary>
/// <param name="Name">The colour.</param>
/// <param name="From">The lowest value; null for no lower bound.</param>
/// <param name="To">The highest value; null for no upper bound.</param>
/// <param name="Meaning">As the publisher says it.</param>
public sealed record Band(string Name, int? From, int? To, string Meaning)
{
    /// <summary>True when the value lies in the band.</summary>
    public bool Holds(long value) => (From is null || value >= From) && (To is null || value <= To);
}

/// <summary>How a value that is not whole is made whole before its band is looked up.</summary>
public enum Rounding
{
    /// <summary>To the nearest; from the middle to the even one.</summary>
    HalfEven,

    /// <summary>To the nearest; from the middle away from 0.</summary>
    HalfAwayFromZero,

    /// <summary>Towards 0.</summary>
    TowardsZero,

    /// <summary>To the next lower one.</summary>
    Down,

    /// <summary>To the next higher one.</summary>
    Up,
}

/// <summary>The bands of one dimension. They may leave values in no band, and such a value is shown as that.</summary>
/// <param name="Dimension">The dimension that they are for.</param>
/// <param name="Bands">From the highest to the lowest.</param>
public sealed record BandScale(string Dimension, ImmutableArray<Band> Bands)
{
    /// <summary>How a value that is not whole is made whole; null where such a value is in no band.</summary>
    public Rounding? Rounding { get; init; }

    /// <summary>The values that the bands are for; null for all. A value outside is in no band.</summary>
    public Span? Domain { get; init; }

    /// <summary>The band of a value, held against the domain as it is and then made whole; null where it lies in none.</summary>
    public Band? BandOf(FixedPoint value) =>
        Domain is { } domain && !domain.Holds(value) ? null
        : Whole(value) is { } whole ? Bands.FirstOrDefault(b => b.Holds(whole))
        : null;

    private long? Whole(FixedPoint value) => value.IsWhole || Rounding is { } ? (long)decimal.Round(value.ToDecimal(), Mode) : null;

    private MidpointRounding Mode => Rounding switch
    {
        RuleSets.Rounding.HalfAwayFromZero => MidpointRounding.AwayFromZero,
        RuleSets.Rounding.TowardsZero => MidpointRounding.ToZero,
        RuleSets.Rounding.Down => MidpointRounding.ToNegativeInfinity,
        RuleSets.Rounding.Up => MidpointRounding.ToPositiveInfinity,
        _ => MidpointRounding.ToEven,
    };
}

/// <summary>The rule set that a closing used, exactly: its digest is over its canonical JSON.</summary>
/// <param name="Name">E.g. <c>as-published</c>.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Digest">SHA-256 of the canonical form, in hexadecimal.</param>
public sealed record RuleSetPin(string Name, int Version, string Digest)
{
    /// <summary><c>as-published@1</c>.</summary>
    public override string ToString() => $"{Name}@{Version}";
}

/// <summary>How points count: a named, versioned document that never changes.</summary>
/// <param name="Name">E.g. <c>as-published</c>.</param>
/// <param name="Version">1 or more.</param>
/// <param name="Bands">The colour scales.</param>
public sealed record RuleSet(string Name, int Version, ImmutableArray<BandScale> Bands)
{
    /// <summary>What it is, in a line.</summary>
    public string Title { get; init; } = "";

    /// <summary>In the order in which they act.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>Levels of actors, the highest first; a level that is not named is below them all.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>One number for the whole barometer; null where there is none.</summary>
    public Composite? Composite { get; init; }

    /// <summary>What of it is uncertain.</summary>
    public ImmutableArray<Input> Inputs { get; init; } = [];

    /// <summary>SHA-256 over the canonical form of the document that it was read from.</summary>
    public string Digest { get; private init; } = "";

    /// <summary>The document that it was read from.</summary>
    public JsonElement Document { get; private init; }

    /// <summary>What a closing keeps of it.</summary>
    public RuleSetPin Pin => new(Name, Version, Digest);

    /// <summary>The rules under which an index is what editors assigned, and nothing else: it adds no second layer of movements.</summary>
    public static RuleSet AsPublished { get; } = Shipped("as-published.json");

    /// <summary>Reads a rule set from its document.</summary>
    /// <exception cref="JsonException">The document is no rule set.</exception>
    public static RuleSet Read(string document)
    {
        using var json = JsonDocument.Parse(document);
        if (json.Deserialize<RuleSet>(RecordJson.Options) is not { Name.Length: > 0, Version: > 0, Bands.IsDefault: false } ruleSet)
            throw new JsonException("A rule set has a name, a version from 1 up, and bands, if only an empty list of them.");
        return ruleSet with { Document = json.RootElement.Clone(), Digest = CanonicalJson.Digest(json.RootElement) };
    }

    /// <summary>What is said of a value that lies in no band.</summary>
    public const string NoBand = "none";

    /// <summary>The colour of a value: <see cref="NoBand"/> where it lies in no band, null where the dimension has no scale.</summary>
    public string? Colour(string dimension, int value) => Colour(dimension, FixedPoint.Of(value));

    /// <summary>The colour of a value under rules: <see cref="NoBand"/> where it lies in no band, null where the dimension has no scale.</summary>
    public string? Colour(string dimension, FixedPoint value) => Scale(dimension) is null ? null : BandOf(dimension, value)?.Name ?? NoBand;

    /// <summary>The band of a value in a dimension, or null when the dimension has no scale or the value lies in no band.</summary>
    public Band? BandOf(string dimension, int value) => BandOf(dimension, FixedPoint.Of(value));

    /// <summary>
    /// The band of a value under rules, or null when the dimension has no scale or the value lies in no band: it is outside the scale's
    /// domain, or between two bands, or not whole where the scale has no rounding.
    /// </summary>
    public Band? BandOf(string dimension, FixedPoint value) => Scale(dimension)?.BandOf(value);

    /// <summary>The scale of a dimension, or null when it has none.</summary>
    public BandScale? Scale(string dimension) => Bands.FirstOrDefault(s => s.Dimension == dimension);

    private static RuleSet Shipped(string file)
    {
        using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream($"Barometer.Domain.RuleSets.{file}")!;
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.RuleSets.Reading;

namespace Barometer.Domain.RuleSets;

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
    public string Digest { get; internal init; } = "";

    /// <summary>The document that it was read from.</summary>
    public JsonElement Document { get; internal init; }

    /// <summary>True when a rule asks for titles, which take long to read.</summary>
    public bool AsksForTitles => Rules.Any(r => r.When.Parts().Any(c => c is TitleHas));

    /// <summary>What a closing keeps of it.</summary>
    public RuleSetPin Pin => new(Name, Version, Digest);

    /// <summary>The rules under which an index is what editors assigned, and nothing else: it adds no second layer of movements.</summary>
    public static RuleSet AsPublished { get; } = Embedded.Rules("as-published.json");

    /// <summary>Reads a rule set from its document.</summary>
    /// <returns>The rule set, or a refusal that tells what is wrong.</returns>
    public static Decision<RuleSet> Read(JsonElement document) => RuleSetTree.Read(JsonTree.Of(document), "The document");

    /// <summary>What is said of a value that lies in no band.</summary>
    public const string NoBand = "none";

    /// <summary>The colour of a value: <see cref="NoBand"/> where it lies in no band, null where the dimension has no scale.</summary>
    public string? Colour(string dimension, int value) => Colour(dimension, FixedPoint.Of(value));

    /// <summary>The same of a value that need not be whole.</summary>
    public string? Colour(string dimension, FixedPoint value) => Scale(dimension) is { } scale ? scale.BandOf(value)?.Name ?? NoBand : null;

    /// <summary>The band of a value in a dimension, or null when the dimension has no scale or the value lies in no band.</summary>
    public Band? BandOf(string dimension, int value) => Scale(dimension)?.BandOf(FixedPoint.Of(value));

    /// <summary>The same of a value under rules: none where it is outside the scale's domain, between two bands, or not whole where the scale has no rounding.</summary>
    public Band? BandOf(string dimension, FixedPoint value) => Scale(dimension)?.BandOf(value);

    /// <summary>The scale of a dimension, or null when it has none.</summary>
    public BandScale? Scale(string dimension) => Bands.FirstOrDefault(s => s.Dimension == dimension);
}

using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets;

/// <summary>A version that was published: it never changes.</summary>
/// <param name="Version">1 or more.</param>
/// <param name="Digest">SHA-256 of its canonical form.</param>
/// <param name="Document">The document, whole.</param>
public sealed record PublishedVersion(int Version, string Digest, JsonElement Document)
{
    /// <summary>Why it was retired; null while it was not.</summary>
    public string? RetiredBecause { get; init; }
}

/// <summary>A version that is drafted: drafting again replaces it.</summary>
/// <param name="Version">Which it will be.</param>
/// <param name="Document">The document, whole.</param>
public sealed record DraftedVersion(int Version, JsonElement Document);

/// <summary>A barometer's own rule set as the record has it now, version by version.</summary>
public sealed record RuleSetVersions
{
    /// <summary>The name of its stream, under which it is stored too.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called by.</summary>
    public required string Name { get; init; }

    /// <summary>What is drafted; null where nothing is.</summary>
    public DraftedVersion? Draft { get; init; }

    /// <summary>What is published, in order.</summary>
    public ImmutableArray<PublishedVersion> Published { get; init; } = [];

    /// <summary>The version that is published next.</summary>
    public int Next => Published is [.., var last] ? last.Version + 1 : 1;

    /// <summary>The versions after one more event. Pure.</summary>
    public static RuleSetVersions Fold(RuleSetVersions? state, object e) => e switch
    {
        RuleSetDrafted drafted => Of(state, drafted.Name) with { Draft = new DraftedVersion(drafted.Version, drafted.Document) },
        RuleSetPublished published => Of(state, published.RuleSet.Name).With(new PublishedVersion(published.RuleSet.Version, published.RuleSet.Digest, published.Document)),
        RuleSetRetired retired => state! with
        {
            Published = [.. state.Published.Select(p => p.Version == retired.Version ? p with { RetiredBecause = retired.Reason } : p)],
        },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(RuleSetVersions)}."),
    };

    /// <summary>
    /// The rule set of a version, drafted and retired ones included; without a version the latest that is published and not retired. Else
    /// a refusal that names those there are.
    /// </summary>
    public Decision<RuleSet> Find(int? version)
    {
        if (version is null)
            return Published.LastOrDefault(p => p.RetiredBecause is null) is { } latest ? RuleSet.Read(latest.Document) : NoneChosen();
        if (Published.FirstOrDefault(p => p.Version == version) is { } published)
            return RuleSet.Read(published.Document);
        return Draft?.Version == version ? RuleSet.Read(Draft.Document) : Refusal.NotFound($"There is no {Name}@{version}; there is {string.Join(", ", Said)}.");
    }

    /// <summary>True for a version that is published and not retired.</summary>
    public bool IsInForce(int version) => Published.Any(p => p.Version == version && p.RetiredBecause is null);

    /// <summary>Each version and what became of it: <c>calm@1 (retired)</c>.</summary>
    public IEnumerable<string> Said =>
        Published.Select(p => $"{Name}@{p.Version}{(p.RetiredBecause is null ? "" : " (retired)")}").Concat(Draft is null ? [] : [$"{Name}@{Draft.Version} (drafted)"]);

    private Refusal NoneChosen() => Published.IsEmpty
        ? Refusal.Rule($"{Name} is only drafted; publish it, or say {Name}@{Draft!.Version} to see the draft.").Until(RemedyKind.PublishRules, Name)
        : Refusal.Rule($"Every version of {Name} is retired; say which ({string.Join(", ", Published.Select(p => $"{Name}@{p.Version}"))}) to replay it all the same.");

    private RuleSetVersions With(PublishedVersion published) => this with { Draft = null, Published = Published.Add(published) };

    private static RuleSetVersions Of(RuleSetVersions? state, string name) => state ?? new RuleSetVersions { Id = RuleSetPublished.StreamOf(name), Name = name };
}

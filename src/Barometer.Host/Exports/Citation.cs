using System.Reflection;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Exports;

/// <summary>What whoever uses an export has to say of it, so that others can ask for the same. It holds no time of asking: the same asked again is the same.</summary>
internal sealed record Citation
{
    /// <summary>The barometer's key.</summary>
    public required string Barometer { get; init; }

    /// <summary>The barometer's name, as people read it.</summary>
    public required string Name { get; init; }

    /// <summary>What was exported: <c>movements</c>.</summary>
    public required string Table { get; init; }

    /// <summary>What it is, in a sentence.</summary>
    public required string What { get; init; }

    /// <summary>How far the record had come: asked again as of these, it is the same.</summary>
    public required Positions AsOf { get; init; }

    /// <summary>The release that was asked for, such as <c>closing:2019-11/2019-12</c>; absent for any other moment.</summary>
    public string? Release { get; init; }

    /// <summary>The first period; absent where all are in it.</summary>
    public PeriodId? From { get; init; }

    /// <summary>The last period; absent where all are in it.</summary>
    public PeriodId? To { get; init; }

    /// <summary>Under which rules; absent where none act, and it is what editors recorded.</summary>
    public RuleSetPin? RuleSet { get; init; }

    /// <summary>What the replay is saved under; absent for what is no replay.</summary>
    public string? Replay { get; init; }

    /// <summary>What the replay is compared with; absent for what is no replay.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>The build of Barometer that wrote it.</summary>
    public string Build { get; } = typeof(Citation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The name that it is cited by.</summary>
    public string Title => $"{Name} ({Barometer}): {Table}";

    /// <summary>All of it, in a sentence or two.</summary>
    public string Sentence => $"{Title}{(From is null ? "" : $", {Periods}")}{(RuleSet is null ? "" : $", under {RuleSet} (SHA-256 {RuleSet.Digest})")}, as of {(Release is null ? "" : $"{Release}, that is ")}{AsOf}. Barometer {Build}.";

    private string Periods => From == To ? $"{From}" : $"{From} to {To}";

    /// <summary>Everything that is known of it, by name; what is absent is left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> Told()
    {
        (string Name, string? Value)[] told =
        [
            ("title", Title), ("what", What), ("barometer", Barometer), ("barometer_name", Name), ("table", Table),
            ("periods", From is null ? null : Periods), ("as_of", AsOf.ToString()), ("release", Release),
            ("rule_set", RuleSet?.ToString()), ("rule_set_digest", RuleSet?.Digest), ("replay", Replay), ("compared_with", ComparedWith), ("build", Build),
        ];
        return told.Where(t => t.Value is not null).Select(t => KeyValuePair.Create(t.Name, t.Value!));
    }
}

using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>Values that can be counted may lie further apart than can be counted: that is told in a sentence, as is a value too large.</summary>
public sealed class Differences_too_large_to_count(ImportedIssue issue) : IClassFixture<ImportedIssue>
{
    private const string TooLarge = "grows beyond 9 billion";

    [Fact]
    public async Task From_a_value_to_the_nearest_band()
    {
        // 1,000,000 × 9,223 and the other points, +10, are 9,223,000,010; to -900,000 it is further than 9,223,372,036.
        var rules = $"{Far(1_000_000)}\nbands: [{{ dimension: development, bands: [{{ name: Red, to: -900000, meaning: bad }}, {{ name: White, from: -899999, meaning: fine }}] }}]";

        await OwnRules.InFile(rules, async file => (await issue.Typist.Type("band-distance", "--rules", file)).Failed(3, TooLarge));
    }

    [Fact]
    public async Task From_one_rule_set_to_another() =>
        await OwnRules.InFile(Far(1_000_000), async high =>
            await OwnRules.InFile(Far(-1_000_000), async low => (await issue.Typist.Type("replay", "--rules", high, "--against", low)).Failed(3, TooLarge), "low"));

    private static string Far(int value) =>
        $"rules: [{{ id: set, reason: A test., when: {{ relationship: russia, title: [Sochi] }}, set: {value} }}, {{ id: scaled, reason: A test., when: {{ relationship: russia, title: [Sochi] }}, scale: 9223 }}]";
}

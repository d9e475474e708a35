using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Comparing;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Replays;

/// <summary>Everything that the result of a replay depends on: asked again it has the same answer, whatever is recorded meanwhile.</summary>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="Rules">Their document, whole.</param>
/// <param name="Against">What it is compared with, as asked: points, printed, closing, or a rule set.</param>
/// <param name="AgainstRuleSet">The rules compared with, where they are named.</param>
/// <param name="AgainstRules">Their document.</param>
/// <param name="Printed">The figures compared with, where print is.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last period.</param>
/// <param name="Positions">How far the record had come.</param>
public sealed record ReplayQuestion(
    RuleSetPin RuleSet,
    JsonElement Rules,
    string Against,
    RuleSetPin? AgainstRuleSet,
    JsonElement? AgainstRules,
    ImmutableArray<PrintedAggregate>? Printed,
    PeriodId From,
    PeriodId To,
    Positions Positions)
{
    /// <summary>Against the points that editors assigned.</summary>
    public const string Points = "points";

    /// <summary>Against the figures in print.</summary>
    public const string Print = "printed";

    /// <summary>Against the snapshot of each period's closing.</summary>
    public const string Closing = "closing";

    private const int DigitsOfId = 12;

    /// <summary>The same for the same question: what the replay is saved under. Documents are told by their digests.</summary>
    public string Id() => DigestOf(new { RuleSet, Against, AgainstRuleSet, Printed, From, To, Positions })[..DigitsOfId];

    /// <summary>SHA-256 over a value as it is written, in lower-case hexadecimal.</summary>
    internal static string DigestOf<T>(T value) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(value, RecordJson.Options)));
}

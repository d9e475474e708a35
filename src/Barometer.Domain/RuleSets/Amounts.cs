using System.Globalization;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>The numbers of a rule.</summary>
internal static class Amounts
{
    /// <summary>What is said in place of a bucket where the count is unknown.</summary>
    public const string Unknown = "unknown";

    /// <summary>The number for a word of the rule's table, or the one for all.</summary>
    public static FixedPoint Number(this Amount amount, string? word) => amount switch
    {
        Same same => same.Number,
        ByWord by => by.Numbers[word!],
        ByEvidence by => word == Unknown ? by.Unknown!.Value : by.Buckets[int.Parse(word!, CultureInfo.InvariantCulture)].Number,
        _ => throw new InvalidOperationException($"{amount.GetType().Name} is not known to {nameof(Amounts)}."),
    };
}

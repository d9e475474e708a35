using System.Collections.Immutable;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Comparing;

namespace Barometer.Host.Replays;

/// <summary>What a replay came to.</summary>
/// <param name="Indices">Every index, beside what it is compared with.</param>
/// <param name="Composites">The composite of each period.</param>
/// <param name="NotCoded">What the rules cannot code.</param>
/// <param name="FiledOutside">What the rules file into periods that are not asked for; null where there is nothing of it.</param>
internal sealed record ReplayResult(
    ImmutableArray<ReplayedIndex> Indices, ImmutableArray<CompositeFigure> Composites, ImmutableArray<NotCoded> NotCoded, ImmutableArray<FiledOutside>? FiledOutside)
{
    /// <summary>SHA-256 over everything in it.</summary>
    public string Digest() => ReplayQuestion.DigestOf(this);
}

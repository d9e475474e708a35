using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Judging;

/// <summary>How many rows of evidence a development cites.</summary>
/// <param name="Known">The number; null where a table's number is unknown.</param>
internal sealed record EvidenceCount(int? Known)
{
    /// <summary>The count of one table, or of all together; null for a development that cites none.</summary>
    public static EvidenceCount? Of(Classification classification, string? table)
    {
        Evidence[] cited = [.. classification.Evidence.Where(e => table is null || Spelling.AreSame(e.Table, table))];
        return cited is [] ? null : new EvidenceCount(cited.Any(e => e.Count is null) ? null : cited.Sum(e => e.Count));
    }
}

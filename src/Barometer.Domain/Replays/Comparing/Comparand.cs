using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Comparing;

/// <summary>What a replay is compared with.</summary>
public abstract record Comparand
{
    /// <summary>The points that editors assigned, as of the replay: no rules at all.</summary>
    public sealed record Points : Comparand;

    /// <summary>Another rule set, as of the same moment of the record or of another.</summary>
    /// <param name="Rules">Its rules.</param>
    /// <param name="Then">Its indices then.</param>
    /// <param name="Now">Its indices as of the replay; the same where the moment is the same.</param>
    /// <param name="Moved">The stored movements between both moments, by index and cause; none where the moment is the same.</param>
    public sealed record Ruled(RuleSet Rules, RuledIndices Then, RuledIndices Now, ImmutableArray<MovedByCause> Moved) : Comparand;

    /// <summary>The figures in print.</summary>
    /// <param name="Figures">The aggregate of each index that was printed.</param>
    /// <param name="Bands">The rule set whose bands colours are looked up in.</param>
    public sealed record Printed(ImmutableArray<PrintedAggregate> Figures, RuleSet Bands) : Comparand;
}

/// <summary>What stored movements of one cause moved an index by, between two moments.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Cause">Which cause.</param>
/// <param name="Aggregate">The change of the aggregate.</param>
/// <param name="Developments">At how many developments.</param>
public sealed record MovedByCause(string Relationship, string Dimension, PeriodId Period, Movements.Cause Cause, FixedPoint Aggregate, long Developments);

/// <summary>An aggregate as printed.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Aggregate">The number.</param>
public sealed record PrintedAggregate(string Relationship, string Dimension, PeriodId Period, int Aggregate);

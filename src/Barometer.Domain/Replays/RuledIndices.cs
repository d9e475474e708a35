using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>The indices of some periods under a rule set, as of a moment of the record.</summary>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last.</param>
/// <param name="Indices">Every index to which anything is posted, if only 0, by relationship, period and dimension; a level from there on in every period.</param>
/// <param name="Composites">The composite of each period, where the rule set has one.</param>
/// <param name="NotCoded">What the rule set cannot code.</param>
public sealed record RuledIndices(
    RuleSetPin RuleSet,
    Positions Positions,
    PeriodId From,
    PeriodId To,
    ImmutableArray<RuledIndex> Indices,
    ImmutableArray<CompositeFigure> Composites,
    ImmutableArray<NotCoded> NotCoded)
{
    /// <summary>What rules file into periods that are not asked for.</summary>
    public ImmutableArray<FiledOutside> FiledOutside { get; init; } = [];

    /// <summary>Computes them, or refuses where a value grows too large to be held.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments, with titles where a rule asks for them.</param>
    /// <param name="from">The first period; a level is computed from the first development on, whatever comes first here.</param>
    /// <param name="to">The last period.</param>
    public static Decision<RuledIndices> Of(RuleSet rules, Columns columns, PeriodId from, PeriodId to) =>
        TooLarge.Refused(rules, () => new Ruling(rules, columns, from, to).Indices());
}

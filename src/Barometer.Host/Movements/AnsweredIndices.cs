using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Movements;

/// <summary>An index as it is answered: what it is, and how far the record had come.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Positive">Sum of the positive parts.</param>
/// <param name="Negative">Sum of the negative parts, 0 or less.</param>
/// <param name="Aggregate">What both come to.</param>
/// <param name="Developments">How many standing scored developments, 0/0 included.</param>
/// <param name="Band">The colour, "none" where the value lies in no band; absent where the dimension has no scale.</param>
/// <param name="BandMeaning">What the colour means, as the publisher says it.</param>
/// <param name="RuleSet">Under which rules.</param>
/// <param name="AsOf">The last position of the relationship's stream that it counts.</param>
/// <param name="Running">The same by day, where asked for.</param>
public sealed record AnsweredIndex(
    string Relationship,
    string Dimension,
    PeriodId Period,
    int Positive,
    int Negative,
    int Aggregate,
    int Developments,
    string? Band,
    string? BandMeaning,
    string RuleSet,
    long AsOf,
    ImmutableArray<RunningFigure>? Running);

/// <summary>Indices, and what they were computed from: asked as of the same positions they are the same.</summary>
/// <param name="AsOf">How far the record had come, in the relationships asked for.</param>
/// <param name="RuleSet">Under which rules the colours are.</param>
/// <param name="Indices">In the order of the settings, by period: the one asked for, or every one in which something has moved by then.</param>
public sealed record AnsweredIndices(Positions AsOf, RuleSetPin RuleSet, ImmutableArray<AnsweredIndex> Indices);

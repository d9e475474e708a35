using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>What an act looks at beside the development itself. Every shortcut of a computation asks here whether it may be taken.</summary>
internal readonly record struct Reach
{
    /// <summary>True for one that looks at single rows, and not only at how many are alike.</summary>
    public bool OfRows { get; private init; }

    /// <summary>True for one that looks at their order.</summary>
    public bool OfOrder { get; private init; }

    /// <summary>True for one through which what came before the periods asked for counts in them.</summary>
    public bool FromThePast { get; private init; }

    /// <summary>True for one through which a development of one period can change an index of another.</summary>
    public bool AcrossPeriods { get; private init; }

    /// <summary>True for one through which a development of one relationship can change an index of another.</summary>
    public bool AcrossRelationships { get; private init; }

    /// <summary>True for one that looks at nothing else: an index is the sum of what its developments are worth, each by itself.</summary>
    public bool IsAlone { get; private init; }

    /// <summary>What an act looks at.</summary>
    public static Reach Of(Act act) => act switch
    {
        ActOnValue => new Reach { IsAlone = true },
        Keep keep => new Reach { OfRows = true, AcrossPeriods = true, AcrossRelationships = !keep.Per.Contains(Key.Relationship) },
        FileBy => new Reach { OfRows = true, FromThePast = true, AcrossPeriods = true },
        Cap cap => new Reach { OfRows = cap.Per.Contains(Key.Day) || cap.Per.Contains(Key.Happening) },
        Compare => new Reach { FromThePast = true, AcrossPeriods = true },
        Saturate => new Reach { OfRows = true, OfOrder = true },
        Level => new Reach { OfRows = true, OfOrder = true, FromThePast = true, AcrossPeriods = true },
        _ => throw new InvalidOperationException($"{act.GetType().Name} is not known to {nameof(Reach)}."),
    };

    /// <summary>True where some act of a rule set reaches so far.</summary>
    public static bool Any(RuleSet rules, Func<Reach, bool> isSo) => rules.Rules.Any(r => isSo(Of(r.Act)));
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Judging;

/// <summary>
/// What conditions look at beside a row's kind: its relationship, its day, its title. Rows that no condition can tell apart by these
/// are in one context.
/// </summary>
internal sealed class Contexts
{
    private readonly OfRelationship[] _relationships;
    private readonly int[] _cuts;
    private readonly string[] _texts;

    private Contexts(Condition[] asked)
    {
        _relationships = [.. asked.OfType<OfRelationship>()];
        // A span of days begins on its first day, and what comes after it on the day after its last.
        _cuts = [.. asked.OfType<OnDay>().SelectMany(on => new[] { on.From?.DayNumber, on.To?.DayNumber + 1 }).OfType<int>().Distinct().Order()];
        _texts = [.. asked.OfType<TitleHas>().SelectMany(t => t.Texts).Distinct(StringComparer.OrdinalIgnoreCase)];
        AskPoints = asked.OfType<Assigned>().Any(a => a.Points is not null);
    }

    /// <summary>The contexts that the conditions of a rule set tell apart.</summary>
    public static Contexts Of(ImmutableArray<Rule> rules) => new([.. rules.SelectMany(r => r.When.Parts())]);

    /// <summary>True when a condition asks for titles.</summary>
    public bool AskTitles => _texts.Length > 0;

    /// <summary>True when a condition tells points apart.</summary>
    public bool AskPoints { get; }

    /// <summary>True when no condition asks for days or titles.</summary>
    public bool AreOfRelationshipsAlone => _cuts is [] && !AskTitles;

    /// <summary>Of which kind a relationship is.</summary>
    public string ClassOf(Relationship relationship) =>
        string.Concat(_relationships.Select(r => r.Keys.Contains(relationship.Key) ? '1' : '0')) + string.Join(' ', relationship.Dimensions.Select(d => d.Key));

    /// <summary>How many of the days come by then on which something begins or ends.</summary>
    public int ClassOf(int day)
    {
        var place = Array.BinarySearch(_cuts, day);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>The first day after it on which something begins or ends.</summary>
    public int NextCut(int day) => ClassOf(day) is var passed && passed < _cuts.Length ? _cuts[passed] : int.MaxValue;

    /// <summary>Which of the texts asked for a title has in it.</summary>
    public string ClassOf(string title) => string.Concat(_texts.Select(t => title.Contains(t, StringComparison.OrdinalIgnoreCase) ? '1' : '0'));
}

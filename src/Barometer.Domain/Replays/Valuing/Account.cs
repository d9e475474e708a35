using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>An index under rules while it is computed: every posting goes to a line, and the index is the sum of its lines.</summary>
/// <param name="rules">How many rules there are.</param>
internal sealed class Account(int rules)
{
    private readonly Entry[] _entries = new Entry[rules + Others];

    /// <summary>The line of the points assigned; the line of a rule comes so many after it as the rule has before it, and one.</summary>
    public const int Assigned = 0;

    private const int Others = 3;

    public long Developments { get; private set; }

    /// <summary>The line of what is carried over.</summary>
    public int CarriedOver => rules + 1;

    /// <summary>The line of decay.</summary>
    public int Decay => rules + 2;

    /// <summary>The line of a rule.</summary>
    public static int Rule(int rule) => rule + 1;

    /// <summary>Posts to a line.</summary>
    public void Post(int line, FixedPoint positive, FixedPoint negative, long developments = 0)
    {
        ref var entry = ref _entries[line];
        entry = new Entry(entry.Positive + positive, entry.Negative + negative, entry.Developments + developments);
    }

    /// <summary>What all lines come to.</summary>
    public (FixedPoint Positive, FixedPoint Negative) Sum()
    {
        var (positive, negative) = (FixedPoint.Zero, FixedPoint.Zero);
        foreach (ref readonly var entry in _entries.AsSpan())
            (positive, negative) = (positive + entry.Positive, negative + entry.Negative);
        return (positive, negative);
    }

    /// <summary>Counts developments in, or out.</summary>
    public void Count(long developments) => Developments += developments;

    /// <summary>The index, with the points assigned and every line that says something.</summary>
    public RuledIndex Close(string relationship, string dimension, PeriodId period, ImmutableArray<Rule> ofSet)
    {
        var said = 0;
        for (var line = 0; line < _entries.Length; line++)
            said += Says(line) ? 1 : 0;
        var lines = ImmutableArray.CreateBuilder<Line>(said);
        for (var line = 0; line < _entries.Length; line++)
        {
            if (Says(line))
                lines.Add(new Line(KindOf(line, ofSet), RuleOf(line, ofSet), _entries[line].Positive, _entries[line].Negative, _entries[line].Developments));
        }

        var (positive, negative) = Sum();
        return new RuledIndex(relationship, dimension, period, positive, negative, Developments, lines.MoveToImmutable());
    }

    private bool Says(int line) => line == Assigned || _entries[line] != default;

    private LineKind KindOf(int line, ImmutableArray<Rule> ofSet) =>
        line == Assigned ? LineKind.Assigned
        : line == CarriedOver ? LineKind.CarriedOver
        : line == Decay ? LineKind.Decay
        : ofSet[line - 1].Act is Cap or Compare or Saturate ? LineKind.RuleAlone
        : LineKind.Rule;

    private string? RuleOf(int line, ImmutableArray<Rule> ofSet) =>
        line == Assigned ? null : line <= rules ? ofSet[line - 1].Id : ofSet.Last(r => r.Act is Level).Id;

    private readonly record struct Entry(FixedPoint Positive, FixedPoint Negative, long Developments);
}

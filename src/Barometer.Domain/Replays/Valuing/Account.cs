using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>An index under rules while it is computed: every posting goes to a line, and the index is the sum of its lines. It is a place in <see cref="Accounts"/>, since there are many and they are short-lived.</summary>
internal readonly ref struct Account
{
    private readonly Span<Accounts.Entry> _entries;
    private readonly ref long _developments;

    /// <summary>An account kept in a book.</summary>
    /// <param name="entries">Its lines.</param>
    /// <param name="developments">How many developments count in it.</param>
    public Account(Span<Accounts.Entry> entries, ref long developments)
    {
        _entries = entries;
        _developments = ref developments;
    }

    /// <summary>The line of the points assigned; the line of a rule comes so many after it as the rule has before it, and one.</summary>
    public const int Assigned = 0;

    // The points assigned, what is carried over, and decay.
    private const int Others = 3;

    /// <summary>The line of what is carried over.</summary>
    public int CarriedOver => _entries.Length - 2;

    /// <summary>The line of decay.</summary>
    public int Decay => _entries.Length - 1;

    /// <summary>How many lines an account has under so many rules.</summary>
    public static int LinesOf(int rules) => rules + Others;

    /// <summary>The line of a rule.</summary>
    public static int Rule(int rule) => rule + 1;

    /// <summary>The rule of a line that has one; null for the points assigned.</summary>
    public static Rule? RuleOf(int line, ImmutableArray<Rule> ofSet) =>
        line == Assigned ? null : line <= ofSet.Length ? ofSet[line - 1] : ofSet.Last(r => r.Act is Level);

    /// <summary>Posts to a line.</summary>
    public void Post(int line, FixedPoint positive, FixedPoint negative, long developments = 0)
    {
        ref var entry = ref _entries[line];
        entry = new Accounts.Entry(entry.Positive + positive, entry.Negative + negative, entry.Developments + developments);
    }

    /// <summary>What all lines come to.</summary>
    public (FixedPoint Positive, FixedPoint Negative) Sum()
    {
        var (positive, negative) = (FixedPoint.Zero, FixedPoint.Zero);
        foreach (ref readonly var entry in _entries)
            (positive, negative) = (positive + entry.Positive, negative + entry.Negative);
        return (positive, negative);
    }

    /// <summary>Counts developments in, or out.</summary>
    public void Count(long developments) => _developments += developments;

    /// <summary>The index, with the points assigned and every line that says something.</summary>
    public RuledIndex Close(string relationship, string dimension, PeriodId period, ImmutableArray<Rule> ofSet)
    {
        var said = 0;
        for (var line = 0; line < _entries.Length; line++)
            said += Says(line) ? 1 : 0;
        var lines = new Line[said];
        for (int line = 0, place = 0; line < _entries.Length; line++)
        {
            if (Says(line))
                lines[place++] = new Line(KindOf(line, ofSet), RuleOf(line, ofSet)?.Id, _entries[line].Positive, _entries[line].Negative, _entries[line].Developments);
        }

        var (positive, negative) = Sum();
        return new RuledIndex(relationship, dimension, period, positive, negative, _developments, ImmutableCollectionsMarshal.AsImmutableArray(lines));
    }

    private bool Says(int line) => line == Assigned || _entries[line] != default;

    private LineKind KindOf(int line, ImmutableArray<Rule> ofSet) =>
        line == Assigned ? LineKind.Assigned
        : line == CarriedOver ? LineKind.CarriedOver
        : line == Decay ? LineKind.Decay
        : RuleOf(line, ofSet)!.Act is Cap or Compare or Saturate ? LineKind.RuleAlone
        : LineKind.Rule;
}

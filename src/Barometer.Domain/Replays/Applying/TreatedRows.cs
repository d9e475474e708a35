using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays;

/// <summary>The treatment of every row.</summary>
internal sealed class TreatedRows
{
    private readonly Treatments _treatments;
    private readonly int[] _kept;

    /// <summary>Finds every treatment that a row has.</summary>
    public TreatedRows(Treatments treatments)
    {
        (_treatments, _kept) = (treatments, KeepsOne(treatments.Rules) ? GC.AllocateUninitializedArray<int>(treatments.Columns.Count) : []);
        Parallel.ForEach(treatments.Columns.Segments, () => Array.Empty<int>(), (segment, _, room) =>
        {
            if (room.Length < segment.Length)
                room = new int[2 * segment.Length];
            Fill(segment, KeepsOne(treatments.Rules) ? _kept.AsSpan(segment.Start, segment.Length) : room);
            return room;
        }, _ => { });
        Keeping.Apply(treatments, _kept);
    }

    /// <summary>The places of the treatments of a segment's rows.</summary>
    /// <param name="segment">Which.</param>
    /// <param name="room">Where they may be put; made larger where it is too small.</param>
    public ReadOnlySpan<int> Of(Segment segment, ref int[] room)
    {
        if (_kept.Length > 0)
            return _kept.AsSpan(segment.Start, segment.Length);
        if (room.Length < segment.Length)
            room = new int[2 * segment.Length];
        Fill(segment, room);
        return room.AsSpan(0, segment.Length);
    }

    // Only then does the treatment of a row depend on other rows.
    private static bool KeepsOne(RuleSet rules) => rules.Rules.Any(r => r.Act is Keep);

    private void Fill(Segment segment, Span<int> treatments)
    {
        foreach (var run in _treatments.Runs(segment))
            run.Treatments.Of(_treatments.Columns.Kind.AsSpan(run.Start, run.End - run.Start), treatments[(run.Start - segment.Start)..]);
    }
}

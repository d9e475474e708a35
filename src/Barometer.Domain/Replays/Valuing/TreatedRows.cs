using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>The treatment of every row.</summary>
internal sealed class TreatedRows
{
    private readonly Treatments _treatments;
    private readonly int[] _kept;

    /// <summary>Finds every treatment that a row has.</summary>
    public TreatedRows(Treatments treatments)
    {
        _treatments = treatments;
        treatments.FindAll();
        // Only where one of several is kept does the treatment of a row depend on other rows.
        _kept = treatments.Rules.Rules.Any(r => r.Act is Keep) ? OfAll() : [];
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

    private int[] OfAll()
    {
        var all = GC.AllocateUninitializedArray<int>(_treatments.Columns.Count);
        Parallel.For(0, _treatments.Columns.Relationships.Length, relationship =>
        {
            foreach (var segment in _treatments.Columns.SegmentsOf(relationship))
                Fill(segment, all.AsSpan(segment.Start, segment.Length));
        });
        return all;
    }

    private void Fill(Segment segment, Span<int> treatments)
    {
        foreach (var run in _treatments.Runs(segment))
            run.Treatments.Of(_treatments.Columns.Kind.AsSpan(run.Start, run.End - run.Start), treatments[(run.Start - segment.Start)..]);
    }
}

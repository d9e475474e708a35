using System.Runtime.InteropServices;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Valuing;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Puts together what counts in a period, in the order of the days, then of the references.</summary>
internal sealed class Members(Columns columns, Worth[] worths)
{
    private readonly List<Member> _members = [];

    /// <summary>The members of a period, until the next are asked for.</summary>
    /// <param name="segment">What is filed there.</param>
    /// <param name="treatments">The treatments of its rows.</param>
    /// <param name="shares">What rules file elsewhere.</param>
    /// <param name="period">The place of the period.</param>
    public ReadOnlySpan<Member> Of(Segment segment, ReadOnlySpan<int> treatments, RelationshipShares shares, int period)
    {
        _members.Clear();
        _members.EnsureCapacity(treatments.Length);
        for (var row = 0; row < treatments.Length; row++)
        {
            ref readonly var worth = ref worths[treatments[row]];
            if (worth.Counts && !shares.HasMoved(segment.Start + row))
                _members.Add(new Member(segment.Start + row, columns.Day[segment.Start + row], treatments[row], worth.Positive, worth.Negative));
        }

        if (shares.In(period) is { Length: > 0 } into)
        {
            foreach (var share in into)
                _members.Add(new Member(share.Row, share.Day, share.Treatment, share.Positive, share.Negative));
            _members.Sort(ByDayThenReference);
        }

        return CollectionsMarshal.AsSpan(_members);
    }

    private int ByDayThenReference(Member one, Member other) =>
        (one.Day, columns.Issue[one.Row], columns.Ordinal[one.Row], one.Row).CompareTo((other.Day, columns.Issue[other.Row], columns.Ordinal[other.Row], other.Row));
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Valuing;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Computes the indices of one relationship after another, each period by period.</summary>
internal sealed class Sheet
{
    private readonly Ruling _ruling;
    private readonly Accounts _accounts;
    private readonly SumRule[] _sumRules;
    private readonly bool _asksForMembers;
    private readonly Members _members;
    private readonly NotCodedCount _notCoded;
    private int[] _room = [];

    public Sheet(Ruling ruling)
    {
        _ruling = ruling;
        _accounts = new Accounts(ruling.Periods.All.Length, ruling.Treatments.Dimensions.Length, ruling.Rules.Rules.Length);
        _sumRules = SumRule.Of(ruling.Treatments, ruling.Effects.Worths, ruling.Periods.Begin);
        _asksForMembers = Reach.Any(ruling.Rules, reach => reach.OfOrder) || _sumRules.Any(r => r.AsksForMembers);
        _members = new Members(ruling.Columns, ruling.Effects.Worths);
        _notCoded = new NotCodedCount(ruling.Treatments);
    }

    /// <summary>The indices of a relationship, and what of it is not coded.</summary>
    /// <param name="place">The place of the relationship.</param>
    public (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded) Of(int place)
    {
        var (relationship, periods) = (_ruling.Columns.Relationships[place], _ruling.Periods);
        var (shares, walk) = (new RelationshipShares(_ruling.Shares[place], periods), Walk.Of(_ruling));
        var notCoded = ImmutableArray.CreateBuilder<NotCoded>();
        _accounts.Clear();
        foreach (var rule in _sumRules)
            rule.Begin(relationship);
        foreach (var (period, segment) in ByPeriod(place).Index())
        {
            if (!_ruling.NeedsPast && !periods.IsNeeded(period))
                continue;
            var treatments = _ruling.Rows.Of(segment, ref _room);
            _ruling.Effects.Postings.Post(treatments, _accounts, period);
            if (periods.IsAsked(period))
                _notCoded.Count(relationship.Key, periods.All[period], treatments, notCoded);
            shares.Post(_accounts, period, _ruling.Effects.Worths);
            var members = _asksForMembers ? _members.Of(segment, treatments, shares, period) : [];
            foreach (var rule in _sumRules)
                rule.Post(_accounts, period, members);
            walk?.Take(_accounts, period, members);
        }

        return (Closed(relationship), notCoded.DrainToImmutable());
    }

    // Nothing where nothing is filed.
    private Segment[] ByPeriod(int relationship)
    {
        var filed = new Segment[_ruling.Periods.All.Length];
        foreach (var segment in _ruling.Columns.SegmentsOf(relationship))
        {
            if (_ruling.Periods.PlaceOf(segment.Period) is >= 0 and var period)
                filed[period] = segment;
        }

        return filed;
    }

    private ImmutableArray<RuledIndex> Closed(Relationship relationship)
    {
        var (closed, periods) = (ImmutableArray.CreateBuilder<RuledIndex>(), _ruling.Periods);
        for (var period = 0; period < periods.All.Length; period++)
        {
            for (var dimension = 0; periods.IsNeeded(period) && dimension < _ruling.Treatments.Dimensions.Length; dimension++)
            {
                if (_accounts.IsOpen(period, dimension))
                    closed.Add(_accounts[period, dimension].Close(relationship.Key, _ruling.Treatments.Dimensions[dimension], periods.All[period], _ruling.Rules.Rules));
            }
        }

        return closed.DrainToImmutable();
    }
}

using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Summing;

/// <summary>The periods that are computed, one after another, each with its place; the first is 0.</summary>
internal sealed class PeriodRange
{
    private readonly Dictionary<PeriodId, int> _places = [];
    private readonly (PeriodId First, PeriodId Last) _reference;

    /// <summary>The periods up to the last, from the first or from where there is anything, whichever comes first.</summary>
    /// <param name="columns">The developments.</param>
    /// <param name="shares">What rules file elsewhere.</param>
    /// <param name="composite">May look at periods that nobody asked for; null for none.</param>
    /// <param name="first">The first that is asked for.</param>
    /// <param name="last">The last that is asked for.</param>
    public PeriodRange(Columns columns, IEnumerable<Share> shares, Composite? composite, PeriodId first, PeriodId last)
    {
        (Asked, _reference) = ((first, last), (composite?.From ?? first, composite?.To ?? last));
        var calendar = columns.Settings.Calendar;
        var begin = columns.Segments.Select(s => s.Period).Concat(shares.Select(s => s.Period)).Concat(columns.Begins is { } begins ? [begins] : []).DefaultIfEmpty(first).MinBy(p => p.FirstDay);
        var from = _reference.First.FirstDay < first.FirstDay ? calendar.PeriodOf(_reference.First.FirstDay) : first;
        var to = _reference.Last.LastDay > last.LastDay ? calendar.PeriodOf(_reference.Last.LastDay) : last;
        for (var period = begin.FirstDay < from.FirstDay ? begin : from; period.FirstDay <= to.FirstDay; period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            _places.Add(period, _places.Count);
        All = [.. _places.Keys];
        Begin = All.Count(p => p.FirstDay < begin.FirstDay);
    }

    public PeriodId[] All { get; }

    /// <summary>The first and the last period that are asked for.</summary>
    public (PeriodId First, PeriodId Last) Asked { get; }

    /// <summary>The place of the first period in which there is anything.</summary>
    public int Begin { get; }

    /// <summary>How many days the longest has.</summary>
    public int MostDays => All.Select(p => p.LastDay.DayNumber - p.FirstDay.DayNumber + 1).DefaultIfEmpty().Max();

    /// <summary>The place of a period; -1 for one that is not among them.</summary>
    public int PlaceOf(PeriodId period) => _places.GetValueOrDefault(period, -1);

    /// <summary>True for a period that is asked for.</summary>
    public bool IsAsked(PeriodId period) => period.IsFrom(Asked.First, Asked.Last);

    /// <summary>The same, by its place.</summary>
    public bool IsAsked(int period) => IsAsked(All[period]);

    /// <summary>True for one that a composite refers to.</summary>
    public bool IsReference(PeriodId period) => period.IsFrom(_reference.First, _reference.Last);

    /// <summary>True for one of which the indices are needed, by its place.</summary>
    public bool IsNeeded(int period) => IsAsked(period) || IsReference(All[period]);
}

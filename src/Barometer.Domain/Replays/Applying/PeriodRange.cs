using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays;

/// <summary>Periods one after another, each with its place; the first is 0.</summary>
internal sealed class PeriodRange
{
    private readonly Dictionary<PeriodId, int> _places = [];

    private PeriodRange(PeriodId first, PeriodId last, PeriodId begin, Calendar calendar)
    {
        for (var period = first; period.FirstDay <= last.FirstDay; period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            _places.Add(period, _places.Count);
        All = [.. _places.Keys];
        Begin = All.Count(p => p.FirstDay < begin.FirstDay);
    }

    /// <summary>The periods up to the last, from the first or from where there is anything, whichever comes first.</summary>
    public static PeriodRange From(IEnumerable<PeriodId> filled, PeriodId first, PeriodId last, Calendar calendar)
    {
        var begin = filled.DefaultIfEmpty(first).MinBy(p => p.FirstDay);
        return new PeriodRange(begin.FirstDay < first.FirstDay ? begin : first, last, begin, calendar);
    }

    public PeriodId[] All { get; }

    /// <summary>The place of the first period in which there is anything.</summary>
    public int Begin { get; }

    /// <summary>The place of a period; -1 for one that is not among them.</summary>
    public int PlaceOf(PeriodId period) => _places.GetValueOrDefault(period, -1);
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Replays;

/// <summary>Periods one after another, each with its place; the first is 0.</summary>
internal sealed class PeriodRange
{
    private readonly Dictionary<PeriodId, int> _places = [];

    public PeriodRange(PeriodId first, PeriodId last, Calendar calendar)
    {
        for (var period = first; period.FirstDay <= last.FirstDay; period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            _places.Add(period, _places.Count);
        All = [.. _places.Keys];
    }

    public PeriodId[] All { get; }

    /// <summary>The place of a period; -1 for one that is not among them.</summary>
    public int PlaceOf(PeriodId period) => _places.GetValueOrDefault(period, -1);
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Host.Movements;

/// <summary>Every index of some periods, in the order of the barometer's settings, those on which nothing counts yet among them as zeros.</summary>
internal static class EveryIndex
{
    public static IEnumerable<IndexFigure> Of(Settings settings, IEnumerable<PeriodId> periods, IEnumerable<IndexFigure> indices)
    {
        var known = indices.ToDictionary(i => (i.Relationship, i.Dimension, i.Period));
        return from period in periods
               from relationship in settings.Relationships
               from dimension in relationship.Dimensions
               select known.GetValueOrDefault((relationship.Key, dimension.Key, period))
                   ?? new IndexFigure(relationship.Key, dimension.Key, period, 0, 0, 0);
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Comparing;

namespace Barometer.Host.Replays;

/// <summary>The aggregates in print.</summary>
internal static class PrintedAggregates
{
    public static async Task<ImmutableArray<PrintedAggregate>> Of(IQuerySession session, PeriodId first, PeriodId last, CancellationToken cancellation)
    {
        var periods = await session.Query<Period>().ToListAsync(cancellation);
        return
        [
            .. from period in periods
               where period.PeriodId.IsFrom(first, last)
               orderby period.PeriodId.FirstDay
               from figure in period.Printed
               group figure by (period.PeriodId, figure.Relationship, figure.Dimension) into g
               let points = PrintedFigure.AggregateOf([.. g])
               where points is not null
               select new PrintedAggregate(g.Key.Relationship, g.Key.Dimension, g.Key.PeriodId, points.Value),
        ];
    }
}

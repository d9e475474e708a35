using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Comparing;

namespace Barometer.Host.Replays;

/// <summary>The aggregates in print: the headline's, or where there is none the total under the catalogue.</summary>
internal static class PrintedAggregates
{
    private static readonly FigureKind[] InOrder = [FigureKind.Aggregate, FigureKind.CatalogueTotal];

    public static async Task<ImmutableArray<PrintedAggregate>> Of(IQuerySession session, PeriodId first, PeriodId last, CancellationToken cancellation)
    {
        var periods = await session.Query<Period>().ToListAsync(cancellation);
        return
        [
            .. from period in periods
               where period.PeriodId.IsFrom(first, last)
               orderby period.PeriodId.FirstDay
               from figure in period.Printed
               where InOrder.Contains(figure.Figure) && figure.Points is not null
               group figure by (period.PeriodId, figure.Relationship, figure.Dimension) into g
               let shown = g.MinBy(f => Array.IndexOf(InOrder, f.Figure))!
               select new PrintedAggregate(g.Key.Relationship, g.Key.Dimension, g.Key.PeriodId, shown.Points!.Value),
        ];
    }
}

using Barometer.Domain.Periods;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>Is a period open or closed, and what was printed of it?</summary>
public sealed class Periods : SingleStreamProjection<Period, string>
{
    /// <summary>Follows the streams of periods.</summary>
    public Periods()
    {
        Name = "periods";
        IncludeType<PeriodOpened>();
        IncludeType<PeriodClosed>();
        IncludeType<FiguresPrinted>();
        IncludeType<TextRecorded>();
    }

    /// <inheritdoc />
    public override Period? Evolve(Period? snapshot, string id, IEvent e) => Period.Fold(snapshot, e.Data);
}

using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Movements;

/// <summary>What moved a period's indices between two moments, and how they stood at the first, read in one round trip.</summary>
internal sealed class Since
{
    private Since(List<IndexFigure> before, List<Movement> moved) => (Before, Moved) = (before, moved);

    /// <summary>The indices at the first moment.</summary>
    public IReadOnlyList<IndexFigure> Before { get; }

    /// <summary>The movements after it, up to and including the second; one more than are told where there are more.</summary>
    public IReadOnlyList<Movement> Moved { get; }

    /// <summary>Asks for it; it is empty until the trip is made.</summary>
    public static Since Ask(OneTrip trip, Positions from, Positions to, PeriodId period, int? most)
    {
        trip.TakeTime();
        var (summed, until) = IndexReading.Summed(from, period);
        var (asked, values) = MovementReading.Asked(from, to, [period], most);
        return new Since(trip.Ask(summed, IndexReading.Figure, until), trip.Ask(asked, MovementReading.Movement, values));
    }

    /// <summary>Reads it.</summary>
    public static async Task<Since> Read(IQuerySession session, Positions from, Positions to, PeriodId period, int? most, CancellationToken cancellation)
    {
        await using var trip = new OneTrip(session.Connection, session.TenantId);
        var since = Ask(trip, from, to, period, most);
        await trip.Send(cancellation);
        return since;
    }
}

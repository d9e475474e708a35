namespace Barometer.Host.Store;

/// <summary>
/// A clock that tells time as exactly as PostgreSQL keeps it. Otherwise what a projection sees of an event's time as it is
/// recorded would differ, below the microsecond, from what a rebuild sees.
/// </summary>
internal sealed class MicrosecondClock(TimeProvider inner) : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = inner.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}

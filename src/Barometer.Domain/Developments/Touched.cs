using Barometer.Domain.Periods;

namespace Barometer.Domain.Developments;

/// <summary>Which periods an event touches: those in which it changes what is filed, or what counts.</summary>
public static class Touched
{
    /// <summary>The periods, each once; none where the event only says something of its development.</summary>
    public static IEnumerable<PeriodId> By(DevelopmentEvent e) => e switch
    {
        DevelopmentRecorded recorded => [recorded.Filing.Period],
        PointsGiven given => [given.Filing.Period],
        PointsAmended amended => [amended.Filing.Period],
        DevelopmentWithdrawn withdrawn => [withdrawn.Filing.Period],
        DevelopmentReinstated reinstated => [reinstated.Filing.Period],
        DevelopmentRedated redated => [redated.FiledTo.Period],
        DevelopmentRefiled refiled => [refiled.From.Period, refiled.To.Period],
        _ => [],
    };
}

using Barometer.Domain.Movements;
using JasperFx.Events;

namespace Barometer.Projections;

/// <summary>Where an event stands, in the domain's words.</summary>
public static class EventPlace
{
    private const string Prefix = "relationship/";

    /// <summary>The place of an event of a relationship's stream.</summary>
    public static RecordPlace Of(IEvent e) => new(e.StreamKey![Prefix.Length..], e.Version, e.Sequence, e.Timestamp);
}

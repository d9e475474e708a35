using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using JasperFx.Events;

namespace Barometer.Projections;

/// <summary>Where an event stands, in the domain's words.</summary>
public static class EventPlace
{
    /// <summary>The place of an event of a relationship's stream.</summary>
    public static RecordPlace Of(IEvent e) => new(Declaring.RelationshipOf(e.StreamKey!), e.Version, e.Sequence, e.Timestamp);
}

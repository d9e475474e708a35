using Barometer.Domain.Developments;
using JasperFx.Events;
using Marten.Events.Projections;

namespace Barometer.Projections;

/// <summary>How does a development stand now? Many developments share the stream of their relationship; each is folded by its reference.</summary>
public sealed class Developments : MultiStreamProjection<Development, string>
{
    /// <summary>Follows every event of a development.</summary>
    public Developments()
    {
        Name = "developments";
        Identity<DevelopmentEvent>(e => e.Reference.ToString());
    }

    /// <inheritdoc />
    public override Development? Evolve(Development? snapshot, string id, IEvent e) =>
        e.Data is DevelopmentEvent change ? Development.Fold(snapshot, change) : snapshot;
}

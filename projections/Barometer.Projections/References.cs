using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using JasperFx.Events;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>Which reference does the next development of a relationship get?</summary>
public sealed class References : SingleStreamProjection<Numbering, string>
{
    /// <summary>Follows the first event of every development.</summary>
    public References()
    {
        Name = "references";
        IncludeType<RelationshipDeclared>();
        IncludeType<DevelopmentScored>();
        IncludeType<DevelopmentRecordedUnscored>();
        IncludeType<DevelopmentNotScored>();
    }

    /// <inheritdoc />
    public override Numbering? Evolve(Numbering? snapshot, string id, IEvent e) => e.Data switch
    {
        RelationshipDeclared => Numbering.None(id),
        DevelopmentRecorded recorded => Numbering.Fold(snapshot ?? Numbering.None(id), recorded),
        _ => snapshot,
    };
}

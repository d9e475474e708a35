using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;

namespace Barometer.Projections;

/// <summary>Which reference does the next development of a relationship get?</summary>
public sealed class References : SingleStreamProjection<Numbering, string>, IInlineProjection<IDocumentOperations>, IFollowsDocuments
{
    private readonly FoldedDocuments<Numbering> _documents;

    /// <summary>Follows the first event of every development.</summary>
    public References()
    {
        Name = "references";
        IncludeType<RelationshipDeclared>();
        IncludeType<DevelopmentScored>();
        IncludeType<DevelopmentRecordedUnscored>();
        IncludeType<DevelopmentNotScored>();
        _documents = new(e => e.Data is RelationshipDeclared or DevelopmentRecorded ? e.StreamKey : null, begins: e => e.Data is RelationshipDeclared, Evolve);
    }

    /// <inheritdoc />
    public override Numbering? Evolve(Numbering? snapshot, string id, IEvent e) => e.Data switch
    {
        RelationshipDeclared => Numbering.None(id),
        DevelopmentRecorded recorded => Numbering.Fold(snapshot ?? Numbering.None(id), recorded),
        _ => snapshot,
    };

    /// <inheritdoc />
    Task IInlineProjection<IDocumentOperations>.ApplyAsync(IDocumentOperations operations, IEnumerable<StreamAction> streams, CancellationToken cancellation) =>
        Follow(operations, streams, ImmutableDictionary<string, object>.Empty, cancellation);

    /// <inheritdoc />
    public Task Follow(IDocumentOperations operations, IEnumerable<StreamAction> streams, IReadOnlyDictionary<string, object> read, CancellationToken cancellation) =>
        _documents.Follow(operations, streams, read, cancellation);
}

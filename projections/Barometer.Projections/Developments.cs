using System.Collections.Immutable;
using Barometer.Domain.Developments;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace Barometer.Projections;

/// <summary>How does a development stand now? Many developments share the stream of their relationship; each is folded by its reference.</summary>
public sealed class Developments : MultiStreamProjection<Development, string>, IInlineProjection<IDocumentOperations>, IFollowsDocuments
{
    private readonly FoldedDocuments<Development> _documents;

    /// <summary>Follows every event of a development.</summary>
    public Developments()
    {
        Name = "developments";
        Identity<DevelopmentEvent>(e => e.Reference.ToString());
        _documents = new(e => (e.Data as DevelopmentEvent)?.Reference.ToString(), begins: e => e.Data is DevelopmentRecorded, Evolve);
    }

    /// <inheritdoc />
    public override Development? Evolve(Development? snapshot, string id, IEvent e) =>
        e.Data is DevelopmentEvent change ? Development.Fold(snapshot, change) : snapshot;

    /// <inheritdoc />
    Task IInlineProjection<IDocumentOperations>.ApplyAsync(IDocumentOperations operations, IEnumerable<StreamAction> streams, CancellationToken cancellation) =>
        Follow(operations, streams, ImmutableDictionary<string, object>.Empty, cancellation);

    /// <inheritdoc />
    public Task Follow(IDocumentOperations operations, IEnumerable<StreamAction> streams, IReadOnlyDictionary<string, object> read, CancellationToken cancellation) =>
        _documents.Follow(operations, streams, read, cancellation);
}

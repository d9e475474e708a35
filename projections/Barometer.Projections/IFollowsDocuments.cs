using JasperFx.Events;
using Marten;

namespace Barometer.Projections;

/// <summary>A projection of documents that need not look up what whoever records has read already, under the locks.</summary>
public interface IFollowsDocuments
{
    /// <summary>Follows events in their transaction.</summary>
    /// <param name="operations">Of the transaction.</param>
    /// <param name="streams">The events.</param>
    /// <param name="read">Documents of one barometer as they stand before the events, by their identity; those that are not among them are looked up.</param>
    /// <param name="cancellation">To stop.</param>
    Task Follow(IDocumentOperations operations, IEnumerable<StreamAction> streams, IReadOnlyDictionary<string, object> read, CancellationToken cancellation);
}

using Barometer.Domain.Barometers;
using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;

namespace Barometer.Projections;

/// <summary>
/// How do the columns follow the record? A relationship's grow by the events that come next after those they know of, whoever brings
/// them: the transaction that records an event, an instance of the service that follows behind, a replay that finds them behind. Events that are
/// known already are left out, so that bringing them twice, or two at once, adds them once; and events before which one is missing, which
/// whoever is behind will bring in their turn.
/// </summary>
public sealed class FollowingColumns : IProjection
{
    /// <summary>The name, and the first part of that of what follows behind.</summary>
    public const string Name = "columns";

    private readonly Columns _columns = new();
    private readonly ColumnClasses _classes = new();
    private readonly ColumnChecks _checks = new();
    private string _taking = "";

    /// <summary>Has the columns of a store follow.</summary>
    /// <param name="store">The store.</param>
    /// <param name="lifecycle">In the transaction of the event, or behind it.</param>
    public void AddTo(StoreOptions store, ProjectionLifecycle lifecycle)
    {
        In(store.DatabaseSchemaName);
        _columns.AddTableTo(store);
        _classes.AddTableTo(store);
        _checks.AddTableTo(store);
        store.Projections.Add(this, lifecycle, Name, options =>
        {
            foreach (var table in (string[])["columns", "column_classes", "column_checks"])
                options.DeleteDataInTableOnTeardown($"{store.DatabaseSchemaName}.{table}");
        });
    }

    /// <summary>Says in which schema the tables lie, where events are brought by hand.</summary>
    public FollowingColumns In(string schema)
    {
        _columns.In(schema);
        _classes.In(schema);
        _checks.In(schema);
        // Whoever else brings events of these relationships waits here, and sees afterwards what is known.
        _taking = $"insert into {schema}.column_checks as t (barometer, relationship, events, rows, digest, titles) select ?, relationship, 0, 0, 0, 0 from unnest(?::text[]) as r (relationship) on conflict (barometer, relationship) do update set events = t.events";
        return this;
    }

    /// <inheritdoc />
    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var barometer in events.GroupBy(e => e.TenantId))
        {
            var relationships = OfRelationships([.. barometer]).Select(r => r.Relationship).ToArray();
            if (relationships.Length > 0)
                operations.QueueOperation(new QueuedStatement(_taking, barometer.Key, relationships));
        }

        await _columns.ApplyAsync(operations, events, cancellation);
        await _classes.ApplyAsync(operations, events, cancellation);
        await _checks.ApplyAsync(operations, events, cancellation);
    }

    /// <summary>Events by relationship, in the order in which every transaction takes these, with the position of the first.</summary>
    internal static IEnumerable<(string Relationship, long First, IEnumerable<IEvent> Events)> OfRelationships(IReadOnlyList<IEvent> events) =>
        from e in events
        where e.StreamKey!.StartsWith(Declaring.Streams, StringComparison.Ordinal)
        group e by Declaring.RelationshipOf(e.StreamKey!) into stream
        orderby stream.Key
        select (stream.Key, stream.Min(e => e.Version), stream.AsEnumerable());

    /// <summary>Keeps of rows <c>r</c> those of events that come next.</summary>
    internal static string WhereNew(string schema) =>
        $"where exists (select from {schema}.column_checks c where c.barometer = k.barometer and c.relationship = r.relationship and r.position > c.events and r.first <= c.events + 1)";
}

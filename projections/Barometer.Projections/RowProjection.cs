using JasperFx.Events;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Projections;
using Weasel.Postgresql.Tables;

namespace Barometer.Projections;

/// <summary>A column of a flat table.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
/// <param name="Name">In the database.</param>
/// <param name="Type">PostgreSQL type.</param>
/// <param name="IsKey">Part of the primary key.</param>
/// <param name="Values">The values of many rows, as an array of the type.</param>
internal sealed record Column<TRow>(string Name, string Type, bool IsKey, Func<IReadOnlyList<TRow>, object> Values)
{
    public static Column<TRow> Key<T>(string name, string type, Func<TRow, T> value) => new(name, type, IsKey: true, rows => rows.Select(value).ToArray());

    public static Column<TRow> Of<T>(string name, string type, Func<TRow, T> value) => new(name, type, IsKey: false, rows => rows.Select(value).ToArray());
}

/// <summary>
/// A flat table of rows made from events, one statement for however many are recorded at once, in the transaction of the
/// events. A row depends on its event alone, so that a rebuild gives the same rows.
/// </summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public abstract class RowProjection<TRow> : IProjection
{
    private readonly string _name;
    private readonly Column<TRow>[] _columns;
    private string _statement = "";

    private protected RowProjection(string name, params Column<TRow>[] columns) => (_name, _columns) = (name, columns);

    /// <summary>Keeps the table up in the transaction of the events, and empties it before a rebuild.</summary>
    public void AddTo(StoreOptions store)
    {
        In(store.DatabaseSchemaName);
        store.Storage.ExtendedSchemaObjects.Add(Table(store.DatabaseSchemaName));
        store.Projections.Add(this, ProjectionLifecycle.Inline, _name, options => options.DeleteDataInTableOnTeardown($"{store.DatabaseSchemaName}.{_name}"));
    }

    /// <summary>Says in which schema the table lies, where the projection is not added to a store but applied to events by hand.</summary>
    public RowProjection<TRow> In(string schema)
    {
        _statement = Statement(schema);
        return this;
    }

    /// <inheritdoc />
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var barometer in events.GroupBy(e => e.TenantId))
        {
            var rows = Merge(barometer.SelectMany(Rows));
            if (rows.Count > 0)
                operations.QueueSqlCommand(_statement, [barometer.Key, .. _columns.Select(c => c.Values(rows))]);
        }

        return Task.CompletedTask;
    }

    /// <summary>The rows of one event.</summary>
    protected abstract IEnumerable<TRow> Rows(IEvent e);

    /// <summary>Rows of one key made into one, where a table needs that; by default each is its own.</summary>
    protected virtual IReadOnlyList<TRow> Merge(IEnumerable<TRow> rows) => [.. rows];

    /// <summary>What is done where a row of the same key is there: by default that is an error, and nothing is recorded.</summary>
    protected virtual string OnConflict => "";

    /// <summary>Columns by which rows are found otherwise than by their key, behind the barometer; none by default.</summary>
    protected virtual IReadOnlyList<string> FoundBy => [];

    private string Statement(string schema) =>
        $"insert into {schema}.{_name} as t (barometer, {string.Join(", ", _columns.Select(c => c.Name))}) "
        + $"select ?, r.* from unnest({string.Join(", ", _columns.Select(c => $"?::{c.Type}[]"))}) as r {OnConflict}";

    private Table Table(string schema)
    {
        var table = new Table($"{schema}.{_name}");
        table.AddColumn("barometer", "text").AsPrimaryKey();
        foreach (var column in _columns)
        {
            var added = table.AddColumn(column.Name, column.Type);
            if (column.IsKey)
                added.AsPrimaryKey();
        }

        if (FoundBy.Count > 0)
            table.Indexes.Add(new IndexDefinition($"{_name}_found_by") { Columns = ["barometer", .. FoundBy] });
        return table;
    }
}

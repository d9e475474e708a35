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
    /// <summary>False for a value that goes with a row to the statement, and into no table.</summary>
    public bool IsKept { get; init; } = true;

    public static Column<TRow> Key<T>(string name, string type, Func<TRow, T> value) => new(name, type, IsKey: true, rows => rows.Select(value).ToArray());

    public static Column<TRow> Of<T>(string name, string type, Func<TRow, T> value) => new(name, type, IsKey: false, rows => rows.Select(value).ToArray());

    public static Column<TRow> Beside<T>(string name, string type, Func<TRow, T> value) => Of(name, type, value) with { IsKept = false };
}

/// <summary>
/// A flat table of rows made from events, one statement for however many are recorded at once, in the transaction of the
/// events.
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
        AddTableTo(store);
        store.Projections.Add(this, ProjectionLifecycle.Inline, _name, options => options.DeleteDataInTableOnTeardown($"{store.DatabaseSchemaName}.{_name}"));
    }

    /// <summary>Adds the table alone, where something else keeps it up.</summary>
    internal void AddTableTo(StoreOptions store)
    {
        In(store.DatabaseSchemaName);
        store.Storage.ExtendedSchemaObjects.Add(Table(store.DatabaseSchemaName));
    }

    /// <summary>Says in which schema the table lies, where the projection is not added to a store but applied to events by hand.</summary>
    internal void In(string schema) => _statement = Statement(schema);

    /// <inheritdoc />
    public Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var barometer in events.GroupBy(e => e.TenantId))
        {
            var rows = Rows([.. barometer]);
            if (rows.Count > 0)
                operations.QueueOperation(new QueuedStatement(_statement, [barometer.Key, .. _columns.Select(c => c.Values(rows))]));
        }

        return Task.CompletedTask;
    }

    /// <summary>The rows of the events of one barometer.</summary>
    protected abstract IReadOnlyList<TRow> Rows(IReadOnlyList<IEvent> events);

    /// <summary>What is done where a row of the same key is there: by default that is an error, and nothing is recorded.</summary>
    protected virtual string OnConflict => "";

    /// <summary>Columns by which rows are found otherwise than by their key, behind the barometer; none by default.</summary>
    protected virtual IReadOnlyList<string> FoundBy => [];

    /// <summary>Columns that are kept beside those, so that whoever finds rows by them and asks for nothing else reads no row; none by default.</summary>
    protected virtual IReadOnlyList<string> FoundWith => [];

    /// <summary>What writes rows, which come as <c>r</c> for the barometer <c>k.barometer</c>.</summary>
    private protected virtual string Statement(string schema) => $"{Insert(schema)} select k.barometer, {string.Join(", ", Kept.Select(name => $"r.{name}"))} from {Given} {OnConflict}";

    /// <summary>Where rows go.</summary>
    private protected string Insert(string schema) => $"insert into {schema}.{_name} as t (barometer, {string.Join(", ", Kept)})";

    /// <summary>Where rows come from.</summary>
    private protected string Given =>
        $"(select ?::text) as k (barometer), unnest({string.Join(", ", _columns.Select(c => $"?::{c.Type}[]"))}) as r ({string.Join(", ", _columns.Select(c => c.Name))})";

    private IEnumerable<string> Kept => _columns.Where(c => c.IsKept).Select(c => c.Name);

    private Table Table(string schema)
    {
        var table = new Table($"{schema}.{_name}");
        table.AddColumn("barometer", "text").AsPrimaryKey();
        foreach (var column in _columns.Where(c => c.IsKept))
        {
            var added = table.AddColumn(column.Name, column.Type);
            if (column.IsKey)
                added.AsPrimaryKey();
        }

        if (FoundBy.Count > 0)
            table.Indexes.Add(new IndexDefinition($"{_name}_found_by") { Columns = ["barometer", .. FoundBy], IncludeColumns = [.. FoundWith] });
        return table;
    }
}

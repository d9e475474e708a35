using JasperFx.Events;

namespace Barometer.Projections;

/// <summary>A flat table of which every event tells its rows alone, so that a rebuild gives the same rows.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
public abstract class EventRowProjection<TRow> : RowProjection<TRow>
{
    private protected EventRowProjection(string name, params Column<TRow>[] columns)
        : base(name, columns)
    {
    }

    /// <inheritdoc />
    protected sealed override IReadOnlyList<TRow> Rows(IReadOnlyList<IEvent> events) => Merge(events.SelectMany(Rows));

    /// <summary>The rows of one event.</summary>
    protected abstract IEnumerable<TRow> Rows(IEvent e);

    /// <summary>Rows of one key made into one, where a table needs that; by default each is its own.</summary>
    protected virtual IReadOnlyList<TRow> Merge(IEnumerable<TRow> rows) => [.. rows];
}

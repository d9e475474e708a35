using Barometer.Domain.Movements;
using JasperFx.Events;
using Column = Barometer.Projections.Column<Barometer.Domain.Movements.Movement>;

namespace Barometer.Projections;

/// <summary>Where does every index stand? The sums of its movements.</summary>
public sealed class Indices() : EventRowProjection<Movement>(
    Name,
    Column.Key("relationship", "text", m => m.Place.Relationship),
    Column.Key("period", "text", m => m.Period.ToString()),
    Column.Key("dimension", "text", m => m.Dimension),
    Column.Of("positive", "integer", m => m.Positive),
    Column.Of("negative", "integer", m => m.Negative),
    Column.Of("developments", "integer", m => m.Developments))
{
    /// <summary>The name of the projection, and of its table.</summary>
    public const string Name = "indices";

    /// <inheritdoc />
    protected override string OnConflict =>
        """
        on conflict (barometer, relationship, dimension, period) do update set
            positive = t.positive + excluded.positive, negative = t.negative + excluded.negative, developments = t.developments + excluded.developments
        """;

    /// <inheritdoc />
    protected override IEnumerable<Movement> Rows(IEvent e) => Movements.Of(e);

    /// <inheritdoc />
    protected override IReadOnlyList<Movement> Merge(IEnumerable<Movement> rows) =>
        [.. from m in rows
            group m by (m.Place.Relationship, m.Dimension, m.Period) into g
            select g.First() with { Positive = g.Sum(m => m.Positive), Negative = g.Sum(m => m.Negative), Developments = g.Sum(m => m.Developments) }];
}

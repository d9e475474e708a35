using Barometer.Domain.Barometers;
using Barometer.Domain.Replays;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(string Relationship, long Position, Barometer.Domain.Replays.CheckAtRest Check)>;

namespace Barometer.Projections;

/// <summary>How far have the columns of a relationship come, and what must their rows come to? Events that have no row count too.</summary>
public sealed class ColumnChecks() : RowProjection<(string Relationship, long Position, CheckAtRest Check)>(
    "column_checks",
    Column.Key("relationship", "text", r => r.Relationship),
    Column.Of("position", "bigint", r => r.Position),
    Column.Of("rows", "bigint", r => r.Check.Rows),
    Column.Of("digest", "bigint", r => r.Check.Digest),
    Column.Of("titles", "bigint", r => r.Check.Titles))
{
    /// <inheritdoc />
    protected override string OnConflict =>
        """
        on conflict (barometer, relationship) do update set
            position = greatest(t.position, excluded.position), rows = t.rows + excluded.rows, digest = t.digest # excluded.digest, titles = t.titles # excluded.titles
        """;

    /// <inheritdoc />
    protected override IEnumerable<(string Relationship, long Position, CheckAtRest Check)> Rows(IEvent e) =>
        e.StreamKey!.StartsWith(Declaring.Streams, StringComparison.Ordinal)
            ? [(Declaring.RelationshipOf(e.StreamKey), e.Version, Columns.RowsOf(e).Aggregate(default(CheckAtRest), (check, row) => check.With(row)))]
            : [];

    /// <inheritdoc />
    protected override IReadOnlyList<(string Relationship, long Position, CheckAtRest Check)> Merge(IEnumerable<(string Relationship, long Position, CheckAtRest Check)> rows) =>
        [.. from r in rows
            group r by r.Relationship into g
            orderby g.Key
            select (g.Key, g.Max(r => r.Position), g.Aggregate(default(CheckAtRest), (check, r) => check.With(r.Check)))];
}

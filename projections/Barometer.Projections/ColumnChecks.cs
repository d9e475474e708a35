using Barometer.Domain.Barometers;
using Barometer.Domain.Replays.Rows;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(string Relationship, long Events, Barometer.Domain.Replays.Rows.CheckAtRest Check)>;

namespace Barometer.Projections;

/// <summary>
/// How many events of a relationship do the columns know of, and what must their rows come to? As many as its stream has positions,
/// those that have no row among them; the last position alone would not show that one before it was left out.
/// </summary>
public sealed class ColumnChecks() : RowProjection<(string Relationship, long Events, CheckAtRest Check)>(
    "column_checks",
    Column.Key("relationship", "text", r => r.Relationship),
    Column.Of("events", "bigint", r => r.Events),
    Column.Of("rows", "bigint", r => r.Check.Rows),
    Column.Of("digest", "bigint", r => r.Check.Digest),
    Column.Of("titles", "bigint", r => r.Check.Titles))
{
    /// <inheritdoc />
    protected override string OnConflict =>
        """
        on conflict (barometer, relationship) do update set
            events = t.events + excluded.events, rows = t.rows + excluded.rows, digest = t.digest # excluded.digest, titles = t.titles # excluded.titles
        """;

    /// <inheritdoc />
    protected override IEnumerable<(string Relationship, long Events, CheckAtRest Check)> Rows(IEvent e) =>
        e.StreamKey!.StartsWith(Declaring.Streams, StringComparison.Ordinal)
            ? [(Declaring.RelationshipOf(e.StreamKey), 1, Columns.RowsOf(e).Aggregate(default(CheckAtRest), (check, row) => check.With(row)))]
            : [];

    /// <inheritdoc />
    protected override IReadOnlyList<(string Relationship, long Events, CheckAtRest Check)> Merge(IEnumerable<(string Relationship, long Events, CheckAtRest Check)> rows) =>
        [.. from r in rows
            group r by r.Relationship into g
            orderby g.Key
            select (g.Key, g.Sum(r => r.Events), g.Aggregate(default(CheckAtRest), (check, r) => check.With(r.Check)))];
}

using Barometer.Domain.Replays.Rows;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(string Relationship, long First, long Position, Barometer.Domain.Replays.Rows.CheckAtRest Check)>;

namespace Barometer.Projections;

/// <summary>
/// How many events of a relationship do the columns know of, and what must their rows come to? The first so many of its stream, those
/// that have no row among them.
/// </summary>
public sealed class ColumnChecks() : RowProjection<(string Relationship, long First, long Position, CheckAtRest Check)>(
    "column_checks",
    Column.Key("relationship", "text", r => r.Relationship),
    Column.Of("events", "bigint", r => 1L),
    Column.Of("rows", "bigint", r => r.Check.Rows),
    Column.Of("digest", "bigint", r => r.Check.Digest),
    Column.Of("titles", "bigint", r => r.Check.Titles),
    Column.Beside("position", "bigint", r => r.Position),
    Column.Beside("first", "bigint", r => r.First))
{
    /// <inheritdoc />
    protected override string OnConflict =>
        """
        on conflict (barometer, relationship) do update set
            events = t.events + excluded.events, rows = t.rows + excluded.rows, digest = t.digest # excluded.digest, titles = t.titles # excluded.titles
        """;

    /// <inheritdoc />
    protected override IReadOnlyList<(string Relationship, long First, long Position, CheckAtRest Check)> Rows(IReadOnlyList<IEvent> events) =>
    [
        .. from stream in FollowingColumns.OfRelationships(events)
           from e in stream.Events
           select (stream.Relationship, stream.First, e.Version, Columns.RowsOf(e).Aggregate(default(CheckAtRest), (check, row) => check.With(row))),
    ];

    private protected override string Statement(string schema) =>
        $"""
        {Insert(schema)} select k.barometer, r.relationship, count(*), sum(r.rows)::bigint, bit_xor(r.digest), bit_xor(r.titles) from {Given} {FollowingColumns.WhereNew(schema)}
        group by k.barometer, r.relationship order by r.relationship {OnConflict}
        """;
}

using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(string Relationship, long First, Barometer.Domain.Replays.Rows.RowAtRest Row)>;

namespace Barometer.Projections;

/// <summary>What did each event tell of developments that rules can see? The columns of replays at rest.</summary>
public sealed class Columns() : RowProjection<(string Relationship, long First, RowAtRest Row)>(
    "columns",
    Column.Key("relationship", "text", r => r.Relationship),
    Column.Key("position", "bigint", r => r.Row.Position),
    Column.Key("dimension", "text", r => r.Row.Dimension),
    Column.Of("class", "bigint", r => r.Row.Class),
    Column.Of("issue", "integer", r => r.Row.Issue),
    Column.Of("ordinal", "integer", r => r.Row.Ordinal),
    Column.Of("day", "integer", r => r.Row.Day),
    Column.Of("earliest", "integer", r => r.Row.Earliest),
    Column.Of("latest", "integer", r => r.Row.Latest),
    Column.Of("told", "smallint", r => (short)r.Row.Told),
    Column.Of("positive", "smallint", r => (short)r.Row.Positive),
    Column.Of("negative", "smallint", r => (short)r.Row.Negative),
    Column.Of("linked", "text", r => r.Row.Linked),
    Column.Of("title", "text", r => r.Row.Title),
    Column.Beside("first", "bigint", r => r.First))
{
    /// <summary>The rows of an event; none where it is no development's.</summary>
    public static IEnumerable<RowAtRest> RowsOf(IEvent e) => e.Data is DevelopmentEvent change ? RowAtRest.Of(change, e.Version) : [];

    /// <inheritdoc />
    protected override IReadOnlyList<(string Relationship, long First, RowAtRest Row)> Rows(IReadOnlyList<IEvent> events) =>
        [.. from stream in FollowingColumns.OfRelationships(events) from e in stream.Events from row in RowsOf(e) select (stream.Relationship, stream.First, row)];

    // A row that is there though its event is not known was put there by somebody; a replay finds that, and recording does not wait for it.
    private protected override string Statement(string schema) => $"{base.Statement(schema)} {FollowingColumns.WhereNew(schema)} on conflict do nothing";
}

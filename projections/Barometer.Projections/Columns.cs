using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Replays;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(string Relationship, Barometer.Domain.Replays.RowAtRest Told)>;

namespace Barometer.Projections;

/// <summary>What did each event tell of developments that rules can see? The columns of replays at rest.</summary>
public sealed class Columns() : RowProjection<(string Relationship, RowAtRest Told)>(
    "columns",
    Column.Key("relationship", "text", r => r.Relationship),
    Column.Key("position", "bigint", r => r.Told.Position),
    Column.Key("dimension", "text", r => r.Told.Dimension),
    Column.Of("class", "bigint", r => r.Told.Class),
    Column.Of("issue", "integer", r => r.Told.Issue),
    Column.Of("ordinal", "integer", r => r.Told.Ordinal),
    Column.Of("day", "integer", r => r.Told.Day),
    Column.Of("earliest", "integer", r => r.Told.Earliest),
    Column.Of("latest", "integer", r => r.Told.Latest),
    Column.Of("told", "smallint", r => (short)r.Told.Told),
    Column.Of("positive", "smallint", r => (short)r.Told.Positive),
    Column.Of("negative", "smallint", r => (short)r.Told.Negative),
    Column.Of("linked", "text", r => r.Told.Linked),
    Column.Of("title", "text", r => r.Told.Title))
{
    /// <summary>The rows of an event; none where it is no development's.</summary>
    public static IEnumerable<RowAtRest> RowsOf(IEvent e) => e.Data is DevelopmentEvent change ? RowAtRest.Of(change, e.Version) : [];

    /// <inheritdoc />
    protected override IEnumerable<(string Relationship, RowAtRest Told)> Rows(IEvent e) => RowsOf(e).Select(row => (Declaring.RelationshipOf(e.StreamKey!), row));
}

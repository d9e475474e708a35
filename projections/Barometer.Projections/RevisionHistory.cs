using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(Barometer.Domain.Developments.DevelopmentEvent Change, JasperFx.Events.IEvent Event)>;

namespace Barometer.Projections;

/// <summary>Who made each revision of a development, when, and where does its event stand in the record?</summary>
public sealed class RevisionHistory() : EventRowProjection<(DevelopmentEvent Change, IEvent Event)>(
    "revision_history",
    Column.Key("reference", "text", r => r.Change.Reference.ToString()),
    Column.Key("revision", "integer", r => r.Change.Revision),
    Column.Of("relationship", "text", r => EventPlace.Of(r.Event).Relationship),
    Column.Of("position", "bigint", r => r.Event.Version),
    Column.Of("sequence", "bigint", r => r.Event.Sequence),
    Column.Of("recorded_at", "timestamptz", r => r.Event.Timestamp),
    Column.Of("what", "text", r => r.Event.EventTypeName),
    Column.Of("actor", "text", r => r.Change.Actor),
    Column.Of("reason", "text", r => r.Change.Reason),
    Column.Of("reason_kind", "text", r => r.Change.ReasonKind is { } kind ? Word.Of(kind) : null),
    Column.Of("approved_by", "text", r => r.Change.ApprovedBy))
{
    /// <inheritdoc />
    protected override IEnumerable<(DevelopmentEvent Change, IEvent Event)> Rows(IEvent e) =>
        e.Data is DevelopmentEvent change ? [(change, e)] : [];
}

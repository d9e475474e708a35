using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using JasperFx.Events;
using Column = Barometer.Projections.Column<Barometer.Domain.Movements.Movement>;

namespace Barometer.Projections;

/// <summary>What moved the indices, when, by whom and why? One row a movement; an index is their sum.</summary>
public sealed class Movements() : EventRowProjection<Movement>(
    "movements",
    Column.Key("relationship", "text", m => m.Place.Relationship),
    Column.Key("position", "bigint", m => m.Place.Position),
    Column.Key("dimension", "text", m => m.Dimension),
    Column.Key("period", "text", m => m.Period.ToString()),
    Column.Key("day", "date", m => m.Day),
    Column.Of("sequence", "bigint", m => m.Place.Sequence),
    Column.Of("recorded_at", "timestamptz", m => m.Place.RecordedAt),
    Column.Of("reference", "text", m => m.Reference.ToString()),
    Column.Of("revision", "integer", m => m.Revision),
    Column.Of("cause", "text", m => Word.Of(m.Cause)),
    Column.Of("actor", "text", m => m.Actor),
    Column.Of("reason", "text", m => m.Reason),
    Column.Of("reason_kind", "text", m => m.ReasonKind is { } kind ? Word.Of(kind) : null),
    Column.Of("approved_by", "text", m => m.ApprovedBy),
    Column.Of("positive", "integer", m => m.Positive),
    Column.Of("negative", "integer", m => m.Negative),
    Column.Of("developments", "integer", m => m.Developments))
{
    /// <summary>The movements of an event; none where it is no development's.</summary>
    public static IEnumerable<Movement> Of(IEvent e) => e.Data is DevelopmentEvent change ? Posting.Of(change, EventPlace.Of(e)) : [];

    /// <inheritdoc />
    protected override IReadOnlyList<string> FoundBy => ["relationship", "period", "position"];

    // An index as of a moment is their sum: read from the rows, it would take the longer the more history lies about them.
    /// <inheritdoc />
    protected override IReadOnlyList<string> FoundWith => ["dimension", "positive", "negative", "developments"];

    /// <inheritdoc />
    protected override IEnumerable<Movement> Rows(IEvent e) => Of(e);
}

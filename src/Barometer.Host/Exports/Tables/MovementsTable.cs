using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Host.Barometers;
using Barometer.Host.Movements;

namespace Barometer.Host.Exports.Tables;

/// <summary>What moved the indices, when, by whom and why? A row for each movement; an index is their sum.</summary>
internal static class MovementsTable
{
    private const string Name = "movements";

    /// <summary>The movements of a period, or all of them, up to a moment.</summary>
    public static async Task<Decision<Export>> Of(IQuerySession session, ExportQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await question.Positions(session, settings, cancellation)).Accepted(out var positions, out refusal))
            return refusal;
        var movements = MovementReading.Streaming(session, settings.Relationships.Select(r => r.Key), positions, question.Period, cancellation);
        var citation = question.Cited(session, settings, Name, "Every movement of the indices: how one event changes one index. An index is the sum of its movements.", positions);
        return Export.Of(Name, Columns(positions), movements, citation, count: null);
    }

    private static ImmutableArray<Column<Movement>> Columns(Positions positions) =>
    [
        Column<Movement>.Text("relationship", m => m.Place.Relationship, "The key of the relationship whose index moves."),
        Column<Movement>.Text("dimension", m => m.Dimension, "The dimension that moves."),
        Column<Movement>.Text("period", m => m.Period.ToString(), "The period whose index moves, by its first and last month."),
        Column<Movement>.Day("day", m => m.Day, "The day of the running index that moves."),
        Column<Movement>.Text("reference", m => m.Reference.ToString(), "The development."),
        Column<Movement>.Number("revision", m => m.Revision, "The revision of the development that the event made; the first is 1."),
        Column<Movement>.Text("cause", m => Word.Of(m.Cause), "new, amended, withdrawn, reinstated, refiled or redated."),
        Column<Movement>.Number("positive", m => m.Positive, "Change of the positive sum, in points."),
        Column<Movement>.Number("negative", m => m.Negative, "Change of the negative sum, in points."),
        Column<Movement>.Number("aggregate", m => m.Aggregate, "Change of the aggregate, in points."),
        Column<Movement>.Number("developments", m => m.Developments, "Change of the count of standing scored developments."),
        Column<Movement>.Text("actor", m => m.Actor, "Who did it."),
        Column<Movement>.Text("reason", m => m.Reason, "Why, where it was said."),
        Column<Movement>.Text("reason_kind", m => m.ReasonKind is { } kind ? Word.Of(kind) : null, "error, new-information, reattribution or method, where a closed period was touched."),
        Column<Movement>.Text("approved_by", m => m.ApprovedBy, "Who approved it, where two persons were needed."),
        Column<Movement>.Number("position", m => m.Place.Position, "The event's position in the relationship's stream; the first is 1."),
        Column<Movement>.Number("sequence", m => m.Place.Sequence, "The event's place in the whole record; grows, with gaps."),
        Column<Movement>.Instant("recorded_at", m => m.Place.RecordedAt, "When it was recorded, in UTC, to the microsecond."),
        Column<Movement>.Number("as_of", m => positions[m.Place.Relationship], "The last position of the relationship's stream that is counted."),
    ];
}

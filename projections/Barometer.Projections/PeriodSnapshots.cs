using Barometer.Domain.Periods;
using JasperFx.Events;
using Column = Barometer.Projections.Column<(Barometer.Domain.Periods.PeriodClosed Closing, Barometer.Domain.Periods.SnapshotFigure Figure, JasperFx.Events.IEvent Event)>;

namespace Barometer.Projections;

/// <summary>What did each closing fix? Shown from the closing's event, which is the snapshot; nothing is computed here.</summary>
public sealed class PeriodSnapshots() : EventRowProjection<(PeriodClosed Closing, SnapshotFigure Figure, IEvent Event)>(
    "period_snapshots",
    Column.Key("period", "text", r => r.Closing.Period.ToString()),
    Column.Key("relationship", "text", r => r.Figure.Relationship),
    Column.Key("dimension", "text", r => r.Figure.Dimension),
    Column.Of("positive", "integer", r => r.Figure.Positive),
    Column.Of("negative", "integer", r => r.Figure.Negative),
    Column.Of("aggregate", "integer", r => r.Figure.Aggregate),
    Column.Of("developments", "integer", r => r.Figure.Developments),
    Column.Of("band", "text", r => r.Figure.Band),
    Column.Of("rule_set", "text", r => r.Closing.RuleSet.ToString()),
    Column.Of("digest", "text", r => r.Closing.RuleSet.Digest),
    Column.Of("positions", "text", r => r.Closing.Positions.ToString()),
    Column.Of("closed_by", "text", r => r.Closing.Actor),
    Column.Of("closed_at", "timestamptz", r => r.Event.Timestamp))
{
    /// <inheritdoc />
    protected override IEnumerable<(PeriodClosed Closing, SnapshotFigure Figure, IEvent Event)> Rows(IEvent e) =>
        e.Data is PeriodClosed closing ? closing.Figures.Select(f => (closing, f, e)) : [];
}

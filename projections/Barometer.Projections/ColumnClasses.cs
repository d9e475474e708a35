using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;
using JasperFx.Events;
using Column = Barometer.Projections.Column<Barometer.Domain.Replays.Rows.ClassAtRest>;

namespace Barometer.Projections;

/// <summary>Which classifications do the columns name? Each once, however many developments share it.</summary>
public sealed class ColumnClasses() : EventRowProjection<ClassAtRest>(
    "column_classes",
    Column.Key("class", "bigint", c => c.Number),
    Column.Of("classification", "text", c => c.Written))
{
    /// <inheritdoc />
    protected override string OnConflict => "on conflict do nothing";

    /// <inheritdoc />
    protected override IEnumerable<ClassAtRest> Rows(IEvent e) => e.Data switch
    {
        DevelopmentRecorded recorded => [ClassAtRest.Of(recorded.Particulars.Classification)],
        DevelopmentReclassified reclassified => [ClassAtRest.Of(reclassified.To)],
        _ => [],
    };

    /// <inheritdoc />
    protected override IReadOnlyList<ClassAtRest> Merge(IEnumerable<ClassAtRest> rows) => [.. rows.Distinct().OrderBy(c => c.Number)];
}

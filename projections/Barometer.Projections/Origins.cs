using Barometer.Domain.Developments;
using JasperFx.Events;
using Column = Barometer.Projections.Column<Barometer.Domain.Developments.DevelopmentRecorded>;

namespace Barometer.Projections;

/// <summary>Is this row of a publication in the record already, under which reference, and what did it say? The key keeps it from being recorded twice.</summary>
public sealed class Origins() : EventRowProjection<DevelopmentRecorded>(
    "origins",
    Column.Key("identity", "text", r => r.Particulars.Origin!.Identity),
    Column.Of("reference", "text", r => r.Reference.ToString()),
    Column.Of("says", "text", r => Says(r.Particulars, (r as DevelopmentScored)?.Points)))
{
    /// <summary>What a row says, to tell whether the same row says something else in another printing.</summary>
    public static string Says(Particulars particulars, Points? points) =>
        $"{points?.ToString() ?? "unscored"} on {particulars.Date.Earliest:yyyy-MM-dd}..{particulars.Date.Latest:yyyy-MM-dd}";

    /// <inheritdoc />
    protected override IEnumerable<DevelopmentRecorded> Rows(IEvent e) =>
        e.Data is DevelopmentRecorded { Particulars.Origin: not null } recorded ? [recorded] : [];
}

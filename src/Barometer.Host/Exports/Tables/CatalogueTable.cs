using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;

namespace Barometer.Host.Exports.Tables;

/// <summary>How did each development stand? A row for each, those that are withdrawn or unscored among them, by relationship and reference.</summary>
internal static class CatalogueTable
{
    private const string Name = "catalogue";

    /// <summary>The developments filed under a period, or all of them, as they stood at a moment.</summary>
    public static async Task<Decision<Export>> Of(IQuerySession session, ExportQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await question.Positions(session, settings, cancellation)).Accepted(out var positions, out refusal))
            return refusal;
        var developments = CatalogueReading.Streaming(session, [.. settings.Relationships.Select(r => r.Key)], positions, cancellation)
            .Where(d => question.Period is null || d.Development.Filing.Period == question.Period);
        var citation = question.Cited(session, settings, Name, "The catalogue: every development as it stood, withdrawn ones included.", positions);
        ImmutableArray<Column<CataloguedDevelopment>> columns = [.. Recorded, .. Points(settings), .. CatalogueClassification.Columns, .. Revised(positions)];
        return Export.Of(Name, columns, developments, citation, count: null);
    }

    /// <summary>Several values in a cell.</summary>
    public static string? Several(IEnumerable<string> values) => string.Join("; ", values) is { Length: > 0 } several ? several : null;

    private static readonly ImmutableArray<Column<CataloguedDevelopment>> Recorded =
    [
        Column<CataloguedDevelopment>.Text("reference", d => d.Development.Id, "What the development is called; it never changes."),
        Column<CataloguedDevelopment>.Text("relationship", d => d.Development.Relationship, "The relationship's key."),
        Column<CataloguedDevelopment>.Text("title", d => d.Development.Particulars.Title, "In a line."),
        Column<CataloguedDevelopment>.Text("printed_date", d => d.Development.Particulars.Date.Printed, "When it happened, as printed."),
        Column<CataloguedDevelopment>.Day("earliest", d => d.Development.Particulars.Date.Earliest, "The first day that the printed date allows; absent when unknown."),
        Column<CataloguedDevelopment>.Day("latest", d => d.Development.Particulars.Date.Latest, "The last day that the printed date allows; absent when unknown."),
        Column<CataloguedDevelopment>.Text("precision", d => Word.Of(d.Development.Particulars.Date.Precision), "day, range, part-of-month, month, months, around or unknown."),
        Column<CataloguedDevelopment>.Day("reported_on", d => d.Development.Particulars.ReportedOn, "The day on which it was reported, where known."),
        Column<CataloguedDevelopment>.Text("filed_under", d => d.Development.Filing.Period.ToString(), "The period that it counts in, by its first and last month."),
        Column<CataloguedDevelopment>.Day("counts_on", d => d.Development.Filing.Day, "The day on which the running index counts it."),
        Column<CataloguedDevelopment>.YesNo("stands", d => d.Development.Stands, "True when it counts: scored and not withdrawn."),
        Column<CataloguedDevelopment>.YesNo("withdrawn", d => d.Development.Withdrawn, "True when it was withdrawn and not reinstated; its points are told all the same."),
        Column<CataloguedDevelopment>.Text("not_scored_because", d => d.Development.NotScoredBecause, "Why an editor considered it and gave no score."),
    ];

    // A column for each part of each dimension: 0 and absent are not the same.
    private static IEnumerable<Column<CataloguedDevelopment>> Points(Settings settings) =>
        from dimension in settings.Relationships.SelectMany(r => r.Dimensions).DistinctBy(d => d.Key)
        let name = dimension.Key.Replace('-', '_')
        from column in (Column<CataloguedDevelopment>[])
        [
            Column<CataloguedDevelopment>.Number($"{name}_positive", d => Score(d, dimension)?.Positive, $"{dimension.Name}: the positive part of the score in points, 0 to {settings.Range}; absent where it has none."),
            Column<CataloguedDevelopment>.Number($"{name}_negative", d => Score(d, dimension)?.Negative, $"{dimension.Name}: the negative part of the score in points, -{settings.Range} to 0; absent where it has none."),
        ]
        select column;

    private static Score? Score(CataloguedDevelopment d, Dimension dimension) =>
        d.Development.Points?.Where(s => s.Dimension == dimension.Key).Select(s => (Score?)s).FirstOrDefault();

    private static IEnumerable<Column<CataloguedDevelopment>> Revised(Positions positions) =>
    [
        Column<CataloguedDevelopment>.Text("sources", d => Several(d.Development.Particulars.Sources), "Where it is told, as given; several are parted by '; '."),
        Column<CataloguedDevelopment>.Text("notes", d => Several(d.Development.Notes), "Notes in the order in which they were made, parted by '; '."),
        Column<CataloguedDevelopment>.Text("same_happening", d => Several(d.Development.SameHappening.Select(r => r.ToString())), "Developments of other relationships that tell the same happening, parted by '; '."),
        Column<CataloguedDevelopment>.Text("origin", d => d.Development.Particulars.Origin?.Identity, "The row of a publication that it was read from."),
        Column<CataloguedDevelopment>.Number("revision", d => d.Development.Revision, "How many events it has had."),
        Column<CataloguedDevelopment>.Text("revised_by", d => d.Development.LastActor, "Who made the last revision."),
        Column<CataloguedDevelopment>.Instant("revised_at", d => d.RecordedAt, "When the last revision was recorded, in UTC, to the microsecond."),
        Column<CataloguedDevelopment>.Number("position", d => d.Position, "The position of the last revision's event in the relationship's stream."),
        Column<CataloguedDevelopment>.Number("as_of", d => positions[d.Development.Relationship], "The last position of the relationship's stream that is counted."),
    ];
}

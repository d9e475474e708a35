using System.Collections.Immutable;
using Barometer.Host.Barometers;
using Barometer.Host.Movements;

namespace Barometer.Host.Exports.Tables;

/// <summary>What did the indices come to? A row for each relationship, dimension and period, those on which nothing counts among them.</summary>
internal static class IndicesTable
{
    private const string Name = "indices";

    private static readonly ImmutableArray<Column<AnsweredIndex>> Columns =
    [
        Column<AnsweredIndex>.Text("relationship", i => i.Relationship, "The relationship's key."),
        Column<AnsweredIndex>.Text("dimension", i => i.Dimension, "The dimension's key."),
        Column<AnsweredIndex>.Text("period", i => i.Period.ToString(), "The period, by its first and last month."),
        Column<AnsweredIndex>.Number("positive", i => i.Positive, "Sum of the positive parts in points, 0 or more."),
        Column<AnsweredIndex>.Number("negative", i => i.Negative, "Sum of the negative parts in points, 0 or less."),
        Column<AnsweredIndex>.Number("aggregate", i => i.Aggregate, "Both sums together, in points."),
        Column<AnsweredIndex>.Number("developments", i => i.Developments, "How many standing scored developments count, 0/0 included."),
        Column<AnsweredIndex>.Text("band", i => i.Band, "The colour of the aggregate; 'none' where it lies in no band, absent where the dimension has no scale."),
        Column<AnsweredIndex>.Text("band_meaning", i => i.BandMeaning, "What the publisher says of the colour."),
        Column<AnsweredIndex>.Number("as_of", i => i.AsOf, "The last position of the relationship's stream that is counted."),
    ];

    /// <summary>The indices of a period, or of all that were opened.</summary>
    public static async Task<Decision<Export>> Of(IQuerySession session, ExportQuestion question, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await Indexing.Answer(session, new IndexQuestion(question.Period, Relationship: null, question.Moment, Running: false), cancellation)).Accepted(out var answer, out refusal))
            return refusal;
        var citation = question.Cited(session, settings, Name, "The indices: what the points that editors assigned add up to.", answer.AsOf) with { RuleSet = answer.RuleSet };
        return Export.Of(Name, Columns, answer.Indices.ToAsyncEnumerable(), citation, answer.Indices.Length);
    }
}

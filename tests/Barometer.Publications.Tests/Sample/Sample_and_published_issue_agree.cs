using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Sample;

public sealed class Sample_and_published_issue_agree
{
    private readonly Reading _issue = Minsk.PublishedIssue;

    [Fact]
    public void In_every_origin_date_and_score()
    {
        var sample = Golden_totals_of_the_sample.Read("minsk-12-developments.csv");
        sample.Developments.Select(Facts).ShouldBe(_issue.Developments.Select(Facts));
    }

    [Fact]
    public void In_every_printed_figure()
    {
        var sample = Golden_totals_of_the_sample.Read("minsk-12-printed.csv");
        var printed = _issue.Figures.Select(f => (f.Period, f.Figure with { Line = 0 }));
        sample.Figures.Select(f => (f.Period, f.Figure with { Line = 0 })).ShouldBe(printed, ignoreOrder: true);
    }

    [Fact]
    public void In_the_tables_and_counts_cited()
    {
        var sample = Golden_totals_of_the_sample.Read("minsk-12-developments.csv");
        Cited(sample).ShouldBe(Cited(_issue));
    }

    private static object Facts(ReadDevelopment row) => (
        row.Relationship, row.Particulars.Origin!.Identity, row.Period, row.Points!.ToString(),
        row.Particulars.Date.Earliest, row.Particulars.Date.Latest, row.Particulars.Date.Precision);

    private static IEnumerable<(string, string, int?)> Cited(Reading reading) =>
        reading.Developments.SelectMany(d => d.Particulars.Classification.Evidence.Select(e => (d.Particulars.Origin!.Identity, e.Table, e.Count)));
}

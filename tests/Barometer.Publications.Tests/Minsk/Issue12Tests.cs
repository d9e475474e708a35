using System.Text.RegularExpressions;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Tests.Minsk;

public sealed class Issue12Tests
{
    private static readonly Lazy<Reading> Text = new(() => Publisher.Read(Publisher.Issue12()));

    private static Reading Issue => Text.Value;

    [Theory]
    [MemberData(nameof(Totals.OfCatalogues), MemberType = typeof(Totals))]
    public void Every_catalogue_adds_up(string relationship, string dimension, int rows, int positive, int negative) =>
        Totals.ShouldAddUp(Issue, relationship, dimension, rows, positive, negative);

    [Fact]
    public void Every_figure_is_read_as_printed_and_nothing_is_left_not_understood()
    {
        Totals.Written(Issue.Figures).ShouldBe(Totals.Printed, ignoreOrder: true);
        Issue.NotUnderstood.ShouldBeEmpty();
        Issue.Publication.ShouldBe("Minsk Barometer, issue 12");
        Issue.Period.ShouldBe(PeriodId.Parse("2019-11/2019-12", provider: null));
    }

    [Theory]
    [InlineData("us/2", "20 November", "+1/-1")]
    [InlineData("security/12", "13-14 November", "national-security=0 regional-tension=0")]
    [InlineData("security/29", "-", "national-security=0 regional-tension=-1")]
    [InlineData("security/31", "December", "national-security=-1 regional-tension=0")]
    [InlineData("security/5", "November", "national-security=+3 regional-tension=+3")]
    [InlineData("russia/24", "November-December", "-2")]
    [InlineData("ukraine/1", "8 November", "+1")]
    [InlineData("ukraine/2", "5 November", "+1")]
    public void Awkward_rows_are_read_as_they_are_meant(string row, string date, string points)
    {
        var read = Row(row);
        read.Particulars.Date.Printed.ShouldBe(date);
        read.Points!.ToString().ShouldBe(points);
    }

    [Fact]
    public void Words_divided_at_the_end_of_a_line_are_whole_again_and_hyphens_stay()
    {
        Row("eu/7").Particulars.Title.ShouldContain("expert examination");
        Row("eu/1").Particulars.Title.ShouldContain("Belarus-Poland expert format");
        Row("china/1").Particulars.Title.ShouldContain("Snapkoŭ");
    }

    [Theory]
    [InlineData("security/2", "Table 1", 11, 11)]
    [InlineData("security/3", "Table 1", 11, 11)]
    [InlineData("security/5", "Table 2", 5, 5)]
    [InlineData("security/4", "none", null, 0)]
    public void Developments_have_the_rows_of_the_tables_they_cite_as_evidence(string row, string table, int? count, int rows)
    {
        var evidence = Row(row).Particulars.Classification.Evidence.ShouldHaveSingleItem();
        (evidence.Table, evidence.Count, evidence.Rows.Length).ShouldBe((table, count, rows));
        if (row == "security/2")
            evidence.Rows.ShouldAllBe(r => r.Text.StartsWith("Russia", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("russia", TextKind.Trends, 4)]
    [InlineData("eu", TextKind.Trends, 4)]
    [InlineData("china", TextKind.Trends, 2)]
    [InlineData("us", TextKind.Trends, 3)]
    [InlineData("ukraine", TextKind.Trends, 2)]
    [InlineData("security", TextKind.Trends, 4)]
    [InlineData("us", TextKind.Footnotes, 1)]
    [InlineData("security", TextKind.Scale, 5)]
    public void Texts_are_read_section_by_section(string section, TextKind kind, int passages) =>
        Issue.Texts.Single(t => t.Section == section && t.Kind == kind).Passages.Length.ShouldBe(passages);

    [Fact]
    public void Every_section_has_a_narrative_and_a_forecast_and_broken_links_stay_as_printed()
    {
        foreach (var relationship in Publisher.Settings.Relationships)
        {
            foreach (var kind in new[] { TextKind.Narrative, TextKind.Forecast })
                Issue.Texts.ShouldContain(t => t.Section == relationship.Key && t.Kind == kind, $"{relationship.Key} {kind}");
        }

        var links = Issue.Texts.Where(t => t.Kind == TextKind.Sources).SelectMany(t => t.Passages).Select(p => p.Text).ToArray();
        links.ShouldContain(l => l.StartsWith(@"D:\", StringComparison.Ordinal));
        links.ShouldContain(l => l.StartsWith("http://It is likely", StringComparison.Ordinal) && l.Contains("additional conditionality", StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_of_the_issue_is_lost()
    {
        var lines = Publisher.Issue12().Split('\n');
        var told = new HashSet<int>();
        void Tell(int first, int last) => told.UnionWith(Enumerable.Range(first, last - first + 1));
        foreach (var d in Issue.Developments)
            Tell(d.Particulars.Origin!.FirstLine, d.Particulars.Origin.LastLine);
        foreach (var f in Issue.Figures)
            Tell(f.Figure.Line, f.Figure.Line);
        foreach (var p in Issue.Texts.SelectMany(t => t.Passages))
            Tell(p.FirstLine, p.LastLine);
        // A heading is told by what stands under it, a table's title by its text.
        var headings = string.Join(' ', Issue.Texts.SelectMany(t => t.Passages.Select(p => p.Heading).Append(t.Title)));

        var lost = Enumerable.Range(1, lines.Length)
            .Where(n => !told.Contains(n) && lines[n - 1].Trim() is { Length: > 0 } line && !IsFurniture(line) && !headings.Contains(Regex.Replace(line, @"\s+", " "), StringComparison.Ordinal))
            .Select(n => $"{n}: {lines[n - 1]}");

        lost.ShouldBeEmpty();
    }

    // What every issue repeats and nobody misses: names of sections and parts, column headers, the footer.
    private static bool IsFurniture(string line) => Regex.IsMatch(
        line,
        "^(Relations(hip with .*| development indices:)|Trends|Developments and processes|Forecast|Date( .*)?|Table [12]\\. .*|National|security|Regional|tension|Appendix [123]|Catalogue of .*|indices|Colou?r .*|MINSK BAROMETER: .*|Security Barometer:|Composition of the|delegation|State subject to|inspection|Note)$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private static ReadDevelopment Row(string row) => Issue.Developments.Single(d => d.Particulars.Origin!.Identity == $"issue-12/{row}");
}

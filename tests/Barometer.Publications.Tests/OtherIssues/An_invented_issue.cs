using Barometer.Domain.Periods;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.OtherIssues;

/// <summary>Another number, other months, other orders, other dashes, other line breaks; the same layout.</summary>
public sealed class An_invented_issue
{
    private readonly Reading _issue = Minsk.Issue(Files.InventedIssue());

    [Fact]
    public void It_is_known_by_its_number_and_its_months()
    {
        _issue.NotUnderstood.ShouldBeEmpty();
        (_issue.Publication, _issue.Period.ToString()).ShouldBe(("Minsk Barometer, issue 14", "2020-03/2020-04"));
    }

    [Fact]
    public void Its_rows_are_read_in_the_order_of_print() =>
        _issue.Developments.Where(d => d.Relationship != "security").Select(Row).ShouldBe(
        [
            "issue-14/ukraine/1 | 3 March | A bridge is counted | +2",
            "issue-14/ukraine/2 | 1 April | Nobody – not even Žuk – counts it again | -2",
            "issue-14/ukraine/3 | March–April | Bridges remain bridges | -1",
            "issue-14/eu/1 | - | A letter without a date arrives | +1",
            "issue-14/eu/2 | 30 December | The answer to it is found | +2/-1",
            "issue-14/china/1 | 5 March | First tea house | +3",
            "issue-14/china/2 | 29 February–1 March | Tea for 2 | +1",
            "issue-14/china/3 | 29 February – 1 March | Tea for 3 | 0",
        ]);

    [Fact]
    public void Its_rows_of_security_have_a_score_in_each_dimension() =>
        _issue.Developments.Where(d => d.Relationship == "security").Select(Row).ShouldBe(
        [
            "issue-14/security/1 | March-April | 2 parades of Russia (see Table 1) | national-security=0 regional-tension=-2",
            "issue-14/security/2 | March | 1 parade of other neighbours (see Table 1) | national-security=+1 regional-tension=-1",
            "issue-14/security/3 | Early March | Change of the guard, forgotten | national-security=0 regional-tension=0",
            "issue-14/security/4 | Mid-April | Change of the guard, remembered at 12:00 | national-security=+3 regional-tension=+1",
            "issue-14/security/5 | 30 April | The guard's new drums, 120 of them, from 7 makers | national-security=-1 regional-tension=0",
        ]);

    [Fact]
    public void Its_figures_are_read_wherever_they_stand() =>
        _issue.Figures.Select(f => $"{f.Figure.Relationship} {f.Figure.Dimension} {f.Figure.Figure} {f.Figure.Points}{f.Figure.Band} {f.Figure.Place}").ShouldBe(
        [
            "china development Aggregate 4 headline",
            "china development Positive 4 headline",
            "china development Negative 0 headline",
            "china development ChartPositive 4 chart",
            "ukraine development Aggregate -1 headline",
            "ukraine development Positive 2 headline",
            "ukraine development Negative -3 headline",
            "ukraine development ChartNegative -3 chart",
            "ukraine development ChartPositive 2 chart",
            "security national-security CatalogueTotal 3 Appendix 2",
            "security regional-tension CatalogueTotal -2 Appendix 2",
            "security regional-tension Band Green Appendix 2",
            "ukraine development CatalogueTotal -1 Appendix 3",
            "eu development CatalogueTotal 2 Appendix 3",
        ]);

    [Fact]
    public void Its_texts_are_read_section_by_section()
    {
        Passages("china", TextKind.Trends).ShouldBe(["1: A tea house opened.", "2: A second one did not."]);
        Passages("china", TextKind.Narrative).ShouldBe([": Drinks", "Tea: The harvest was weighed twice, and twice it was found to be what it had been the year before."]);
        Passages("ukraine", TextKind.Narrative).Last().ShouldBe(": Outlook");
        Passages("china", TextKind.Footnotes).ShouldBe(["2: The scales were lent by the neighbours."]);
        Passages("china", TextKind.Forecast).ShouldBe([": More tea is to be expected."]);
        Passages("ukraine", TextKind.Forecast).ShouldBe([": Paint will dry."]);
        Passages("ukraine", TextKind.Sources).ShouldBe(
            [": https://example.org/bridges?count=2", ": http://Bridges, once counted, are to be painted", ": https://example.org/bridges/paint"]);
        Passages("security", TextKind.Scale).ShouldBe(["White: higher than −1 Quiet.", "Green: from −2 to −6 Less quiet."]);
    }

    [Fact]
    public void Its_table_is_evidence_of_the_rows_that_cite_it()
    {
        var cited = _issue.Developments.SelectMany(d => d.Particulars.Classification.Evidence).ToArray();
        cited.Select(e => (e.Table, e.Count)).ShouldBe([("Table 1", 2), ("Table 1", 1)]);
        cited[0].Rows.Select(r => r.Text).ShouldBe(["Russia, Pskov Flutes", "Russia, Smolensk Trumpets"]);
        cited[1].Rows.Select(r => $"{r.Date.Printed}: {r.Text}").ShouldBe(["28 February – 2 March: Latvia, Riga Drums"]);
        _issue.Texts.Single(t => t.Kind == TextKind.Table).Title.ShouldBe("Table 1. Parades in the neighbourhood, as far as they could be counted");
    }

    [Fact]
    public void Nothing_of_it_is_dropped() => Accounting.Dropped(Files.InventedIssue(), _issue).ShouldBeEmpty();

    private static string Row(ReadDevelopment row) =>
        $"{row.Particulars.Origin!.Identity} | {row.Particulars.Date.Printed} | {row.Particulars.Title} | {row.Points}";

    private IEnumerable<string> Passages(string section, TextKind kind) =>
        _issue.Texts.Single(t => (t.Section, t.Kind) == (section, kind)).Passages.Select(p => $"{p.Heading}: {p.Text}");
}

using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Tests.Minsk;

public sealed class InventedIssueTests
{
    [Fact]
    public void Another_issue_in_the_layout_is_read_wholly()
    {
        var issue = Publisher.Read(InventedIssue.Text);

        issue.NotUnderstood.ShouldBeEmpty();
        issue.Period.ShouldBe(PeriodId.Parse("2021-03/2021-04", provider: null));
        issue.Developments.Select(d => $"{d.Particulars.Origin!.Identity} {d.Particulars.Date.Earliest:MM-dd}..{d.Particulars.Date.Latest:MM-dd} {d.Particulars.Title} {d.Points}").ShouldBe(
        [
            "issue-20/china/1 03-30..04-02 First train of the year, with 150 containers +2",
            "issue-20/china/2 04-11..04-20 A railway museum opens ‒ and closes +1",
            "issue-20/russia/1 03-01..03-01 Cheese returned -2",
            "issue-20/russia/2 03-02..03-02 Cheese eaten +1",
            "issue-20/russia/3 05-03..05-03 Cheese praised, late +1",
            "issue-20/security/1 03-01..03-10 3 exercises near the border (see Table 1) national-security=0 regional-tension=-2",
            "issue-20/security/2 .. Talks about talks national-security=+1 regional-tension=+1",
        ]);
    }

    [Fact]
    public void Its_figures_are_those_of_its_own_sections_and_dimensions_whatever_their_order()
    {
        Totals.Written(Publisher.Read(InventedIssue.Text).Figures).ShouldBe(
            [
                "china Aggregate +3", "china Positive +3", "china Negative 0", "china ChartPositive +3", "china CatalogueTotal +3",
                "russia Aggregate 0", "russia Positive +2", "russia Negative -2", "russia CatalogueTotal 0",
                "security regional-tension CatalogueTotal -1", "security national-security CatalogueTotal +1",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_date_outside_the_issue_and_a_date_that_is_not_known_are_remarked()
    {
        var remarks = Publisher.Read(InventedIssue.Text).Remarks;

        remarks.ShouldContain(r => r.Text.Contains("Cheese praised", StringComparison.Ordinal) && r.Text.Contains("outside", StringComparison.Ordinal));
        remarks.ShouldContain(r => r.Text.Contains("Talks about talks", StringComparison.Ordinal) && r.Text.Contains("no date", StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_are_told_apart()
    {
        var texts = Publisher.Read(InventedIssue.Text).Texts;
        string[] Of(string section, TextKind kind) => [.. texts.Where(t => t.Section == section && t.Kind == kind).SelectMany(t => t.Passages).Select(p => $"{p.Heading}|{p.Text}")];

        Of("china", TextKind.Trends).ShouldBe(["1|Trade grew.", "2|Nobody was surprised that trade grew, for it had grown before."]);
        Of("china", TextKind.Narrative).ShouldBe(["Trade|Trains went both ways, and one of them was photographed."]);
        Of("china", TextKind.Sources).ShouldBe(["|https://example.org/trains"]);
        Of("russia", TextKind.Footnotes).ShouldBe(["1|The cheese of the issue before was counted there."]);
        Of("russia", TextKind.Forecast).ShouldBe(["|Cheese will stay on the table."]);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData(" \n\u00A0\n")]
    public void Other_line_ends_change_no_row(string end)
    {
        var rows = Publisher.Read(InventedIssue.Text).Developments.Select(Written);

        Publisher.Read(InventedIssue.Text.Replace("\n", end, StringComparison.Ordinal)).Developments.Select(Written).ShouldBe(rows);
    }

    [Theory]
    [InlineData("−")]
    [InlineData("–")]
    [InlineData("‒")]
    public void Other_dashes_for_minus_change_no_row_of_issue_12(string dash)
    {
        var text = Publisher.Issue12();
        var rows = Publisher.Read(text).Developments.Select(d => $"{d.Particulars.Origin!.Identity} {d.Points}");
        var at = text.IndexOf("Appendix 1", StringComparison.Ordinal);
        var other = text[..at] + text[at..].Replace(" -", $" {dash}", StringComparison.Ordinal).Replace("\n-", $"\n{dash}", StringComparison.Ordinal);

        Publisher.Read(other).Developments.Select(d => $"{d.Particulars.Origin!.Identity} {d.Points}").ShouldBe(rows);
    }

    private static string Written(ReadDevelopment d) => $"{d.Particulars.Origin!.Identity} {d.Particulars.Date.Latest} {d.Particulars.Title} {d.Points}";
}

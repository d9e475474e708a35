using System.Text;
using Barometer.Domain.Developments;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Malformed;

/// <summary>The invented issue, spoilt in one place: that place is told with its line, and all else is read as before.</summary>
public sealed class Malformed_issues
{
    private static readonly string Issue = Files.InventedIssue();
    private static readonly Reading Whole = Minsk.Issue(Issue);

    [Theory]
    [InlineData("5 March First tea house +3", "5 March First tea house x", 1, "has 0 of its 1 score")]
    [InlineData("5 March First tea house +3", "5 March First tea house +x", 1, "no score; one looks like +2, -1 or 0")]
    [InlineData("5 March First tea house +3", "5 March First tea house +1.5", 1, "no score")]
    [InlineData("5 March First tea house +3", "5 March First tea house ++3", 1, "no score")]
    [InlineData("5 March First tea house +3", "5 March +3", 1, "no title")]
    [InlineData("5 March First tea house +3", "5 March First tea house +9", 1, "between -3 and +3")]
    [InlineData("30 April The guard's new drums, 120 of them, from 7 makers −1 0", "30 April The guard's new drums, 120 of them, from 7 makers −1", 1, "has 1 of its 2 scores")]
    [InlineData("5 March First tea house +3", "5 March First tea house +1 7 March Second tea house +3", 1, "A second row begins on a line of this one")]
    [InlineData("5 March First tea house +3", "5 March First tea house +1 +2", 1, "ends in 2 scores (+1 +2)")]
    [InlineData("from 7 makers −1 0", "from 7 makers 0 −1 0", 1, "ends in 3 scores (0 -1 0)")]
    [InlineData("30 April The guard's new drums", "31 April The guard's new drums", 1, "starts with a date")]
    [InlineData("30 April The guard's new drums", "sometime The guard's new drums", 1, "starts with a date")]
    public void One_row_that_is_not_understood_is_told_with_its_line(string right, string wrong, int rows, string why)
    {
        var reading = Read(right, wrong, out var line);
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(line);
        told.Why.ShouldContain(why);
        reading.Developments.Length.ShouldBe(Whole.Developments.Length - rows);
        Rows(reading).ShouldBeSubsetOf(Rows(Whole));
    }

    [Fact]
    public void A_day_at_the_start_of_a_titles_second_line_is_told_and_not_guessed()
    {
        var reading = Read("5 March First tea house +3", "5 March First tea house, which opens on\n9 April +3", out var line);
        reading.NotUnderstood.Select(n => n.Line).ShouldBe([line, line + 1]);
        reading.Developments.Length.ShouldBe(Whole.Developments.Length - 1);
    }

    [Fact]
    public void Two_scores_of_opposite_sign_on_one_line_are_one_of_two_parts()
    {
        var reading = Read("5 March First tea house +3", "5 March First tea house −2 +3", out _);
        reading.NotUnderstood.ShouldBeEmpty();
        var house = reading.Developments.Single(d => d.Particulars.Title == "First tea house");
        house.Points.ShouldBe(new Points([new Score("development", 3, -2)]));
    }

    [Fact]
    public void An_issue_that_ends_within_a_row_says_so()
    {
        var end = Issue.IndexOf("First tea house") + 5;
        var told = Minsk.Issue(Issue[..end]).NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Text).ShouldBe((LineAt(end), "5 March First"));
    }

    [Fact]
    public void An_issue_that_ends_between_two_rows_is_worth_a_look()
    {
        var reading = Minsk.Issue(Issue[..Issue.IndexOf("\nTotal −1\n")]);
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Remarks.Select(r => r.Text).ShouldBe(
            [
                "The issue speaks of Belarus–China and has no catalogue of it; was the text cut off?",
                "The catalogue of Belarus–Ukraine lacks a total under it; was the text cut off?",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void The_catalogue_of_an_unknown_relationship_is_left_out()
    {
        var reading = Read(" Relationship with China\n\nDate", " Relationship with Atlantis\n\nDate", out var line);
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Text).ShouldBe((line, "Relationship with Atlantis"));
        told.Why.ShouldContain("Russia, EU, China");
        reading.Developments.ShouldNotContain(d => d.Relationship == "china");
    }

    [Fact]
    public void A_second_catalogue_of_a_relationship_is_left_out()
    {
        var reading = Read(" Relationship with China\n\nDate", " Relationship with the EU\n\nDate", out var line);
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(line);
        told.Why.ShouldContain("has a catalogue already, at line");
        reading.Developments.Count(d => d.Relationship == "eu").ShouldBe(2);
    }

    [Fact]
    public void Rows_above_the_first_heading_of_an_appendix_are_told_one_by_one()
    {
        var reading = Read("Relationship with Ukraine\n\nDate", "Relation ship with Ukraine\n\nDate", out var line);
        reading.NotUnderstood[0].Line.ShouldBe(line);
        reading.NotUnderstood.ShouldContain(n => n.Text.Contains("A bridge is counted"));
        reading.Developments.ShouldNotContain(d => d.Relationship == "ukraine");
    }

    [Fact]
    public void An_appendix_that_is_not_known_is_told()
    {
        var reading = Read("Catalogue of events underlying the security\nindices", "Notes on the weather", out var line);
        reading.NotUnderstood[0].ShouldSatisfyAllConditions(n => n.Line.ShouldBe(line), n => n.Text.ShouldBe("Notes on the weather"));
        reading.NotUnderstood.ShouldContain(n => n.Text.Contains("the guard, forgotten"));
    }

    [Theory]
    [InlineData("fourteenth issue", "fifteenth issue", "issue 15, which is 2020-05/2020-06, and speaks of 2020-03/2020-04")]
    [InlineData("March–April 2020", "April–May 2020", "which is no period")]
    [InlineData("March–April 2020", "March–April 2010", "which is no period")]
    public void A_number_and_months_that_disagree_refuse_the_issue(string right, string wrong, string why)
    {
        var reading = Read(right, wrong, out _);
        reading.Developments.ShouldBeEmpty();
        var told = reading.NotUnderstood.ShouldHaveSingleItem();
        told.Line.ShouldBe(LineAt(Issue.IndexOf("2020")));
        told.Why.ShouldContain(why);
    }

    [Theory]
    [InlineData("fourteenth issue", "newest issue")]
    [InlineData("March–April 2020", "spring")]
    public void Either_of_number_and_months_is_enough(string right, string wrong)
    {
        var reading = Read(right, wrong, out _);
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Publication.ShouldBe("Minsk Barometer, issue 14");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Dear diary,\n\nnothing happened.")]
    [InlineData("Appendix 1\nAppendix 1\nAppendix 2\n")]
    public void A_text_that_is_no_issue_is_refused(string text)
    {
        var reading = Minsk.Issue(text);
        reading.NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain("no issue of a barometer");
        reading.Developments.ShouldBeEmpty();
    }

    [Fact]
    public void A_NUL_is_told_with_its_line()
    {
        var told = Minsk.Issue("one\ntwo\nth\0ree").NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Why.Contains("NUL")).ShouldBe((3, true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9000)]
    public void Bytes_that_are_no_UTF8_are_told_with_their_line(int line)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a line of text\n", line - 1)) + "wrong: "), 0xC3, 0x28, (byte)'\n'];
        var told = Minsk.Issue(bytes).NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Why.Contains("UTF-8")).ShouldBe((line, true));
    }

    [Fact]
    public void A_line_without_end_is_told()
    {
        var told = Minsk.Issue("one\n" + new string('x', 100_000)).NotUnderstood.ShouldHaveSingleItem();
        (told.Line, told.Why.Contains("longer than 64 thousand")).ShouldBe((2, true));
    }

    [Fact]
    public void Hundred_megabytes_are_refused_early_and_without_being_kept()
    {
        using var endless = new RepeatedText(Issue, 100 * 1024 * 1024);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = PublicationReading.Read(endless, "issue.txt", Minsk.Settings);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        reading.NotUnderstood.ShouldHaveSingleItem().Why.ShouldContain("longer than");
        reading.Developments.ShouldBeEmpty();
        endless.Position.ShouldBeLessThan(20 * 1024 * 1024);
        allocated.ShouldBeLessThan(150 * 1024 * 1024);
    }

    [Fact]
    public void Marks_of_direction_and_combining_characters_change_nothing()
    {
        var text = Issue.Normalize(NormalizationForm.FormD).Replace("5 March First tea house +3", "\u200F5 March First tea house \u202B+3\u202C");
        var reading = Minsk.Issue(text);
        reading.NotUnderstood.ShouldBeEmpty();
        Facts(reading).ShouldBe(Facts(Whole));
        reading.Developments.Single(d => d.Particulars.Title.Contains("Žuk")).ShouldNotBeNull();
    }

    [Fact]
    public void A_title_written_from_right_to_left_is_kept()
    {
        var reading = Read("First tea house +3", "بيت الشاي الأول +3", out _);
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Developments.Single(d => d.Particulars.Title == "بيت الشاي الأول").Points.ShouldBe(Points.Of("development", 3));
    }

    private static Reading Read(string right, string wrong, out int line)
    {
        var at = Issue.IndexOf(right);
        at.ShouldBeGreaterThan(-1);
        line = LineAt(at);
        return Minsk.Issue(Issue.Replace(right, wrong));
    }

    private static int LineAt(int index) => Issue.AsSpan(0, index).Count('\n') + 1;

    private static IEnumerable<string> Rows(Reading reading) => reading.Developments.Select(d => $"{d.Particulars.Origin!.Identity} {d.Particulars.Title} {d.Points}");

    private static IEnumerable<string> Facts(Reading reading) =>
        reading.Developments.Select(d => $"{d.Particulars.Origin!.Identity} {d.Particulars.Date} {d.Particulars.Title} {d.Points}");
}

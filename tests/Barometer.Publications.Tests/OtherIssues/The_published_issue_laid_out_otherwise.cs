using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.OtherIssues;

/// <summary>The published issue, laid out as another could be: what it says stays the same. The seed is in the test's name.</summary>
public sealed partial class The_published_issue_laid_out_otherwise
{
    private readonly string _text = Files.PublishedIssue();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Titles_divided_elsewhere(int seed) => SaysTheSame(Layout.DividedElsewhere(_text, new Random(seed)));

    [Theory]
    [InlineData('−')]
    [InlineData('–')]
    [InlineData('‒')]
    [InlineData('‐')]
    [InlineData('—')]
    public void Other_dashes_in_points_and_dates(char dash)
    {
        var text = DashOfFigure().Replace(_text, dash.ToString());
        var reading = Minsk.Issue(text);
        reading.NotUnderstood.ShouldBeEmpty();
        Same(reading.Developments.Select(Facts), Minsk.PublishedIssue.Developments.Select(Facts));
        reading.Figures.ShouldBe(Minsk.PublishedIssue.Figures);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Other_line_ends(string end)
    {
        var (reading, whole) = (Minsk.Issue(_text.Replace("\n", end)), Minsk.PublishedIssue);
        SaysTheSame(reading);
        reading.Developments.Select(d => d.Particulars.Origin).ShouldBe(whole.Developments.Select(d => d.Particulars.Origin));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mixed_line_ends_spaces_and_page_breaks(int seed)
    {
        var random = new Random(seed);
        var text = string.Concat(_text.Select(c => c switch
        {
            '\n' => random.Next(6) switch { 0 => "\r\n", 1 => "\r", 2 => "\n\f", 3 => "\n\n", _ => "\n" },
            ' ' => random.Next(5) switch { 0 => "\u00A0", 1 => "  ", 2 => "\u2009", _ => " " },
            _ => c.ToString(),
        }));
        var reading = Minsk.Issue(text);
        reading.NotUnderstood.ShouldBeEmpty();
        Same(reading.Developments.Select(Facts), Minsk.PublishedIssue.Developments.Select(Facts));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Sections_catalogues_and_appendices_in_another_order(int seed) =>
        SaysTheSame(Layout.InAnotherOrder(_text, new Random(seed)));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void All_of_it_at_once(int seed)
    {
        var random = new Random(seed);
        SaysTheSame(Layout.DividedElsewhere(Layout.InAnotherOrder(_text, random), random).Replace("\n", "\r\n"));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rows_left_out_are_missing_and_no_others(int seed)
    {
        var (random, whole, lines) = (new Random(seed), Minsk.PublishedIssue, _text.Split('\n'));
        var left = whole.Developments.Where(_ => random.Next(4) == 0).ToArray();
        foreach (var line in left.SelectMany(d => Enumerable.Range(d.Particulars.Origin!.FirstLine - 1, d.Particulars.Origin.LastLine - d.Particulars.Origin.FirstLine + 1)))
            lines[line] = "";
        var reading = Minsk.Issue(string.Join('\n', lines));
        reading.NotUnderstood.ShouldBeEmpty();
        Same(reading.Developments.Select(Content), whole.Developments.Except(left).Select(Content));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rows_added_are_read_and_the_others_stay(int seed)
    {
        var (random, whole) = (new Random(seed), Minsk.PublishedIssue);
        var lines = _text.Split('\n').ToList();
        var before = whole.Developments.Where(_ => random.Next(8) == 0).ToArray();
        foreach (var row in before.Reverse())
            lines.Insert(row.Particulars.Origin!.FirstLine - 1, row.Relationship == "security" ? "Mid-December Something new +1 0" : "14 December Something new +2");
        var reading = Minsk.Issue(string.Join('\n', lines));
        reading.NotUnderstood.ShouldBeEmpty();
        reading.Developments.Count(d => d.Particulars.Title == "Something new").ShouldBe(before.Length);
        Same(reading.Developments.Where(d => d.Particulars.Title != "Something new").Select(Content), whole.Developments.Select(Content));
    }

    private static void SaysTheSame(string text) => SaysTheSame(Minsk.Issue(text));

    private static void SaysTheSame(Reading reading)
    {
        var whole = Minsk.PublishedIssue;
        reading.NotUnderstood.ShouldBeEmpty();
        Same(reading.Developments.Select(Facts).Order(), whole.Developments.Select(Facts).Order());
        Same(reading.Figures.Select(Placeless).Order(), whole.Figures.Select(Placeless).Order());
        Same(reading.Texts.Select(Name).Order(), whole.Texts.Select(Name).Order());
    }

    // Of two long lists, only what differs.
    private static void Same(IEnumerable<string> read, IEnumerable<string> expected)
    {
        var differing = read.Zip(expected).Where(p => p.First != p.Second).Select(p => $"{p.First} instead of {p.Second}").Take(3);
        differing.ShouldBeEmpty();
        read.Count().ShouldBe(expected.Count());
    }

    private static string Name(ReadText text) => $"{text.Section} {text.Kind} {text.Title}";

    private static string Facts(ReadDevelopment row) => $"{row.Particulars.Origin!.Identity} {Content(row)}";

    private static string Content(ReadDevelopment row) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{row.Relationship} {row.Particulars.Date.Earliest}/{row.Particulars.Date.Latest}/{row.Particulars.Date.Precision} {Plain(row.Particulars.Title)} {row.Points}");

    // Where a title is divided decides whether a word's own hyphen stays; the letters do not change.
    private static string Plain(string title) => DashesAndSpaces().Replace(title, "");

    private static string Placeless(ReadFigure figure) => (figure.Figure with { Line = 0, Place = figure.Figure.Place.Split(' ')[0] }).ToString();

    [GeneratedRegex(@"[\s‐‒–—−-]")]
    private static partial Regex DashesAndSpaces();

    [GeneratedRegex("-(?= ?[0-9]|December|November)")]
    private static partial Regex DashOfFigure();
}

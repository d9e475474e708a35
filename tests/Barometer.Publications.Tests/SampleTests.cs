namespace Barometer.Publications.Tests;

public sealed class SampleTests
{
    private const string Developments = "minsk-12-developments.csv";

    [Theory]
    [MemberData(nameof(Totals.OfCatalogues), MemberType = typeof(Totals))]
    public void The_sample_adds_up_as_the_catalogue_of_issue_12_does(string relationship, string dimension, int rows, int positive, int negative) =>
        Totals.ShouldAddUp(Publisher.Sample(Developments), relationship, dimension, rows, positive, negative);

    [Fact]
    public void The_sample_has_every_printed_figure_of_issue_12_and_nothing_that_is_not_understood()
    {
        var printed = Publisher.Sample("minsk-12-printed.csv");

        Totals.Written(printed.Figures).ShouldBe(Totals.Printed, ignoreOrder: true);
        printed.NotUnderstood.ShouldBeEmpty();
        Publisher.Sample(Developments).NotUnderstood.ShouldBeEmpty();
    }

    [Fact]
    public void The_sample_and_the_text_of_issue_12_agree_in_every_row_every_date_and_every_score()
    {
        static IEnumerable<string> Written(Reading reading) => reading.Developments.Select(d =>
            $"{d.Particulars.Origin!.Identity} {d.Particulars.Date.Earliest} {d.Particulars.Date.Latest} {d.Particulars.Date.Precision} {d.Points}");

        var text = Publisher.Read(Publisher.Issue12());

        Written(Publisher.Sample(Developments)).ShouldBe(Written(text));
    }

    [Fact]
    public void The_sample_has_titles_of_its_own()
    {
        var printed = Publisher.Read(Publisher.Issue12()).Developments.Select(d => d.Particulars.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Publisher.Sample(Developments).Developments.ShouldAllBe(d => !printed.Contains(d.Particulars.Title));
    }
}

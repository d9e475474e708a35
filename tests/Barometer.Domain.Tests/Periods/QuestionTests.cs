using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Periods;

public class QuestionTests
{
    [Fact]
    public void A_development_whose_date_is_unknown_is_asked_about() =>
        Keys(Entered(1, "Exercise", "-")).ShouldBe(["date:RU-12-001"]);

    [Theory]
    [InlineData("31 October")]
    [InlineData("October")]
    [InlineData("1 January")]
    [InlineData("Around 26 October")]
    public void A_development_dated_wholly_outside_the_period_is_asked_about(string date) =>
        Keys(Entered(1, "Exercise", date)).ShouldBe(["outside:RU-12-001"]);

    [Theory]
    [InlineData("1 November")]
    [InlineData("31 December")]
    [InlineData("October-November")]
    [InlineData("30 October - 1 November")]
    [InlineData("31 December - 2 January")]
    [InlineData("Around 29 October")]
    public void A_date_that_reaches_into_the_period_raises_no_question(string date) =>
        Keys(Entered(1, "Exercise", date)).ShouldBeEmpty();

    [Theory]
    [InlineData("Foreign ministers meet in Minsk", "Foreign ministers meet in Minsk")]
    [InlineData("Foreign ministers meet in Minsk", "FOREIGN MINISTERS MEET, IN MINSK!")]
    [InlineData("Foreign ministers meet in Minsk", "The foreign ministers meet in Minsk")]
    [InlineData("Міністры сустракаюцца ў Менску", "Міністры сустракаюцца ў Менску зноў")]
    public void Two_of_one_day_with_like_titles_look_like_duplicates(string one, string other) =>
        Keys(Entered(1, one, "5 November"), Entered(2, other, "5 November")).ShouldBe(["duplicate:RU-12-001+RU-12-002"]);

    [Theory]
    [InlineData("Foreign ministers meet in Minsk", "Prime ministers talk in Moscow")]
    [InlineData("Gas price agreed", "Visit of the defence minister")]
    [InlineData("…", "—")]
    public void Titles_that_share_little_are_two_happenings(string one, string other) =>
        Keys(Entered(1, one, "5 November"), Entered(2, other, "5 November")).ShouldBeEmpty();

    [Fact]
    public void Titles_that_share_three_words_of_five_are_alike_and_two_of_five_are_not()
    {
        Keys(Entered(1, "a b c d", "5 November"), Entered(2, "a b c e", "5 November")).Length.ShouldBe(1);
        Keys(Entered(1, "a b c d", "5 November"), Entered(2, "a b e", "5 November")).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_title_on_another_day_is_no_duplicate() =>
        Keys(Entered(1, "Foreign ministers meet", "5 November"), Entered(2, "Foreign ministers meet", "6 November")).ShouldBeEmpty();

    [Fact]
    public void The_same_happening_in_another_relationship_is_no_duplicate()
    {
        var security = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, 1)) with { Particulars = Told("Foreign ministers meet", "5 November") });
        Keys(Entered(1, "Foreign ministers meet", "5 November"), security).ShouldBeEmpty();
    }

    [Fact]
    public void Two_without_points_are_no_duplicates_and_one_of_them_beside_points_is()
    {
        Keys(Coded(1), Coded(2)).ShouldBeEmpty();
        Keys(Coded(1), Coded(2), Entered(3, "Visit", "5 November")).ShouldBe(["duplicate:RU-12-001+RU-12-003", "duplicate:RU-12-002+RU-12-003"]);

        static Development Coded(int ordinal) => Entered(ordinal, "Visit", "5 November") with { Points = null };
    }

    [Fact]
    public void Of_three_alike_every_pair_is_asked_about_in_order_of_references() =>
        Keys(Entered(3, "Visit", "5 November"), Entered(1, "Visit", "5 November"), Entered(2, "Visit", "5 November"))
            .ShouldBe(["duplicate:RU-12-001+RU-12-002", "duplicate:RU-12-001+RU-12-003", "duplicate:RU-12-002+RU-12-003"]);

    [Fact]
    public void Questions_of_dates_come_before_duplicates_and_in_order_of_references() =>
        Keys(Entered(3, "Visit", "-"), Entered(1, "Visit", "-"), Entered(2, "Talks", "31 October"))
            .ShouldBe(["date:RU-12-001", "outside:RU-12-002", "date:RU-12-003", "duplicate:RU-12-001+RU-12-003"]);

    [Fact]
    public void A_withdrawn_development_raises_no_question()
    {
        var one = Entered(1, "Visit", "-");
        var withdrawn = one.After(Withdrawing.Decide(one.Withdraw(), one, Given.Open()).ShouldBeAccepted());
        Keys(withdrawn, Entered(2, "Visit", "31 December")).ShouldBeEmpty();
    }

    [Fact]
    public void A_question_tells_a_person_what_it_is_about()
    {
        var texts = Question.About([Entered(1, "Visit", "-"), Entered(2, "Talks", "October")], SmallBarometer.Issue12).Select(q => q.Text).ToArray();
        texts[0].ShouldSatisfyAllConditions(t => t.ShouldContain("RU-12-001"), t => t.ShouldContain("\"Visit\""), t => t.ShouldContain("no date"));
        texts[1].ShouldSatisfyAllConditions(t => t.ShouldContain("dated October"), t => t.ShouldContain("outside 2019-11/2019-12"));
    }

    private static string[] Keys(params Development[] developments) => [.. Question.About(developments, SmallBarometer.Issue12).Select(q => q.Key)];

    private static Development Entered(int ordinal, string title, string date) => Given.Scored(Ask.Score() with { Particulars = Told(title, date) }, ordinal);

    private static Particulars Told(string title, string date) => new() { Title = title, Date = PrintedDateReading.Read(date, SmallBarometer.Issue12)! };
}

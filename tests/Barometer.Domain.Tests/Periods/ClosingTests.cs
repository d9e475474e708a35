using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Periods;

public class ClosingTests
{
    private static readonly PeriodId Issue12 = SmallBarometer.Issue12;
    private static readonly Positions Positions = Positions.Parse("china:0,russia:4,security:2", provider: null);
    private static readonly Development Dated = Given.Scored(2);
    private static readonly Development Undated = Given.Scored(Ask.Score() with { Particulars = new() { Title = "Exercise", Date = PrintedDate.Unknown("-") } }, 2);

    [Fact]
    public void A_closing_carries_figures_bands_developments_rules_positions_and_answers()
    {
        IndexFigure[] figures =
        [
            new(SmallBarometer.Russia, SmallBarometer.Development, Issue12, 5, -2, 3),
            new(SmallBarometer.Security, SmallBarometer.RegionalTension, Issue12, 1, -10, 4),
        ];

        var closed = Close([Undated, Dated], figures, new ClosingAnswer("date:RU-12-002", "kept")).ShouldBeAccepted();

        closed.Figures.ShouldBe(
        [
            new(SmallBarometer.Russia, SmallBarometer.Development, 5, -2, 3, Band: null),
            new(SmallBarometer.Security, SmallBarometer.RegionalTension, 1, -10, 4, "Yellow"),
        ]);
        closed.Developments.ShouldBe([new(Dated.Reference, 1, SmallBarometer.Points(2)), new(Undated.Reference, 1, SmallBarometer.Points(3))]);
        (closed.Period, closed.Actor, closed.Positions, closed.RuleSet).ShouldBe((Issue12, "vera", Positions, RuleSet.AsPublished.Pin));
        closed.Answers.ShouldBe([new ClosingAnswer("date:RU-12-002", "kept")]);
        Period.Fold(Given.Open(), closed).ClosedBy.ShouldBe("vera");
    }

    [Fact]
    public void A_withdrawn_or_unscored_development_is_in_the_snapshot_without_points()
    {
        var closed = Close([Given.Withdrawn(), Given.Unscored() with { Id = "RU-12-002" }], []).ShouldBeAccepted();
        closed.Developments.Select(d => (d.Revision, d.Points)).ShouldBe([(2, null), (1, null)]);
    }

    [Fact]
    public void A_value_in_no_band_is_shown_as_that() =>
        Close([], [new(SmallBarometer.Security, SmallBarometer.RegionalTension, Issue12, 0, -1, 1)]).ShouldBeAccepted().Figures.Single().Band.ShouldBe("none");

    [Fact]
    public void Each_unanswered_question_is_told_with_its_key()
    {
        var twice = Given.Scored(Ask.Score() with { Particulars = Undated.Particulars }, 3);
        Close([Undated, twice], []).ShouldBeRefused(
            RefusalKind.Rule, "3 unanswered questions", "[answer date:RU-12-002 date:RU-12-003 duplicate:RU-12-002+RU-12-003]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_answer_is_a_word(string word) =>
        Close([Undated], [], new ClosingAnswer("date:RU-12-002", word)).ShouldBeRefused(RefusalKind.Rule, "1 unanswered question;", "date:RU-12-002");

    [Fact]
    public void A_question_is_answered_once() =>
        Close([Undated], [], new ClosingAnswer("date:RU-12-002", "kept"), new ClosingAnswer("date:RU-12-002", "moved")).ShouldBeRefused(RefusalKind.Usage, "answered twice");

    [Fact]
    public void An_answer_to_what_was_not_asked_is_refused()
    {
        Close([Undated], [], new ClosingAnswer("date:RU-12-002", "kept"), new ClosingAnswer("date:RU-12-009", "kept"))
            .ShouldBeRefused(RefusalKind.Usage, "'date:RU-12-009' is no question", "they are date:RU-12-002");
        Close([Dated], [], new ClosingAnswer("date:RU-12-002", "kept")).ShouldBeRefused(RefusalKind.Usage, "is no question");
    }

    [Fact]
    public void Closing_twice_is_refused() =>
        Closing.Decide(new ClosePeriod(Issue12, [], "ina"), Given.Closed(), [], [], RuleSet.AsPublished, Positions)
            .ShouldBeRefused(RefusalKind.Rule, "closed already, by vera", "snapshot stands");

    private static Decision<PeriodClosed> Close(Development[] developments, IndexFigure[] figures, params ClosingAnswer[] answers) =>
        Closing.Decide(new ClosePeriod(Issue12, [.. answers], "vera"), Given.Open(), developments, figures, RuleSet.AsPublished, Positions);
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Proposals;

public class ProposingTests
{
    private static readonly Period Open = Given.Open();
    private static readonly Period Closed = Given.Closed();
    private static readonly Period OtherOpen = Given.Open(SmallBarometer.Issue11);
    private static readonly Period OtherClosed = Given.Closed(SmallBarometer.Issue11);
    private static readonly Settings EveryPeriod = Given.Settings with { TwoPersons = TwoPersons.EveryPeriod };
    private static readonly Development Scored = Given.Scored();
    private static readonly Development Unscored = Given.Unscored();

    public static TheoryData<string> Moving { get; } = ["score", "give", "amend", "withdraw", "reinstate", "redate", "refile"];

    public static TheoryData<string> Unmoving { get; } = ["record", "not score", "note", "classify", "describe", "link", "withdraw unscored", "redate unscored", "refile unscored", "redate to the same day"];

    [Theory]
    [MemberData(nameof(Moving))]
    public void What_moves_a_closed_period_needs_two_persons(string change) =>
        Proposing.IsNeeded(Decided(change, Closed, OtherOpen), Given.Settings, [Closed, OtherOpen]).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Moving))]
    public void What_moves_an_open_period_needs_them_only_where_the_settings_say_so(string change)
    {
        Proposing.IsNeeded(Decided(change, Open, OtherOpen), Given.Settings, [Open, OtherOpen]).ShouldBeFalse();
        Proposing.IsNeeded(Decided(change, Open, OtherOpen), EveryPeriod, [Open, OtherOpen]).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Unmoving))]
    public void What_moves_no_figure_needs_nobody_else(string change)
    {
        Proposing.IsNeeded(Decided(change, Closed, OtherClosed), Given.Settings, [Closed, OtherClosed]).ShouldBeFalse();
        Proposing.IsNeeded(Decided(change, Closed, OtherClosed), EveryPeriod, [Closed, OtherClosed]).ShouldBeFalse();
    }

    [Fact]
    public void Refiling_needs_two_persons_whichever_of_both_periods_is_closed()
    {
        Proposing.IsNeeded(Decided("refile", Open, OtherClosed), Given.Settings, [Open, OtherClosed]).ShouldBeTrue();
        Proposing.IsNeeded(Decided("refile", Closed, OtherOpen), Given.Settings, [Closed, OtherOpen]).ShouldBeTrue();
        Proposing.IsNeeded(Decided("refile", Open, OtherOpen), Given.Settings, [Open, OtherOpen]).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Moving))]
    public void What_somebody_else_has_approved_needs_nobody_more(string change) =>
        Proposing.IsNeeded(Decided(change, Closed, OtherOpen).Select(e => e with { ApprovedBy = "vera" }), EveryPeriod, [Closed, OtherOpen]).ShouldBeFalse();

    [Fact]
    public void A_closed_period_that_the_change_does_not_move_asks_for_nobody() =>
        Proposing.IsNeeded(Decided("amend", Open, OtherOpen), Given.Settings, [Open, OtherClosed]).ShouldBeFalse();

    [Fact]
    public void A_proposal_keeps_the_command_on_the_revision_that_was_current_whether_or_not_that_was_said()
    {
        var command = Change.Amend(Scored);

        var proposed = Proposing.Propose(command, Scored.Relationship, Change.Amended(Scored), ordinal: 3);

        (proposed.Proposal.ToString(), proposed.Relationship, proposed.Reference, proposed.Revision).ShouldBe(("RU-12-001.1.3", "russia", Scored.Reference, 1));
        (proposed.Actor, proposed.Reason, proposed.ReasonKind).ShouldBe(("ales", "misread", ReasonKind.Error));
        proposed.Command.Read().ShouldBe(command with { Revision = 1 });
    }

    [Fact]
    public void A_proposal_of_a_new_development_is_of_none_that_is_in_the_record()
    {
        var proposed = Proposing.Propose(Change.Score(), "russia", Change.New(), ordinal: 1);

        (proposed.Proposal.ToString(), proposed.Reference, proposed.Revision).ShouldBe(("RU-12-NEW.1", null, null));
        ((ScoreDevelopment)proposed.Command.Read()).Points.ShouldBe(SmallBarometer.Points(3));
    }

    private static DevelopmentEvent[] Decided(string change, Period period, Period to) => change switch
    {
        "score" => [Scoring.Decide(Change.Score(), Given.Reference("russia", 2), Given.Settings, period).ShouldBeAccepted()],
        "give" => [Scoring.Decide(Said(Unscored.Give(0)), Unscored, Given.Settings, period).ShouldBeAccepted()],
        "amend" => [Amending.Decide(Said(Scored.Amend(1)), Scored, Given.Settings, period).ShouldBeAccepted()],
        "withdraw" => [Withdrawing.Decide(Said(Scored.Withdraw()), Scored, period).ShouldBeAccepted()],
        "reinstate" => [Reinstating.Decide(Said(Given.Withdrawn().Reinstate()), Given.Withdrawn(), period).ShouldBeAccepted()],
        "redate" => [Redating.Decide(Said(Scored.Redate(PrintedDate.Unknown("-"))), Scored, period).ShouldBeAccepted()],
        "refile" => [Refiling.Decide(Said(Scored.Refile(to.PeriodId)), Scored, period, to).ShouldBeAccepted()],
        "record" => [Recording.Decide(Ask.Record() with { AfterClosing = true, Reason = "forgotten", ReasonKind = ReasonKind.Error }, Given.Reference("russia", 2), Given.Settings, period).ShouldBeAccepted()],
        "not score" => [Recording.Decide(Ask.NotScore() with { AfterClosing = true, ReasonKind = ReasonKind.Error }, Given.Reference("russia", 2), Given.Settings, period).ShouldBeAccepted()],
        "note" => [Noting.Decide(Scored.Note(), Scored).ShouldBeAccepted()],
        "classify" => [Classifying.Decide(Scored.Classify(new() { Cameo = "036" }), Scored).ShouldBeAccepted()],
        "describe" => [Describing.Decide(Scored.Describe("Another title"), Scored).ShouldBeAccepted()],
        "link" => [.. Linking.Decide(Scored.Link(OfChina()), Scored, OfChina()).ShouldBeAccepted()],
        "withdraw unscored" => [Withdrawing.Decide(Said(Unscored.Withdraw()), Unscored, period).ShouldBeAccepted()],
        "redate unscored" => [Redating.Decide(Said(Unscored.Redate(PrintedDate.Unknown("-"))), Unscored, period).ShouldBeAccepted()],
        "refile unscored" => [Refiling.Decide(Said(Unscored.Refile(to.PeriodId)), Unscored, period, to).ShouldBeAccepted()],
        "redate to the same day" => [Redating.Decide(Said(Scored.Redate(Ask.Date with { Printed = "20 November" })), Scored, period).ShouldBeAccepted()],
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
    };

    private static T Said<T>(T command)
        where T : DevelopmentCommand =>
        command.After(ReasonKind.Error, "misread");

    private static Development OfChina() => Given.Scored(Ask.Score(SmallBarometer.China, SmallBarometer.Points(1)));
}

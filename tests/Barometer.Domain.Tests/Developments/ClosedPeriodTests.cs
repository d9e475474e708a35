using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

/// <summary>After a closing a change of what counts says why and of what kind the reason is.</summary>
public class ClosedPeriodTests
{
    private static readonly Development Scored = Given.Scored();
    private static readonly Development Withdrawn = Given.Withdrawn();
    private static readonly Development Unscored = Given.Unscored();

    public static TheoryData<string> Changes { get; } = ["give", "amend", "withdraw", "reinstate", "redate", "refile"];

    public static TheoryData<string> Recordings { get; } = ["score", "record", "not score"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_without_the_kind_of_its_reason_is_refused(string change)
    {
        var refusal = Change(change, kind: null, "found later").Refusal.ShouldNotBeNull("It was accepted.");
        refusal.Kind.ShouldBe(RefusalKind.Rule);
        refusal.Sentence.ShouldContain("closed by vera");
        refusal.Remedy!.Kind.ShouldBe(RemedyKind.GiveReasonAndKind);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_without_a_reason_is_refused(string change)
    {
        Change(change, ReasonKind.Error, reason: null).Refusal.ShouldNotBeNull("It was accepted.").Remedy!.Kind.ShouldBeOneOf(RemedyKind.GiveReason, RemedyKind.GiveReasonAndKind);
        Change(change, ReasonKind.Error, reason: " ").Refusal.ShouldNotBeNull("It was accepted.").Remedy!.Kind.ShouldBeOneOf(RemedyKind.GiveReason, RemedyKind.GiveReasonAndKind);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_with_both_is_recorded_with_both(string change)
    {
        var e = Change(change, ReasonKind.NewInformation, "found later").ShouldBeAccepted();
        (e.ReasonKind, e.Reason).ShouldBe((ReasonKind.NewInformation, "found later"));
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_into_a_closed_period_without_saying_so_is_refused(string recording)
    {
        var refusal = Record(recording, knowingly: false, ReasonKind.Error, "forgotten").Refusal.ShouldNotBeNull("It was accepted.");
        refusal.Kind.ShouldBe(RefusalKind.Rule);
        refusal.Remedy!.Kind.ShouldBe(RemedyKind.RecordAfterClosing);
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public void Recording_into_a_closed_period_knowingly_says_why_and_of_what_kind(string recording)
    {
        Record(recording, knowingly: true, kind: null, "forgotten").Refusal.ShouldNotBeNull("It was accepted.").Remedy!.Kind.ShouldBe(RemedyKind.GiveReasonAndKind);
        Record(recording, knowingly: true, ReasonKind.Error, "").Refusal.ShouldNotBeNull("It was accepted.").Remedy!.Kind.ShouldBeOneOf(RemedyKind.GiveReason, RemedyKind.GiveReasonAndKind);

        var recorded = Record(recording, knowingly: true, ReasonKind.Error, "forgotten").ShouldBeAccepted();
        (recorded.ReasonKind, recorded.Reason).ShouldBe((ReasonKind.Error, "forgotten"));
    }

    [Fact]
    public void What_moves_no_index_needs_no_reason_after_a_closing()
    {
        // These decisions are not given the period: there is nothing that a closing could say to them.
        Noting.Decide(Scored.Note(), Scored).ShouldBeAccepted();
        Classifying.Decide(Scored.Classify(new() { Cameo = "036" }), Scored).ShouldBeAccepted();
        Describing.Decide(Scored.Describe("Another title"), Scored).ShouldBeAccepted();
    }

    private static Decision<DevelopmentEvent> Change(string change, ReasonKind? kind, string? reason) => change switch
    {
        "give" => Any(Scoring.Decide(Unscored.Give(1).After(kind, reason), Unscored, Given.Settings, Given.Closed())),
        "amend" => Any(Amending.Decide(Scored.Amend(1).After(kind, reason), Scored, Given.Settings, Given.Closed())),
        "withdraw" => Any(Withdrawing.Decide(Scored.Withdraw().After(kind, reason), Scored, Given.Closed())),
        "reinstate" => Any(Reinstating.Decide(Withdrawn.Reinstate().After(kind, reason), Withdrawn, Given.Closed())),
        "redate" => Any(Redating.Decide(Scored.Redate(PrintedDate.Unknown("-")).After(kind, reason), Scored, Given.Closed())),
        "refile" => Any(Refiling.Decide(Scored.Refile(SmallBarometer.Issue11).After(kind, reason), Scored, Given.Closed(), Given.Open(SmallBarometer.Issue11))),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, message: null),
    };

    private static Decision<DevelopmentEvent> Record(string recording, bool knowingly, ReasonKind? kind, string reason)
    {
        var next = Given.Reference(SmallBarometer.Russia, 2);
        return recording switch
        {
            "score" => Any(Scoring.Decide(Ask.Score() with { AfterClosing = knowingly, ReasonKind = kind, Reason = reason }, next, Given.Settings, Given.Closed())),
            "record" => Any(Recording.Decide(Ask.Record() with { AfterClosing = knowingly, ReasonKind = kind, Reason = reason }, next, Given.Settings, Given.Closed())),
            _ => Any(Recording.Decide(Ask.NotScore() with { AfterClosing = knowingly, ReasonKind = kind, Reason = reason }, next, Given.Settings, Given.Closed())),
        };
    }

    private static Decision<DevelopmentEvent> Any<T>(Decision<T> decision)
        where T : DevelopmentEvent =>
        decision.Then<DevelopmentEvent>(e => e);
}

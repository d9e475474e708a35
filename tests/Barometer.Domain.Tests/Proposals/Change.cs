using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Proposals;

/// <summary>Changes of a closed period, as they are decided and proposed. Ales proposes.</summary>
internal static class Change
{
    public static Period Closed { get; } = Given.Closed();

    public static AmendPoints Amend(Development development, int points = 1) =>
        development.Amend(points).After(ReasonKind.Error, "misread");

    public static DevelopmentEvent Amended(Development development, int points = 1) =>
        Amending.Decide(Amend(development, points), development, Given.Settings, Closed).ShouldBeAccepted();

    public static ScoreDevelopment Score() =>
        Ask.Score() with { Actor = "ales", AfterClosing = true, Reason = "forgotten", ReasonKind = ReasonKind.Error };

    public static DevelopmentEvent New(int ordinal = 2) =>
        Scoring.Decide(Score(), Given.Reference("russia", ordinal), Given.Settings, Closed).ShouldBeAccepted();

    public static Proposal Proposed(Development development, int points = 1) =>
        Fold(Proposing.Propose(Amend(development, points), development.Relationship, Amended(development, points), ordinal: 1));

    public static Proposal ProposedNew() => Fold(Proposing.Propose(Score(), "russia", New(), ordinal: 1));

    public static Proposal After(this Proposal proposal, object e) => Proposal.Fold(proposal, e, DateTimeOffset.UnixEpoch);

    public static Ground On(Development development, Period? period = null) => new(Given.Settings, period ?? Closed) { Development = development };

    public static Ground OnNew(int ordinal = 2, Settings? settings = null, Period? period = null) =>
        new(settings ?? Given.Settings, period ?? Closed) { Next = Given.Reference("russia", ordinal) };

    private static Proposal Fold(ChangeProposed proposed) => Proposal.Fold(state: null, proposed, DateTimeOffset.UnixEpoch);
}

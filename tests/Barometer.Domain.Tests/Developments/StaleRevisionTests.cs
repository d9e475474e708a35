using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

/// <summary>Who was second is told who was first, and what the current revision is.</summary>
public class StaleRevisionTests
{
    private static readonly Development Scored = WonByVera(Given.Scored());
    private static readonly Development Withdrawn = WonByVera(Given.Withdrawn());
    private static readonly Development Unscored = WonByVera(Given.Unscored());
    private static readonly Development Other = Given.Scored(Ask.Score(SmallBarometer.China, SmallBarometer.Points(1)));

    public static TheoryData<string> Commands { get; } =
        ["give", "amend", "withdraw", "reinstate", "redate", "refile", "classify", "describe", "note", "link"];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_on_an_earlier_revision_is_told_who_won_and_the_current_revision(string command)
    {
        var refusal = Refused(command, seen: 1).ShouldNotBeNull("It was accepted.");
        refusal.Kind.ShouldBe(RefusalKind.Conflict);
        refusal.Sentence.ShouldContain("made by vera");
        refusal.Sentence.ShouldContain($"at revision {(command == "reinstate" ? 3 : 2)}");
        refusal.Sentence.ShouldContain("meant for revision 1");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_on_a_revision_that_is_not_there_yet_is_refused(string command) =>
        Refused(command, seen: 9).ShouldNotBeNull("It was accepted.").Kind.ShouldBe(RefusalKind.Conflict);

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_on_the_current_revision_is_taken(string command) =>
        Refused(command, seen: command == "reinstate" ? 3 : 2).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_that_names_no_revision_acts_on_the_current_one(string command) => Refused(command, seen: null).ShouldBeNull();

    private static Refusal? Refused(string command, int? seen) => command switch
    {
        "give" => Scoring.Decide(Unscored.Give(1) with { Revision = seen }, Unscored, Given.Settings, Given.Open()).Refusal,
        "amend" => Amending.Decide(Scored.Amend(1) with { Revision = seen }, Scored, Given.Settings, Given.Open()).Refusal,
        "withdraw" => Withdrawing.Decide(Scored.Withdraw() with { Revision = seen }, Scored, Given.Open()).Refusal,
        "reinstate" => Reinstating.Decide(Withdrawn.Reinstate() with { Revision = seen }, Withdrawn, Given.Open()).Refusal,
        "redate" => Redating.Decide(Scored.Redate(PrintedDate.Unknown("-")) with { Revision = seen }, Scored, Given.Open()).Refusal,
        "refile" => Refiling.Decide(Scored.Refile(SmallBarometer.Issue11) with { Revision = seen }, Scored, Given.Open(), Given.Open(SmallBarometer.Issue11)).Refusal,
        "classify" => Classifying.Decide(Scored.Classify(new() { NonEvent = true }) with { Revision = seen }, Scored).Refusal,
        "describe" => Describing.Decide(Scored.Describe("Another title") with { Revision = seen }, Scored).Refusal,
        "note" => Noting.Decide(Scored.Note() with { Revision = seen }, Scored).Refusal,
        "link" => Linking.Decide(Scored.Link(Other) with { Revision = seen }, Scored, Other).Refusal,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, message: null),
    };

    private static Development WonByVera(Development development) =>
        development.After(Noting.Decide(development.Note() with { Actor = "vera" }, development).ShouldBeAccepted());
}

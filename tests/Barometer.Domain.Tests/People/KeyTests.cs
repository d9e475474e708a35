using Barometer.Domain.People;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.People;

public class KeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Appointments People = Appointments.Fold(Appointments.Fold(null, new PersonAppointed("s-1", "anna", [Role.Editor], "ada")), Issue(Appointments.None, "news").ShouldBeAccepted());

    [Fact]
    public void A_key_is_issued_and_revoked_and_its_name_is_given_to_nobody_else()
    {
        var revoked = Appointments.Fold(People, RevokingKeys.Decide(new RevokeKey("news", "ada", "lost"), People).ShouldBeAccepted());

        revoked.FindKey("news")!.Revoked.ShouldBeTrue();
        RevokingKeys.Decide(new RevokeKey("news", "ada", "lost"), revoked).ShouldBeRefused(RefusalKind.Rule, "revoked already");
        Issue(revoked, "news").ShouldBeRefused(RefusalKind.Rule, "Choose another name");
        Issue(revoked, "anna").ShouldBeRefused(RefusalKind.Rule, "Choose another name");
    }

    [Fact]
    public void Whoever_issues_a_key_acts_under_its_name_too()
    {
        var everywhere = Appointments.Fold(null, new PersonAppointed("s-2", "ada", [Role.Administrator], "root"));
        var here = Appointments.Fold(Appointments.Fold(People, new KeyIssued("hers", Role.Editor, Now, "", "*ada")), new PersonAppointed("s-2", "adele", [Role.ChiefEditor], "root"));

        here.NamesOf("s-2", everywhere).ShouldBe(["adele", "*ada", "hers"]);
        here.NamesOf("s-1", everywhere).ShouldBe(["anna"]);
        here.NamesOf("s-3", everywhere).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.ChiefEditor)]
    [InlineData(Role.Administrator)]
    public void What_is_decided_by_a_person_is_decided_by_no_key(Role role) => Issue(People, "boss", role).ShouldBeRefused(RefusalKind.Rule, "decided by a person");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public void A_key_is_of_use_for_some_time_and_at_most_a_year(int days) => Issue(People, "other", days: days).ShouldBeRefused(RefusalKind.Usage, "within 366 days");

    [Fact]
    public void A_key_for_some_days_expires_so_many_days_after_it_was_issued()
    {
        IssueFor(90).ShouldBeAccepted().Expires.ShouldBe(Now.AddDays(90));
        IssueFor(0).ShouldBeRefused(RefusalKind.Usage, "1 to 366 days");
        IssueFor(367).ShouldBeRefused(RefusalKind.Usage, "1 to 366 days");

        static Decision<KeyIssued> IssueFor(int days) => IssuingKeys.Decide(new IssueKey("other", Role.Editor, Expires: null, "ada") { Days = days, Hash = "abc" }, People, Now);
    }

    [Theory]
    [InlineData("")]
    [InlineData("News")]
    [InlineData("a.b")]
    [InlineData("news\n")]
    public void The_name_of_a_key_can_stand_in_it(string name) => Issue(People, name).ShouldBeRefused(RefusalKind.Usage, "no name of a key");

    [Fact]
    public void A_key_that_there_is_is_revoked_with_a_reason()
    {
        RevokingKeys.Decide(new RevokeKey("olds", "ada", "lost"), People).ShouldBeRefused(RefusalKind.NotFound, "olds");
        RevokingKeys.Decide(new RevokeKey("news", "ada", null), People).ShouldBeRefused(RefusalKind.Usage, "Say why", "[give-reason]");
    }

    private static Decision<KeyIssued> Issue(Appointments people, string name, Role role = Role.Editor, int days = 30) =>
        IssuingKeys.Decide(new IssueKey(name, role, Now.AddDays(days), "ada") { Hash = "abc" }, people, Now);
}

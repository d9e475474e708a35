using Barometer.Domain.Developments;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class DevelopmentTests
{
    [Fact]
    public void An_event_that_is_not_the_next_revision_means_a_broken_record()
    {
        var scored = Given.Scored();
        var amended = Amending.Decide(scored.Amend(1), scored, Given.Settings, Given.Open()).ShouldBeAccepted();

        Should.Throw<InvalidOperationException>(() => scored.After(amended with { Revision = 3 })).Message.ShouldContain("revision 3 follows revision 1");
        Should.Throw<InvalidOperationException>(() => scored.After(amended with { Revision = 1 }));
        Should.Throw<InvalidOperationException>(() => Development.Fold(state: null, amended));
    }

    [Fact]
    public void An_event_that_nobody_knows_is_not_passed_over() =>
        Should.Throw<InvalidOperationException>(() => Given.Scored().After(new Unheard { Revision = 2 })).Message.ShouldContain(nameof(Unheard));

    [Fact]
    public void References_are_given_by_issue_one_after_another()
    {
        var numbering = Numbering.None("relationship/russia");
        var first = numbering.Next("RU", 12);
        numbering = Numbering.Fold(numbering, new DevelopmentRecordedUnscored { Reference = first });

        first.ToString().ShouldBe("RU-12-001");
        numbering.Next("RU", 12).ToString().ShouldBe("RU-12-002");
        numbering.Next("RU", 13).ToString().ShouldBe("RU-13-001");
    }

    [Fact]
    public void A_development_counts_where_it_is_filed_and_says_whose_it_is()
    {
        var scored = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, -1)), 29);
        (scored.Id, scored.Relationship, scored.Filing.Period).ShouldBe(("SEC-12-029", SmallBarometer.Security, SmallBarometer.Issue12));
    }

    private sealed record Unheard : DevelopmentEvent;
}

using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class LinkingTests
{
    private static readonly Development InChina = Given.Scored(Ask.Score(SmallBarometer.China, SmallBarometer.Points(1)), 4);
    private static readonly Development InSecurity = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, 0)), 9);

    [Fact]
    public void The_same_happening_in_two_relationships_is_linked_both_ways()
    {
        var linked = Linking.Decide(InChina.Link(InSecurity), InChina, InSecurity).ShouldBeAccepted();

        linked.Select(e => (e.Reference, ((SameHappeningLinked)e).With, e.Revision, e.Actor))
            .ShouldBe([(InChina.Reference, InSecurity.Reference, 2, "ales"), (InSecurity.Reference, InChina.Reference, 2, "ales")]);
        InChina.After(linked[0]).SameHappening.ShouldBe([InSecurity.Reference]);
        InSecurity.After(linked[1]).SameHappening.ShouldBe([InChina.Reference]);
    }

    [Fact]
    public void Within_one_relationship_it_is_a_duplicate_to_be_withdrawn()
    {
        var another = Given.Scored(Ask.Score(SmallBarometer.China, SmallBarometer.Points(1)), 5);
        Linking.Decide(InChina.Link(another), InChina, another).ShouldBeRefused(RefusalKind.Rule, "duplicate", "withdraw one");
        Linking.Decide(InChina.Link(InChina), InChina, InChina).ShouldBeRefused(RefusalKind.Rule, "one relationship");
    }

    [Fact]
    public void Linking_again_is_refused_from_either_side()
    {
        var linked = Linking.Decide(InChina.Link(InSecurity), InChina, InSecurity).ShouldBeAccepted();
        var (one, other) = (InChina.After(linked[0]), InSecurity.After(linked[1]));

        Linking.Decide(one.Link(other), one, other).ShouldBeRefused(RefusalKind.Rule, "linked already");
        Linking.Decide(other.Link(one), other, one).ShouldBeRefused(RefusalKind.Rule, "linked already");
    }

    [Fact]
    public void Neither_of_the_two_may_be_withdrawn()
    {
        var withdrawn = Given.Withdrawn();
        Linking.Decide(withdrawn.Link(InChina), withdrawn, InChina).ShouldBeRefused(RefusalKind.Rule, "[reinstate RU-12-001]");
        Linking.Decide(InChina.Link(withdrawn), InChina, withdrawn).ShouldBeRefused(RefusalKind.Rule, "[reinstate RU-12-001]");
    }
}

using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class NotingTests
{
    [Fact]
    public void Notes_are_kept_in_order_and_each_is_a_revision()
    {
        var scored = Given.Scored();

        var once = scored.After(Noting.Decide(scored.Note("ask the embassy"), scored).ShouldBeAccepted());
        var twice = once.After(Noting.Decide(once.Note("they confirm"), once).ShouldBeAccepted());

        twice.Notes.ShouldBe(["ask the embassy", "they confirm"]);
        (twice.Revision, twice.Points).ShouldBe((3, scored.Points));
    }

    [Fact]
    public void A_withdrawn_development_may_be_noted_and_stays_withdrawn()
    {
        var withdrawn = Given.Withdrawn();
        var noted = withdrawn.After(Noting.Decide(withdrawn.Note(), withdrawn).ShouldBeAccepted());
        (noted.Withdrawn, noted.Notes.Length).ShouldBe((true, 1));
    }

    [Fact]
    public void A_note_says_something()
    {
        var scored = Given.Scored();
        Noting.Decide(scored.Note("  "), scored).ShouldBeRefused(RefusalKind.Usage, "says something");
    }
}

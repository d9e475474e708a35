using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class DescribingTests
{
    [Fact]
    public void A_new_title_keeps_the_sources_and_new_sources_keep_the_title()
    {
        var scored = Given.Scored();

        var named = scored.After(Describing.Decide(scored.Describe("Presidents meet in Sochi"), scored).ShouldBeAccepted());
        var sourced = named.After(Describing.Decide(named.Describe() with { Sources = ["agency"] }, named).ShouldBeAccepted());

        (named.Particulars.Title, named.Particulars.Sources.Length).ShouldBe(("Presidents meet in Sochi", 0));
        (sourced.Particulars.Title, sourced.Particulars.Sources.Single()).ShouldBe(("Presidents meet in Sochi", "agency"));
    }

    [Fact]
    public void Sources_can_be_taken_away()
    {
        var scored = Given.Scored(Ask.Score() with { Particulars = new() { Title = "Visit", Date = Ask.Date, Sources = ["agency"] } });
        Describing.Decide(scored.Describe() with { Sources = ImmutableArray<string>.Empty }, scored).ShouldBeAccepted().Sources.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_description_or_an_empty_title_is_refused()
    {
        var scored = Given.Scored();
        Describing.Decide(scored.Describe("Presidents meet"), scored).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
        Describing.Decide(scored.Describe(), scored).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
        Describing.Decide(scored.Describe(" "), scored).ShouldBeRefused(RefusalKind.Usage, "title");
    }

    [Fact]
    public void A_withdrawn_development_is_not_described()
    {
        var withdrawn = Given.Withdrawn();
        Describing.Decide(withdrawn.Describe("Another"), withdrawn).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "reinstate it first");
    }
}

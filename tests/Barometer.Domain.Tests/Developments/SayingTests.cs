using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

/// <summary>What is said of a development and moves no index: its classification, its title and sources, notes.</summary>
public class SayingTests
{
    private static readonly Classification Consult = new() { EventType = "CONSULT", Contexts = ["military"] };

    [Fact]
    public void A_classification_is_given_whole_and_points_stay()
    {
        var scored = Given.Scored();

        var reclassified = Classifying.Decide(scored.Classify(Consult), scored).ShouldBeAccepted();

        (reclassified.From, reclassified.To, reclassified.Revision).ShouldBe((Classification.None, Consult, 2));
        var after = scored.After(reclassified);
        (after.Particulars.Classification, after.Points).ShouldBe((Consult, scored.Points));
    }

    [Fact]
    public void To_the_same_classification_nothing_would_change()
    {
        var scored = Given.Scored();
        var classified = scored.After(Classifying.Decide(scored.Classify(Consult), scored).ShouldBeAccepted());
        Classifying.Decide(classified.Classify(Consult with { Contexts = ["military"] }), classified).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
    }

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
    public void A_withdrawn_development_is_neither_classified_nor_described()
    {
        var withdrawn = Given.Withdrawn();
        Classifying.Decide(withdrawn.Classify(Consult), withdrawn).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "reinstate it first");
        Describing.Decide(withdrawn.Describe("Another"), withdrawn).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "reinstate it first");
    }

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

using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Developments;

public class ClassifyingTests
{
    private static readonly ClassificationChange Consult = new() { EventType = "CONSULT", Contexts = ["military"] };

    [Fact]
    public void A_classification_is_given_and_points_stay()
    {
        var scored = Given.Scored();

        var reclassified = Classifying.Decide(scored.Classify(Consult), scored).ShouldBeAccepted();

        (reclassified.From, reclassified.To.EventType, reclassified.To.Contexts.Single(), reclassified.Revision).ShouldBe((Classification.None, "CONSULT", "military", 2));
        var after = scored.After(reclassified);
        (after.Particulars.Classification, after.Points).ShouldBe((reclassified.To, scored.Points));
    }

    [Fact]
    public void What_is_not_named_stays_as_somebody_else_left_it()
    {
        var classified = Classified(Consult);

        var placed = Classifying.Decide(classified.Classify(new() { Place = "Sochi", NonEvent = true }), classified).ShouldBeAccepted().To;

        (placed.EventType, placed.Contexts.Single(), placed.Place, placed.NonEvent).ShouldBe(("CONSULT", "military", "Sochi", true));
    }

    [Fact]
    public void An_empty_word_takes_away()
    {
        var classified = Classified(Consult);

        var emptied = Classifying.Decide(classified.Classify(new() { EventType = "", Contexts = [] }), classified).ShouldBeAccepted().To;

        (emptied.EventType, emptied.Contexts.Length).ShouldBe((null, 0));
    }

    [Fact]
    public void To_the_same_classification_nothing_would_change()
    {
        var classified = Classified(Consult);
        Classifying.Decide(classified.Classify(Consult with { Contexts = ["military"] }), classified).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
        Classifying.Decide(classified.Classify(new()), classified).ShouldBeRefused(RefusalKind.Rule, "nothing would change");
    }

    [Fact]
    public void What_a_file_left_out_is_refused_where_nothing_can_be_said_without_it()
    {
        var scored = Given.Scored();
        Refused(new() { Sources = [new WorldActor(null!, "Belarus", [], Level: null)] }, "has a name");
        Refused(new() { Evidence = [new Evidence(null!, 1, [])] }, "names its table");
        Refused(new() { Evidence = [new Evidence("Table 1", 1, [new EvidenceRow(null!, "Anakonda", 7)])] }, "has a date");
        Refused(new() { QuadClass = new QuadClass("CAMEO", 5) }, "1, 2, 3 or 4");

        var actor = Classifying.Decide(scored.Classify(new() { Sources = [new WorldActor("Rumas", Country: null, default, Level: null)] }), scored).ShouldBeAccepted().To.Sources.Single();
        actor.Groups.ShouldBeEmpty();

        void Refused(ClassificationChange change, string why) => Classifying.Decide(scored.Classify(change), scored).ShouldBeRefused(RefusalKind.Usage, why);
    }

    [Fact]
    public void A_withdrawn_development_is_not_classified()
    {
        var withdrawn = Given.Withdrawn();
        Classifying.Decide(withdrawn.Classify(Consult), withdrawn).ShouldBeRefused(RefusalKind.Rule, "withdrawn", "reinstate it first");
    }

    private static Development Classified(ClassificationChange change)
    {
        var scored = Given.Scored();
        return scored.After(Classifying.Decide(scored.Classify(change), scored).ShouldBeAccepted());
    }
}

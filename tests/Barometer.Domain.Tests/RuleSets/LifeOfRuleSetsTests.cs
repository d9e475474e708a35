using System.Text.Json;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>Drafted, published, retired.</summary>
public class LifeOfRuleSetsTests
{
    [Fact]
    public void A_draft_is_replaced_by_drafting_again_and_published_as_it_stands_then()
    {
        var versions = After(Drafted(Calm(1, "First")), Drafted(Calm(1, "Second")));

        var published = PublishingRules.Decide(new PublishRuleSet("calm", Version: null, "vera"), SmallBarometer.Settings, versions).ShouldBeAccepted();

        published.Document.GetProperty("title").GetString().ShouldBe("Second");
        published.RuleSet.ShouldBe(Calm(1, "Second").Pin);
    }

    [Fact]
    public void What_is_published_is_not_drafted_again_and_the_next_version_is_told()
    {
        var versions = After(Drafted(Calm(1)), Published(Calm(1)));

        Draft(Calm(1, "Another"), versions).ShouldBeRefused(RefusalKind.Rule, "calm@1 is published and never changes; the next version of calm is 2.");
        Draft(Calm(2), versions).ShouldBeAccepted().Version.ShouldBe(2);
    }

    [Fact]
    public void Versions_are_published_one_after_the_other()
    {
        Publish(After(Drafted(Calm(2)))).ShouldBeRefused(RefusalKind.Rule, "calm@2 is drafted, and calm@1 comes next");
        Publish(After(Drafted(Calm(1)), Published(Calm(1)), Drafted(Calm(2)))).ShouldBeAccepted().RuleSet.Version.ShouldBe(2);
        Publish(After(Drafted(Calm(1)), Published(Calm(1)))).ShouldBeRefused(RefusalKind.Rule, "Nothing is drafted of calm; there is calm@1.");
        Publish(versions: null).ShouldBeRefused(RefusalKind.NotFound, "There is no rule set 'calm'");
        Publish(After(Drafted(Calm(1))), version: 2).ShouldBeRefused(RefusalKind.Rule, "calm@1 is drafted, not calm@2.");
    }

    [Theory]
    [InlineData("as-published")]
    [InlineData("plover-2021")]
    public void The_names_of_what_is_shipped_are_reserved(string name)
    {
        Drafting.Decide(new DraftRuleSet(Calm(1).Document, "vera"), Rules(name, 2, "Mine"), SmallBarometer.Settings, versions: null).ShouldBeRefused(RefusalKind.Rule, "give yours another name");
        PublishingRules.Decide(new PublishRuleSet(name, Version: null, "vera"), SmallBarometer.Settings, versions: null).ShouldBeRefused(RefusalKind.Rule, "is published");
        Retiring.Decide(new RetireRuleSet(name, 1, "old", "vera"), versions: null).ShouldBeRefused(RefusalKind.Rule, "is not retired");
    }

    [Fact]
    public void What_the_barometer_does_not_have_is_neither_drafted_nor_published()
    {
        var misspelt = RuleSet.Read(JsonElement.Parse("""{"name":"calm","version":1,"title":"t","rules":[{"id":"r","reason":"w","when":{"relationship":"rusia"},"scale":2}]}""")).ShouldBeAccepted();

        Draft(misspelt, versions: null).ShouldBeRefused(RefusalKind.Usage, "'r' of calm@1 names the relationship 'rusia', which Small Barometer does not have; did you mean 'russia'?");
        // One that was drafted before drafts were held against the settings.
        Publish(After(Drafted(misspelt))).ShouldBeRefused(RefusalKind.Usage, "names the relationship 'rusia'");
    }

    [Fact]
    public void A_version_is_retired_once_for_a_reason()
    {
        var versions = After(Drafted(Calm(1)), Published(Calm(1)));

        Retire(versions, 1, " ").ShouldBeRefused(RefusalKind.Usage, "Say why calm@1 is retired.");
        Retire(versions, 2, "old").ShouldBeRefused(RefusalKind.NotFound, "calm@2 is not published; there is calm@1.");
        var retired = RuleSetVersions.Fold(versions, Retire(versions, 1, "old").ShouldBeAccepted());
        Retire(retired, 1, "old").ShouldBeRefused(RefusalKind.Rule, "calm@1 was retired already: old");
    }

    [Fact]
    public void Without_a_version_the_latest_that_is_not_retired_is_taken_and_a_retired_one_by_its_version_only()
    {
        var versions = After(Drafted(Calm(1)), Published(Calm(1)), Drafted(Calm(2)), Published(Calm(2)), Drafted(Calm(3)));

        versions.Find(version: null).ShouldBeAccepted().Version.ShouldBe(2);
        versions.Find(3).ShouldBeAccepted().Version.ShouldBe(3);
        versions.Find(4).ShouldBeRefused(RefusalKind.NotFound, "There is no calm@4; there is calm@1, calm@2, calm@3 (drafted).");
        var without2 = RuleSetVersions.Fold(versions, new RuleSetRetired("calm", 2, "wrong", "vera"));
        without2.Find(version: null).ShouldBeAccepted().Version.ShouldBe(1);
        without2.Find(2).ShouldBeAccepted().Digest.ShouldBe(Calm(2).Digest);
        RuleSetVersions.Fold(without2, new RuleSetRetired("calm", 1, "old", "vera")).Find(version: null).ShouldBeRefused(RefusalKind.Rule, "Every version of calm is retired; say which (calm@1, calm@2)");
        After(Drafted(Calm(1))).Find(version: null).ShouldBeRefused(RefusalKind.Rule, "calm is only drafted");
    }

    private static RuleSet Calm(int version, string title = "Calm") => Rules("calm", version, title);

    private static RuleSet Rules(string name, int version, string title) => RuleSet.Read(JsonElement.Parse($$"""{"name":"{{name}}","version":{{version}},"title":"{{title}}"}""")).ShouldBeAccepted();

    private static RuleSetDrafted Drafted(RuleSet rules) => new(rules.Name, rules.Version, rules.Document, "vera");

    private static RuleSetPublished Published(RuleSet rules) => new(rules.Pin, rules.Document, "vera");

    private static RuleSetVersions After(params object[] events) => events.Aggregate((RuleSetVersions?)null, RuleSetVersions.Fold)!;

    private static Decision<RuleSetDrafted> Draft(RuleSet rules, RuleSetVersions? versions) => Drafting.Decide(new DraftRuleSet(rules.Document, "vera"), rules, SmallBarometer.Settings, versions);

    private static Decision<RuleSetPublished> Publish(RuleSetVersions? versions, int? version = null) => PublishingRules.Decide(new PublishRuleSet("calm", version, "vera"), SmallBarometer.Settings, versions);

    private static Decision<RuleSetRetired> Retire(RuleSetVersions versions, int version, string reason) => Retiring.Decide(new RetireRuleSet("calm", version, reason, "vera"), versions);
}

using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of publishing a rule set.</summary>
[WolverineHandler]
public static class PublishingRules
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<RuleSetPublished>> Handle(PublishRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor)
            .RecordRules(command.Name, (settings, versions) => Domain.RuleSets.PublishingRules.Decide(command, settings, versions), cancellation);

    /// <summary>Publishes what is drafted; from then on it never changes.</summary>
    [WolverinePost("/v1/barometers/{barometer}/rule-sets/{name}/publication", OperationId = "publishRuleSet"), Needs(Right.PublishRules)]
    public static async Task<Answer<RuleSetPublished>> Post(string name, HttpDoor door) =>
        RuleSetReading.Name(name).Accepted(out var named, out var refusal)
            ? (await door.Send<RuleSetPublished>(new PublishRuleSet(named.Name, named.Version, door.Actor))).With(published => ("rule-set", door.Link($"rule-sets/{published.RuleSet}")))
            : new Answer<RuleSetPublished>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<RuleSetPublished>(
        "publish",
        "Publish what is drafted; from then on it never changes.",
        [RulesVerb.Named],
        async (door, cancellation) => RuleSetReading.Name(door.Get(RulesVerb.Named)!).Accepted(out var name, out var refusal)
            ? await door.Send<RuleSetPublished>(new PublishRuleSet(name.Name, name.Version, door.Actor), cancellation)
            : refusal,
        (door, published) => door.Out.MarkupLineInterpolated($"{published.RuleSet} is published: {published.RuleSet.Digest}"));
}

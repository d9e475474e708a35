using Barometer.Domain.RuleSets;
using Spectre.Console;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of publishing a rule set.</summary>
[WolverineHandler]
public static class PublishingRules
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<RuleSetPublished>> Handle(PublishRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor)
            .RecordRules(command.Name, (settings, versions) => Domain.RuleSets.PublishingRules.Decide(command, settings, versions), cancellation);

    internal static Command Verb() => Terminal.Verb.Of<RuleSetPublished>(
        "publish",
        "Publish what is drafted; from then on it never changes.",
        [RulesVerb.Named],
        async (door, cancellation) => RuleSetReading.Name(door.Get(RulesVerb.Named)!).Accepted(out var name, out var refusal)
            ? await door.Send<RuleSetPublished>(new PublishRuleSet(name.Name, name.Version, door.Actor), cancellation)
            : refusal,
        (door, published) => door.Out.MarkupLineInterpolated($"{published.RuleSet} is published: {published.RuleSet.Digest}"));
}

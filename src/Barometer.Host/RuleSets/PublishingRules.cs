using Barometer.Domain.RuleSets;
using Spectre.Console;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of publishing a rule set.</summary>
[WolverineHandler]
public static class PublishingRules
{
    /// <summary>Behind every door.</summary>
    public static async Task<Decision<RuleSetPublished>> Handle(PublishRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation)
    {
        var transaction = new RecordTransaction(session, envelope, command, command.Actor);
        if (!(await transaction.LockSettings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (await transaction.AnsweredBefore<RuleSetPublished>(cancellation) is { } answered)
            return answered;
        var stream = RuleSetPublished.StreamOf(command.Name);
        if (!Domain.RuleSets.PublishingRules.Decide(command, settings, await session.LoadAsync<RuleSetVersions>(stream, cancellation)).Accepted(out var published, out refusal))
            return refusal;
        session.Events.Append(stream, published);
        return await transaction.Commit(published, cancellation);
    }

    internal static Command Verb() => Terminal.Verb.Of<RuleSetPublished>(
        "publish",
        "Publish what is drafted; from then on it never changes.",
        [RulesVerb.Named],
        async (door, cancellation) => RuleSetReading.Name(door.Get(RulesVerb.Named)!).Accepted(out var name, out var refusal)
            ? await door.Send<RuleSetPublished>(new PublishRuleSet(name.Name, name.Version, door.Actor), cancellation)
            : refusal,
        (door, published) => door.Out.MarkupLineInterpolated($"{published.RuleSet} is published: {published.RuleSet.Digest}"));
}

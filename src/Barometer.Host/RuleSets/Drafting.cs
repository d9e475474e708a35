using Barometer.Domain.RuleSets;
using Spectre.Console;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of drafting a rule set.</summary>
[WolverineHandler]
public static class Drafting
{
    /// <summary>Behind every door.</summary>
    public static async Task<Decision<RuleSetDrafted>> Handle(DraftRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        RuleSet.Read(command.Document).Accepted(out var rules, out var refusal)
            ? await new RecordTransaction(session, envelope, command, command.Actor)
                .RecordRules(rules.Name, (settings, versions) => Domain.RuleSets.Drafting.Decide(command, rules, settings, versions), cancellation)
            : refusal;

    internal static Command Verb() => Terminal.Verb.Of<RuleSetDrafted>(
        "draft",
        "Draft a rule set from a file; drafting again replaces it.",
        [RulesVerb.File],
        async (door, cancellation) => RuleSetReading.OfFile(door.Get(RulesVerb.File)!).Accepted(out var rules, out var refusal)
            ? await door.Send<RuleSetDrafted>(new DraftRuleSet(rules.Document, door.Actor), cancellation)
            : refusal,
        (door, drafted) => door.Out.MarkupLineInterpolated($"{drafted.Name}@{drafted.Version} is drafted; it can still be replaced."));
}

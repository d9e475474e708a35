using Barometer.Domain.RuleSets;
using Spectre.Console;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of retiring a rule set.</summary>
[WolverineHandler]
public static class Retiring
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<RuleSetRetired>> Handle(RetireRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor)
            .RecordRules(command.Name, (_, versions) => Domain.RuleSets.Retiring.Decide(command, versions), cancellation);

    internal static Command Verb() => Terminal.Verb.Of<RuleSetRetired>(
        "retire",
        "Retire a published version: no closing pins it any more; it can still be replayed.",
        [RulesVerb.Named, SharedOptions.Reason],
        Retire,
        (door, retired) => door.Out.MarkupLineInterpolated($"{retired.Name}@{retired.Version} is retired: {retired.Reason}"));

    private static async Task<Decision<RuleSetRetired>> Retire(Door door, CancellationToken cancellation)
    {
        if (!RuleSetReading.Name(door.Get(RulesVerb.Named)!).Accepted(out var name, out var refusal))
            return refusal;
        return name.Version is { } version
            ? await door.Send<RuleSetRetired>(new RetireRuleSet(name.Name, version, door.Get(SharedOptions.Reason) ?? "", door.Actor), cancellation)
            : Refusal.Usage($"Say which version of {name.Name} is retired: {name.Name}@1.");
    }
}

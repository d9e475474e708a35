using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>The end of a published version; it says why.</summary>
/// <param name="Reason">Why no closing is to pin it any more.</param>
public sealed record Retirement(string Reason);

/// <summary>The doors of retiring a rule set.</summary>
[WolverineHandler]
public static class Retiring
{
    /// <summary>Behind every door.</summary>
    public static Task<Decision<RuleSetRetired>> Handle(RetireRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        new RecordTransaction(session, envelope, command, command.Actor)
            .RecordRules(command.Name, (_, versions) => Domain.RuleSets.Retiring.Decide(command, versions), cancellation);

    /// <summary>Retires a published version: no closing pins it any more; it can still be replayed.</summary>
    [WolverinePost("/v1/barometers/{barometer}/rule-sets/{name}/retirement", OperationId = "retireRuleSet"), Needs(Right.PublishRules)]
    public static async Task<Answer<RuleSetRetired>> Post(Retirement said, string name, HttpDoor door) =>
        Named(name, said.Reason, door.Actor).Accepted(out var command, out var refusal) ? await door.Send<RuleSetRetired>(command) : new Answer<RuleSetRetired>(refusal);

    internal static Command Verb() => Terminal.Verb.Of<RuleSetRetired>(
        "retire",
        "Retire a published version: no closing pins it any more; it can still be replayed.",
        [RulesVerb.Named, SharedOptions.Reason],
        async (door, cancellation) => Named(door.Get(RulesVerb.Named)!, door.Get(SharedOptions.Reason) ?? "", door.Actor).Accepted(out var command, out var refusal)
            ? await door.Send<RuleSetRetired>(command, cancellation)
            : refusal,
        (door, retired) => door.Out.MarkupLineInterpolated($"{retired.Name}@{retired.Version} is retired: {retired.Reason}"));

    private static Decision<RetireRuleSet> Named(string typed, string reason, string actor)
    {
        if (!RuleSetReading.Name(typed).Accepted(out var name, out var refusal))
            return refusal;
        return name.Version is { } version
            ? new RetireRuleSet(name.Name, version, reason, actor)
            : Refusal.Usage($"Say which version of {name.Name} is retired: {name.Name}@1.");
    }
}

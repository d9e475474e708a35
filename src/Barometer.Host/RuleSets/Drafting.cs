using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>A rule set to be drafted.</summary>
/// <param name="Document">The document, as its schema and language say.</param>
public sealed record DraftedDocument(JsonElement Document);

/// <summary>The doors of drafting a rule set.</summary>
[WolverineHandler]
public static class Drafting
{
    /// <summary>Behind every door.</summary>
    public static async Task<Decision<RuleSetDrafted>> Handle(DraftRuleSet command, IDocumentSession session, Envelope envelope, CancellationToken cancellation) =>
        RuleSet.Read(command.Document).Accepted(out var rules, out var refusal)
            ? (await new RecordTransaction(session, envelope, command, command.Actor)
                .RecordRules(rules.Name, (settings, versions) => Domain.RuleSets.Drafting.Decide(command, rules, settings, versions), cancellation))
                .Then(Canonical)
            : refusal;

    /// <summary>Drafts a rule set; drafting again replaces it. The body is its document.</summary>
    [WolverinePost("/v1/barometers/{barometer}/rule-sets/drafts", OperationId = "draftRuleSet"), Needs(Right.DraftRules)]
    public static async Task<Answer<RuleSetDrafted>> Post(DraftedDocument said, HttpDoor door) =>
        RuleSet.Read(said.Document).Accepted(out var rules, out var refusal)
            ? (await door.Send<RuleSetDrafted>(new DraftRuleSet(rules.Document, door.Actor))).With(drafted => ("rule-set", door.Link($"rule-sets/{drafted.Name}@{drafted.Version}")))
            : new Answer<RuleSetDrafted>(refusal);

    // The database keeps the members of a document in an order of its own: whoever sends a draft again gets the same bytes all the same.
    private static RuleSetDrafted Canonical(RuleSetDrafted drafted) => drafted with { Document = JsonElement.Parse(CanonicalJson.Of(drafted.Document)) };

    internal static Command Verb() => Terminal.Verb.Of<RuleSetDrafted>(
        "draft",
        "Draft a rule set from a file; drafting again replaces it.",
        [RulesVerb.File],
        async (door, cancellation) => RuleSetReading.OfFile(door.Get(RulesVerb.File)!).Accepted(out var rules, out var refusal)
            ? await door.Send<RuleSetDrafted>(new DraftRuleSet(rules.Document, door.Actor), cancellation)
            : refusal,
        (door, drafted) => door.Out.MarkupLineInterpolated($"{drafted.Name}@{drafted.Version} is drafted; it can still be replaced."));
}

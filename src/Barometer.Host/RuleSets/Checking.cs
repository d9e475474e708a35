using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of checking a document; no record is needed.</summary>
public static class Checking
{
    /// <summary>Reads a document, and says it in words or tells its mistakes; nothing is recorded.</summary>
    [WolverinePost("/v1/barometers/{barometer}/rule-sets/checks", OperationId = "checkRuleSet"), Needs(Right.Read), Asks]
    public static Answer<ShownRules> Post(DraftedDocument said) => new(RuleSet.Read(said.Document).About("document").Then(Showing.Of));

    internal static Command Verb() => Terminal.Verb.Of<ShownRules>(
        "check",
        "Read a rule set from a file, and say it in words or tell its mistakes; nothing is recorded.",
        [RulesVerb.File],
        (door, _) => Task.FromResult(RuleSetReading.OfFile(door.Get(RulesVerb.File)!).Then(Showing.Of)),
        Showing.Show);
}

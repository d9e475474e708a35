namespace Barometer.Host.RuleSets;

/// <summary>The doors of checking a file; no record is needed.</summary>
internal static class Checking
{
    public static Command Verb() => Terminal.Verb.Of<ShownRules>(
        "check",
        "Read a rule set from a file, and say it in words or tell its mistakes; nothing is recorded.",
        [RulesVerb.File],
        (door, _) => Task.FromResult(RuleSetReading.OfFile(door.Get(RulesVerb.File)!).Then(Showing.Of)),
        Showing.Show);
}

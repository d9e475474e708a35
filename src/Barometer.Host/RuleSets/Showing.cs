using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Saying;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>A rule set, and what it says in words.</summary>
/// <param name="RuleSet">Name, version and digest.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Said">Rule by rule in words, then composite, bands and inputs.</param>
/// <param name="Document">The document, whole.</param>
public sealed record ShownRules(RuleSetPin RuleSet, string Title, ImmutableArray<Said> Said, JsonElement Document);

/// <summary>The doors of one rule set.</summary>
public static class Showing
{
    /// <summary>One rule set, whole and in words.</summary>
    [WolverineGet("/v1/barometers/{barometer}/rule-sets/{name}", OperationId = "showRuleSet"), Needs(Right.Read)]
    public static async Task<Answer<ShownRules>> Get(string name, HttpDoor door) =>
        (await door.Read(async session => (await RuleSetReading.Of(session, door.Barometer, name, door.Cancellation)).Then(Of)))
        .With(shown => ("version", door.Link($"rule-sets/{shown.RuleSet}")));

    internal static Command Verb() => Terminal.Verb.Of<ShownRules>(
        "show",
        "One rule set in words: what it does, and why.",
        [RulesVerb.NamedOrFile],
        async (door, cancellation) => (await RuleSetReading.Of(door, door.Get(RulesVerb.NamedOrFile)!, cancellation)).Then(Of),
        Show);

    internal static ShownRules Of(RuleSet rules) => new(rules.Pin, rules.Title, Wording.Of(rules), rules.Document);

    internal static void Show(Door door, ShownRules shown)
    {
        door.Out.MarkupLineInterpolated($"[bold]{shown.RuleSet}[/] {shown.Title}");
        door.Out.MarkupLineInterpolated($"[dim]{shown.RuleSet.Digest}[/]");
        foreach (var said in shown.Said)
        {
            door.Out.MarkupLineInterpolated($"  [bold]{said.Id}[/]: {said.Sentence}");
            if (said.Reason.Length > 0)
                door.Out.MarkupLineInterpolated($"    [dim]{said.Reason}[/]");
        }
    }
}

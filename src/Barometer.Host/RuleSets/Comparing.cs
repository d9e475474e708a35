using System.Collections.Immutable;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>What differs between two rule sets.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other, whose differences from the first are told.</param>
/// <param name="Differences">In words; none where they mean the same.</param>
public sealed record ComparedRules(RuleSetPin First, RuleSetPin Second, ImmutableArray<Difference> Differences);

/// <summary>Two rule sets to be compared, each named, or sent as a document that need not be recorded.</summary>
public sealed record ComparisonWanted
{
    /// <summary>The one: a rule set (as-published), or a version of it (as-published@1).</summary>
    public string? First { get; init; }

    /// <summary>Its document, in place of first.</summary>
    public JsonElement? FirstDocument { get; init; }

    /// <summary>The other, whose differences from the first are told.</summary>
    public string? Second { get; init; }

    /// <summary>Its document, in place of second.</summary>
    public JsonElement? SecondDocument { get; init; }
}

/// <summary>The doors of comparing two rule sets.</summary>
public static class Comparing
{
    private static readonly Argument<string> First = new("first") { Description = "A rule set, e.g. heads-count-double@1, or a file." };
    private static readonly Argument<string> Second = new("second") { Description = "Another one; told is how it differs from the first." };

    /// <summary>What differs between two rule sets, in words.</summary>
    [WolverineGet("/v1/barometers/{barometer}/rule-sets/{name}/differences", OperationId = "compareRuleSets"), Needs(Right.Read)]
    public static Task<Answer<ComparedRules>> Get(string name, string? with, HttpDoor door) =>
        door.Read(async session =>
            (await RuleSetReading.Of(session, door.Barometer, name, door.Cancellation)).Accepted(out var first, out var refusal)
            && (await RuleSetReading.Of(session, door.Barometer, with ?? RuleSet.AsPublished.Name, door.Cancellation)).About("with").Accepted(out var second, out refusal)
                ? Between(first, second)
                : refusal);

    /// <summary>What differs between two rule sets, in words, where they need not be recorded.</summary>
    [WolverinePost("/v1/barometers/{barometer}/rule-sets/comparisons", OperationId = "compareDocuments"), Needs(Right.Read), Asks]
    public static Task<Answer<ComparedRules>> Post(ComparisonWanted said, HttpDoor door) =>
        door.Read(async session =>
            (await RuleSetReading.Of(session, (said.First, "first"), (said.FirstDocument, "firstDocument"), door.Cancellation)).Accepted(out var first, out var refusal)
            && (await RuleSetReading.Of(session, (said.Second, "second"), (said.SecondDocument, "secondDocument"), door.Cancellation)).Accepted(out var second, out refusal)
                ? Between(first, second)
                : refusal);

    internal static Command Verb() => Terminal.Verb.Of<ComparedRules>(
        "compare",
        "What differs between two rule sets, in words.",
        [First, Second],
        async (door, cancellation) =>
            (await RuleSetReading.Of(door, door.Get(First)!, cancellation)).Accepted(out var first, out var refusal)
            && (await RuleSetReading.Of(door, door.Get(Second)!, cancellation)).Accepted(out var second, out refusal)
                ? Between(first, second)
                : refusal,
        Show);

    private static Decision<ComparedRules> Between(RuleSet first, RuleSet second) => new ComparedRules(first.Pin, second.Pin, Domain.RuleSets.Comparing.Compare(first, second));

    private static void Show(Door door, ComparedRules compared)
    {
        door.Out.MarkupLineInterpolated($"[bold]{compared.Second}[/] differs from [bold]{compared.First}[/]:");
        foreach (var difference in compared.Differences)
            door.Out.MarkupLineInterpolated($"  {difference.Part}: {difference.Sentence}");
        if (compared.Differences.IsEmpty)
            door.Out.WriteLine(compared.First.Digest == compared.Second.Digest ? "  in nothing." : "  in nothing but the way it is written, or its name and version.");
    }
}

using System.Collections.Immutable;
using Barometer.Domain.RuleSets;
using Spectre.Console;

namespace Barometer.Host.RuleSets;

/// <summary>What differs between two rule sets.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other, whose differences from the first are told.</param>
/// <param name="Differences">In words; none where they mean the same.</param>
internal sealed record ComparedRules(RuleSetPin First, RuleSetPin Second, ImmutableArray<Difference> Differences);

/// <summary>The doors of comparing two rule sets.</summary>
internal static class Comparing
{
    private static readonly Argument<string> First = new("first") { Description = "A rule set, e.g. heads-count-double@1, or a file." };
    private static readonly Argument<string> Second = new("second") { Description = "Another one; told is how it differs from the first." };

    public static Command Verb() => Terminal.Verb.Of<ComparedRules>(
        "compare",
        "What differs between two rule sets, in words.",
        [First, Second],
        async (door, cancellation) =>
            (await RuleSetReading.Of(door, door.Get(First)!, cancellation)).Accepted(out var first, out var refusal)
            && (await RuleSetReading.Of(door, door.Get(Second)!, cancellation)).Accepted(out var second, out refusal)
                ? new ComparedRules(first.Pin, second.Pin, Domain.RuleSets.Comparing.Compare(first, second))
                : refusal,
        Show);

    private static void Show(Door door, ComparedRules compared)
    {
        door.Out.MarkupLineInterpolated($"[bold]{compared.Second}[/] differs from [bold]{compared.First}[/]:");
        foreach (var difference in compared.Differences)
            door.Out.MarkupLineInterpolated($"  {difference.Part}: {difference.Sentence}");
        if (compared.Differences.IsEmpty)
            door.Out.WriteLine(compared.First.Digest == compared.Second.Digest ? "  in nothing." : "  in nothing but the way it is written, or its name and version.");
    }
}

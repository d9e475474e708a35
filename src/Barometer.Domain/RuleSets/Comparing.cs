using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Saying;

namespace Barometer.Domain.RuleSets;

/// <summary>One way in which two rule sets differ.</summary>
/// <param name="Part">Which part of them: rules, levels, bands, composite, inputs, title.</param>
/// <param name="Id">The rule or input, the dimension of the bands; null where the part is one.</param>
/// <param name="Sentence">The difference, for a person.</param>
public sealed record Difference(string Part, string? Id, string Sentence);

/// <summary>Says what differs between two rule sets.</summary>
public static class Comparing
{
    /// <summary>Every difference of the second from the first; none where they mean the same, however they are written.</summary>
    public static ImmutableArray<Difference> Compare(RuleSet first, RuleSet second) =>
    [
        .. Replaced("title", id: null, "the title", first.Title, second.Title),
        .. Changed("levels", id: null, "the levels are", Levels(first), Levels(second)),
        .. Rules(first, second),
        .. Parts("composite", [.. Composite(first)], [.. Composite(second)]),
        .. Parts("bands", [.. first.Bands.Select(Wording.Of)], [.. second.Bands.Select(Wording.Of)]),
        .. Parts("inputs", [.. first.Inputs.Select(Wording.Of)], [.. second.Inputs.Select(Wording.Of)]),
    ];

    private static string Levels(RuleSet rules) => rules.Levels.IsEmpty ? "none" : string.Join(", ", rules.Levels);

    private static IEnumerable<Said> Composite(RuleSet rules) => rules.Composite is { } composite ? [Wording.Of(composite)] : [];

    private static IEnumerable<Difference> Rules(RuleSet first, RuleSet second)
    {
        var olds = first.Rules.ToDictionary(r => r.Id);
        foreach (var gone in first.Rules.ExceptBy(second.Rules.Select(r => r.Id), r => r.Id))
            yield return Gone("rules", Wording.Of(gone));
        foreach (var rule in second.Rules)
        {
            if (!olds.TryGetValue(rule.Id, out var old))
                yield return New("rules", Wording.Of(rule));
            else
            {
                foreach (var difference in RuleComparison.Of(old, rule))
                    yield return difference;
            }
        }

        foreach (var (id, after, before) in Reordered.Of([.. first.Rules.Select(r => r.Id)], [.. second.Rules.Select(r => r.Id)]))
            yield return new Difference("rules", id, $"'{id}' comes {After(after)} instead of {After(before)}");
    }

    private static IEnumerable<Difference> Parts(string part, ImmutableArray<Said> first, ImmutableArray<Said> second)
    {
        foreach (var gone in first.ExceptBy(second.Select(s => s.Id), s => s.Id))
            yield return Gone(part, gone);
        foreach (var said in second)
        {
            if (first.FirstOrDefault(s => s.Id == said.Id) is not { } old)
                yield return New(part, said);
            else
            {
                foreach (var difference in Changed(part, said.Id, $"'{said.Id}'", old.Sentence, said.Sentence).Concat(Replaced(part, said.Id, $"the reason of '{said.Id}'", old.Reason, said.Reason)))
                    yield return difference;
            }
        }
    }

    internal static IEnumerable<Difference> Changed(string part, string? id, string what, string before, string after) =>
        before == after ? [] : [new Difference(part, id, $"{what} {Instead(before, after)}")];

    internal static IEnumerable<Difference> Replaced(string part, string? id, string what, string before, string after) =>
        before == after ? [] : [new Difference(part, id, $"{what} is '{after}' instead of '{before}'")];

    private static string After(string? id) => id is null ? "first" : $"after '{id}'";

    private static Difference New(string part, Said said) => new(part, said.Id, $"'{said.Id}' is new: {said.Sentence}");

    private static Difference Gone(string part, Said said) => new(part, said.Id, $"'{said.Id}' is gone: {said.Sentence}");

    // "multiplies the value by 2.5 instead of 2": what both begin with is said once.
    private static string Instead(string before, string after)
    {
        string[] old = before.Split(' '), now = after.Split(' ');
        var same = old.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        return same == 0 || same == old.Length || same == now.Length ? $"{after}, instead of: {before}" : $"{after} instead of {string.Join(' ', old[same..])}";
    }
}

using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Saying;

/// <summary>Says what a rule does.</summary>
public static class ActWording
{
    // A longer table is counted, and not said.
    private const int Short = 8;

    /// <summary>What it does: <c>multiplies the positive part by 2</c>.</summary>
    public static string Of(Act act) => act switch
    {
        SetAside => "sets assigned points aside",
        Classify classify => $"reads {Words.Of(classify.As)} from {Words.Of(classify.By)}, where the record says none ({Count(classify.Words.Count, "word")})",
        Set set => $"sets {Said(set.Part)} {Of(set.Value, "to")}{(set.Dimension is { } dimension ? $", of an unscored one in {dimension}" : "")}",
        Scale scale => $"multiplies {Said(scale.Part)} {Of(scale.Factor, "by")}",
        Clamp clamp => $"bounds the value: {Words.Of(clamp.From?.ToDecimal(), clamp.To?.ToDecimal())}",
        Exclude => "counts it nowhere",
        MoveTo move => $"counts it in {move.Dimension}",
        Keep keep => $"keeps, of those of one {Words.Of(keep.Per)}, {Said(keep.Which)}",
        _ => OfSums(act),
    };

    private static string OfSums(Act act) => act switch
    {
        FileBy file => $"counts it {Said(file.By)}",
        Cap cap => $"bounds the sums of {(cap.Per.IsEmpty ? "a period" : $"each {Words.Of(cap.Per)} in a period")}{Bound(", positive at most ", cap.Positive)}{Bound(", negative at least ", cap.Negative)}",
        Compare compare => $"compares the {Record.Word.Of(compare.Count)} of a period with the period before, and gives {compare.Dimension} {compare.Fewer} for fewer, {compare.Same} for as many, {compare.More} for more",
        Saturate saturate => $"counts it less the nearer the index is to {saturate.Limit} in its direction",
        Level { HalfLife: { } halfLife } => $"makes the index a level, half of which is gone after {halfLife} days",
        Level => "makes the index a level of which nothing goes",
        _ => throw new InvalidOperationException($"{act.GetType().Name} is not known to {nameof(ActWording)}."),
    };

    /// <summary>The number of every word of its table, or what every word means; none where it has no table.</summary>
    internal static ImmutableSortedDictionary<string, string> Table(Act act) => act switch
    {
        Classify classify => classify.Words,
        Set { Value: ByWord by } => Said(by),
        Scale { Factor: ByWord by } => Said(by),
        _ => ImmutableSortedDictionary<string, string>.Empty,
    };

    private static string Of(Amount amount, string before) => amount switch
    {
        Same same => $"{before} {same.Number}",
        ByWord { Numbers.Count: > Short } by => $"by {Words.Of(by.By)} ({Count(by.Numbers.Count, "number")})",
        ByWord by => $"by {Words.Of(by.By)} ({string.Join(", ", by.Numbers.Select(n => $"{n.Key}: {n.Value}"))})",
        ByEvidence by => $"by the rows it cites{(by.Table is null ? "" : $" of {by.Table}")} ({string.Join(", ", by.Buckets.Select(b => $"{Words.Of(b.Count)}: {b.Number}"))}{Bound(", unknown: ", by.Unknown)})",
        _ => throw new InvalidOperationException($"{amount.GetType().Name} is not known to {nameof(ActWording)}."),
    };

    private static ImmutableSortedDictionary<string, string> Said(ByWord by) => by.Numbers.ToImmutableSortedDictionary(n => n.Key, n => n.Value.ToString(), by.Numbers.KeyComparer);

    private static string Said(Part part) => part == Part.Both ? "the value" : $"the {Record.Word.Of(part)} part";

    private static string Said(Kept kept) => kept switch
    {
        Kept.First => "the first",
        Kept.Largest => "the one furthest from 0",
        _ => "those of the highest level",
    };

    private static string Said(Filed filed) => filed switch
    {
        Filed.FirstDay => "in the period of its first day",
        Filed.LastDay => "in the period of its last day",
        Filed.LargerShare => "in the period with most of its days",
        _ => "in each period by its share of the days",
    };

    private static string Bound(string before, FixedPoint? bound) => bound is { } number ? $"{before}{number}" : "";

    private static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}

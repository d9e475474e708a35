using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Saying;

/// <summary>A part of a rule set in a sentence.</summary>
/// <param name="Id">Its id; the dimension of a scale.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="Reason">Why; empty where none is given.</param>
public sealed record Said(string Id, string Sentence, string Reason);

/// <summary>Says a rule set in words.</summary>
public static class Wording
{
    /// <summary>Rule by rule, in their order, then composite, scales and inputs.</summary>
    public static ImmutableArray<Said> Of(RuleSet rules) =>
    [
        .. rules.Rules.Select(Of),
        .. rules.Composite is { } composite ? [Of(composite)] : ImmutableArray<Said>.Empty,
        .. rules.Bands.Select(Of),
        .. rules.Inputs.Select(Of),
    ];

    /// <summary>A rule.</summary>
    public static Said Of(Rule rule) => new(
        rule.Id, $"{(ConditionWording.Of(rule.When) is { Length: > 0 } when ? $"where {when}, " : "")}{ActWording.Of(rule.Act)}", rule.Reason);

    /// <summary>A composite.</summary>
    public static Said Of(Composite composite) => new(
        composite.Id,
        $"puts the indices in {composite.Dimension} together as {Record.Word.Of(composite.Mean)} mean, {Said(composite.Normalisation)}{Reference(composite)}: {string.Join(", ", composite.Parts.Select(p => $"{p.Relationship} {p.Weight}{(p.Reversed ? " reversed" : "")}"))}",
        composite.Reason);

    /// <summary>A scale of bands.</summary>
    public static Said Of(BandScale scale) => new(
        scale.Dimension,
        $"has the bands {string.Join(", ", scale.Bands.Select(b => $"{b.Name} {Words.Of(b.From, b.To)}{(b.Meaning is { Length: > 0 } meaning ? $" '{meaning}'" : "")}"))}; {(scale.Rounding is { } rounding ? $"rounded {Record.Word.Of(rounding)}" : "without rounding")}{(scale.Domain is { } domain ? $", for values {Words.Of(domain)}" : "")}",
        "");

    /// <summary>An input.</summary>
    public static Said Of(Input input) => new(
        input.Id, $"varies {Record.Word.Of(input.Varies)}{(input.Rule is null ? "" : $" of {input.Rule}")}{(input.Word is null ? "" : $" for {input.Word}")}: {Said(input.Distribution)}", input.Reason);

    private static string Said(Normalisation normalisation) => normalisation switch
    {
        Normalisation.None => "as they are",
        Normalisation.PerDevelopment => "per development",
        _ => $"made comparable by {Record.Word.Of(normalisation)}",
    };

    private static string Reference(Composite composite) => (composite.From, composite.To) switch
    {
        (null, null) => "",
        ({ } from, null) => $" since {from}",
        (null, { } to) => $" until {to}",
        ({ } from, { } to) => $" of {from} to {to}",
    };

    private static string Said(Distribution distribution) => distribution switch
    {
        Uniform uniform => $"uniform from {uniform.From} to {uniform.To}",
        Triangular triangular => $"triangular from {triangular.From} over {triangular.Mode} to {triangular.To}",
        Normal normal => $"normal around {normal.Mean}, deviation {normal.Deviation}, {Words.Of(normal.From?.ToDecimal(), normal.To?.ToDecimal())}",
        OneOf oneOf => $"one of {string.Join(", ", oneOf.Values.Select(c => $"{c.Value} with {c.Probability}"))}",
        _ => throw new InvalidOperationException($"{distribution.GetType().Name} is not known to {nameof(Wording)}."),
    };
}

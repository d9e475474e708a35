using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Saying;

/// <summary>How lists, spans and traits are said.</summary>
internal static class Words
{
    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IEnumerable<string> words) => Joined([.. words], " or ");

    /// <summary><c>a, b and c</c>.</summary>
    public static string And(IEnumerable<string> words) => Joined([.. words], " and ");

    /// <summary><c>from 1 to 5</c>, <c>at least 1</c>, <c>at most 5</c>, <c>5</c>.</summary>
    public static string Of<T>(T? from, T? to)
        where T : struct, IFormattable => (from, to) switch
        {
            ({ } least, { } most) => Equals(least, most) ? Said(least) : $"from {Said(least)} to {Said(most)}",
            ({ } least, null) => $"at least {Said(least)}",
            (null, { } most) => $"at most {Said(most)}",
            _ => "anything",
        };

    /// <summary>The same of a span.</summary>
    public static string Of(Span? span) => span is null ? "anything" : Of(span.From?.ToDecimal(), span.To?.ToDecimal());

    /// <summary>What a trait is called.</summary>
    public static string Of(Trait trait) => trait switch
    {
        Trait.EventType => "its event type",
        Trait.Mode => "its mode",
        Trait.Context => "a context of it",
        Trait.Cameo => "its CAMEO code",
        Trait.QuadClass => "its quad class",
        Trait.Theme => "its theme",
        Trait.Stage => "its stage",
        Trait.Place => "its place",
        Trait.SourceName => "a source",
        Trait.SourceCountry => "a source's country",
        Trait.SourceGroup => "a source's group",
        Trait.SourceLevel => "a source's level",
        Trait.TargetName => "a target",
        Trait.TargetCountry => "a target's country",
        Trait.TargetGroup => "a target's group",
        Trait.TargetLevel => "a target's level",
        _ => "anybody's level",
    };

    /// <summary>What several have in common: <c>the same day and source</c>.</summary>
    public static string Of(ImmutableArray<Key> per) => And(per.Select(k => Record.Word.Of(k).Replace('-', ' ')));

    // A day as 2019-12-05, a number as it is.
    private static string Said(IFormattable value) =>
        value.ToString(value is DateOnly ? "yyyy-MM-dd" : value is decimal ? "0.#########" : null, System.Globalization.CultureInfo.InvariantCulture);

    private static string Joined(ImmutableArray<string> words, string last) => words.Length < 2
        ? string.Concat(words)
        : string.Join(", ", words[..^1]) + last + words[^1];
}

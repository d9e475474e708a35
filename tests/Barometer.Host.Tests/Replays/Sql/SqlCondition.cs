using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Conditions as SQL, true or false and never null. What evidence is cited, and what is said of one and the same actor, is not in the flat table.</summary>
internal static class SqlCondition
{
    public static bool CanSay(Condition condition) => condition switch
    {
        All all => all.Conditions.All(CanSay),
        Any any => any.Conditions.All(CanSay),
        Not not => CanSay(not.Condition),
        CitesEvidence or HasActor => false,
        _ => true,
    };

    public static string Of(Condition condition) => condition switch
    {
        All all => $"(true{string.Concat(all.Conditions.Select(c => $" and {Of(c)}"))})",
        Any any => $"(false{string.Concat(any.Conditions.Select(c => $" or {Of(c)}"))})",
        Not not => $"(not {Of(not.Condition)})",
        Says says => Said(says),
        NonEvent nonEvent => nonEvent.Is ? "non_event" : "(not non_event)",
        OfRelationship of => $"(relationship = any({SqlText.Array(of.Keys)}))",
        InDimension dimension => $"coalesce(dimension = any({SqlText.Array(dimension.Keys)}), false)",
        OnDay on => $"(true{(on.From is { } from ? $" and day >= {SqlText.Of(from)}" : "")}{(on.To is { } to ? $" and day <= {SqlText.Of(to)}" : "")})",
        Assigned assigned => Points(assigned),
        TitleHas title => $"(false{string.Concat(title.Texts.Select(t => $" or position({SqlText.Of(t.ToUpperInvariant())} in upper(title)) > 0"))})",
        _ => throw new NotSupportedException($"{condition}"),
    };

    /// <summary>The column of a trait that says one word at most; null of one that says several.</summary>
    public static string? Column(Trait trait) => trait switch
    {
        Trait.EventType => "event_type",
        Trait.Mode => "mode",
        Trait.Cameo => "cameo",
        Trait.QuadClass => "quad_class",
        Trait.Theme => "theme",
        Trait.Stage => "stage",
        Trait.Place => "location",
        _ => null,
    };

    /// <summary>Whether a word that is said is meant by one of a rule.</summary>
    public static string Means(Trait trait, string column, string written) => trait == Trait.Cameo && written.EndsWith('*')
        ? $"starts_with({column}, {SqlText.Of(written[..^1])})"
        : $"{SqlText.Plain(column)} = {SqlText.Of(SqlText.PlainWord(written))}";

    private static string Said(Says says) => Column(says.Trait) is { } column
        ? $"coalesce(false{string.Concat(says.Words.Select(w => $" or {Means(says.Trait, column, w)}"))}, false)"
        : $"exists (select from unnest({Columns(says.Trait)}) word where false{string.Concat(says.Words.Select(w => $" or {Means(says.Trait, "word", w)}"))})";

    private static string Columns(Trait trait) => trait switch
    {
        Trait.Context => "contexts",
        Trait.SourceName => "source_names",
        Trait.SourceCountry => "source_countries",
        Trait.SourceGroup => "source_groups",
        Trait.SourceLevel => "source_levels",
        Trait.TargetName => "target_names",
        Trait.TargetCountry => "target_countries",
        Trait.TargetGroup => "target_groups",
        Trait.TargetLevel => "target_levels",
        _ => "source_levels || target_levels",
    };

    private static string Points(Assigned assigned)
    {
        if (assigned.Points is not { } span)
            return $"(dimension is {(assigned.Scored ? "not " : "")}null)";
        var points = assigned.Part switch { Part.Positive => "positive", Part.Negative => "negative", _ => "positive + negative" };
        return $"(dimension is {(assigned.Scored ? "not " : "")}null{(span.From is { } from ? $" and {points} >= {SqlText.Of(from)}" : "")}{(span.To is { } to ? $" and {points} <= {SqlText.Of(to)}" : "")})";
    }
}

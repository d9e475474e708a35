using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Conditions as SQL, true or false and never null.</summary>
internal static class SqlCondition
{
    public static string Of(Condition condition) => condition switch
    {
        All all => $"(true{string.Concat(all.Conditions.Select(c => $" and {Of(c)}"))})",
        Any any => $"(false{string.Concat(any.Conditions.Select(c => $" or {Of(c)}"))})",
        Not not => $"(not {Of(not.Condition)})",
        Says says => Said(says),
        HasActor actor => Is(actor),
        CitesEvidence cites => SqlEvidence.Of(cites),
        NonEvent nonEvent => nonEvent.Is ? "non_event" : "(not non_event)",
        OfRelationship of => $"(relationship = any({SqlText.Array(of.Keys)}))",
        InDimension dimension => $"coalesce(dimension = any({SqlText.Array(dimension.Keys)}), false)",
        OnDay on => $"(true{(on.From is { } from ? $" and day >= {SqlText.Of(from)}" : "")}{(on.To is { } to ? $" and day <= {SqlText.Of(to)}" : "")})",
        Assigned assigned => Points(assigned),
        TitleHas title => $"(false{string.Concat(title.Texts.Select(t => $" or position({SqlText.Of(t.ToUpperInvariant())} in upper(title)) > 0"))})",
        _ => throw new NotSupportedException($"{condition}"),
    };

    private static string Said(Says says) => SqlWords.Column(says.Trait) is { } column
        ? $"coalesce(false{string.Concat(says.Words.Select(w => $" or {SqlWords.Means(says.Trait, column, w)}"))}, false)"
        : $"exists (select from unnest({SqlWords.Columns(says.Trait)}) word where false{string.Concat(says.Words.Select(w => $" or {SqlWords.Means(says.Trait, "word", w)}"))})";

    // All of it of one and the same actor.
    private static string Is(HasActor actor)
    {
        var asked = One("actor->>'name'", actor.Names) + One("actor->>'country'", actor.Countries) + One("actor->>'level'", actor.Levels)
            + (actor.Groups.IsEmpty ? "" : $" and exists (select from jsonb_array_elements_text(actor->'groups') member where true{One("member", actor.Groups)})");
        return $"exists (select from jsonb_array_elements({(actor.Role == Role.Source ? "source_actors" : "target_actors")}) actor where true{asked})";
    }

    private static string One(string said, IReadOnlyCollection<string> words) =>
        words.Count == 0 ? "" : $" and {SqlText.Plain($"({said})")} = any({SqlText.Array(words.Select(SqlText.PlainWord))})";

    private static string Points(Assigned assigned)
    {
        if (assigned.Points is not { } span)
            return $"(dimension is {(assigned.Scored ? "not " : "")}null)";
        var points = assigned.Part switch { Part.Positive => "positive", Part.Negative => "negative", _ => "positive + negative" };
        return $"(dimension is {(assigned.Scored ? "not " : "")}null{(span.From is { } from ? $" and {points} >= {SqlText.Of(from)}" : "")}{(span.To is { } to ? $" and {points} <= {SqlText.Of(to)}" : "")})";
    }
}

using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Saying;

/// <summary>Says which developments a rule is about.</summary>
public static class ConditionWording
{
    /// <summary>After "where": <c>a source's level is head of state and its event type is CONSULT or AGREE</c>. Empty for every development.</summary>
    public static string Of(Condition condition) => condition switch
    {
        All { Conditions: [var only] } => Of(only),
        All all => string.Join(" and ", all.Conditions.Select(Within)),
        Any { Conditions: [var only] } => Of(only),
        Any any => string.Join(" or ", any.Conditions.Select(Within)),
        Not not => $"not ({Whole(not.Condition)})",
        Says says => $"{Words.Of(says.Trait)} is {Words.Or(says.Words)}",
        HasActor actor => $"one {(actor.Role == Role.Source ? "source" : "target")} {Words.And(Traits(actor))}",
        NonEvent nonEvent => nonEvent.Is ? "it did not happen" : "it did happen",
        CitesEvidence cites => $"it cites {Words.Or([cites.Table ?? "evidence"])}{Rows(cites)}",
        OfRelationship of => $"its relationship is {Words.Or(of.Keys)}",
        InDimension dimension => $"it is scored in {Words.Or(dimension.Keys)}",
        OnDay on => $"its day is {Words.Of(on.From, on.To)}",
        Assigned assigned => Points(assigned),
        TitleHas title => $"its title has {Words.Or(title.Texts.Select(t => $"'{t}'"))} in it",
        _ => throw new InvalidOperationException($"{condition.GetType().Name} is not known to {nameof(ConditionWording)}."),
    };

    private static string Whole(Condition condition) => Of(condition) is { Length: > 0 } said ? said : "anything";

    private static string Within(Condition condition) =>
        condition is (All or Any) and not (All { Conditions.Length: 1 } or Any { Conditions.Length: 1 }) ? $"({Whole(condition)})" : Of(condition);

    private static IEnumerable<string> Traits(HasActor actor) =>
        from trait in new (string Said, ImmutableArray<string> Words)[] { ("is", actor.Names), ("is from", actor.Countries), ("is in", actor.Groups), ("has the level", actor.Levels) }
        where !trait.Words.IsEmpty
        select $"{trait.Said} {Words.Or(trait.Words)}";

    private static string Rows(CitesEvidence cites) =>
        cites.Unknown ? " with an unknown number of rows" : cites.Count is { } count ? $" with {Words.Of(count)} rows" : "";

    private static string Points(Assigned assigned) => assigned switch
    {
        { Scored: false } => "it is not scored",
        { Points: null, Part: Part.Both } => "it is scored",
        { Part: Part.Both } => $"its points are {Words.Of(assigned.Points)}",
        _ => $"its {Record.Word.Of(assigned.Part)} part is {Words.Of(assigned.Points)}",
    };
}

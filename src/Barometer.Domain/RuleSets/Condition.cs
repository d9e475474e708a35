using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>Which developments a rule is about.</summary>
public abstract record Condition
{
    /// <summary>Every development.</summary>
    public static Condition Always { get; } = new All([]);

    /// <summary>The conditions that stand alone, of which it is made.</summary>
    public IEnumerable<Condition> Parts() => this switch
    {
        All all => all.Conditions.SelectMany(c => c.Parts()),
        Any any => any.Conditions.SelectMany(c => c.Parts()),
        Not not => not.Condition.Parts(),
        _ => [this],
    };
}

/// <summary>Holds when every one of some holds.</summary>
/// <param name="Conditions">Which; without any it always holds.</param>
public sealed record All(ImmutableArray<Condition> Conditions) : Condition;

/// <summary>Holds when at least one of some holds.</summary>
/// <param name="Conditions">Which.</param>
public sealed record Any(ImmutableArray<Condition> Conditions) : Condition;

/// <summary>Holds when another does not.</summary>
/// <param name="Condition">The other.</param>
public sealed record Not(Condition Condition) : Condition;

/// <summary>What of a development a condition or a table looks at; each is a word of the classification.</summary>
public enum Trait
{
    /// <summary>PLOVER event type.</summary>
    EventType,

    /// <summary>PLOVER mode.</summary>
    Mode,

    /// <summary>PLOVER contexts; several at once.</summary>
    Context,

    /// <summary>CAMEO code; a written code that ends in <c>*</c> means all that start so.</summary>
    Cameo,

    /// <summary>Quad class, 1 to 4.</summary>
    QuadClass,

    /// <summary>The publisher's heading.</summary>
    Theme,

    /// <summary>Stage.</summary>
    Stage,

    /// <summary>Place.</summary>
    Place,

    /// <summary>Names of who acts.</summary>
    SourceName,

    /// <summary>Countries of who acts.</summary>
    SourceCountry,

    /// <summary>Groups, at that date, of who acts.</summary>
    SourceGroup,

    /// <summary>Levels of who acts; in a table the highest of them.</summary>
    SourceLevel,

    /// <summary>Names of who is acted on.</summary>
    TargetName,

    /// <summary>Countries of who is acted on.</summary>
    TargetCountry,

    /// <summary>Groups, at that date, of who is acted on.</summary>
    TargetGroup,

    /// <summary>Levels of who is acted on; in a table the highest of them.</summary>
    TargetLevel,

    /// <summary>Levels of anybody in it; in a table the highest of them.</summary>
    Level,
}

/// <summary>Holds when a trait says one of some words, in capitals or not, with spaces, hyphens or underscores.</summary>
/// <param name="Trait">Which.</param>
/// <param name="Words">One or more.</param>
public sealed record Says(Trait Trait, ImmutableArray<string> Words) : Condition;

/// <summary>On which side of a development an actor stands.</summary>
public enum Role
{
    /// <summary>Acts.</summary>
    Source,

    /// <summary>Is acted on.</summary>
    Target,
}

/// <summary>Holds when one and the same actor is all of this; a list without words asks nothing.</summary>
/// <param name="Role">On which side.</param>
/// <param name="Names">One of these names.</param>
/// <param name="Countries">One of these countries.</param>
/// <param name="Groups">At that date in one of these groups.</param>
/// <param name="Levels">Of one of these levels.</param>
public sealed record HasActor(
    Role Role, ImmutableArray<string> Names, ImmutableArray<string> Countries, ImmutableArray<string> Groups, ImmutableArray<string> Levels) : Condition
{
    /// <summary>True when an actor of the classification is all of it.</summary>
    public bool Holds(Classification classification) => (Role == Role.Source ? classification.Sources : classification.Targets).Any(Holds);

    private bool Holds(WorldActor actor) =>
        Says(Names, [actor.Name]) && Says(Countries, [actor.Country]) && Says(Groups, actor.Groups) && Says(Levels, [actor.Level]);

    private static bool Says(ImmutableArray<string> asked, IEnumerable<string?> said) =>
        asked.IsEmpty || said.OfType<string>().Any(s => asked.Any(a => Spelling.AreSame(a, s)));
}

/// <summary>Holds for what did not happen, or for what did.</summary>
/// <param name="Is">Which of both.</param>
public sealed record NonEvent(bool Is) : Condition;

/// <summary>Holds for what cites a table, with so many rows.</summary>
/// <param name="Table">Which table; null for any.</param>
/// <param name="Count">Which counts; null for any.</param>
/// <param name="Unknown">True for "the number is unknown", and nothing else.</param>
public sealed record CitesEvidence(string? Table, Span? Count, bool Unknown) : Condition;

/// <summary>Holds for developments of some relationships.</summary>
/// <param name="Keys">Their keys.</param>
public sealed record OfRelationship(ImmutableArray<string> Keys) : Condition;

/// <summary>Holds for what is scored in some dimensions, as assigned; an unscored development is in none.</summary>
/// <param name="Keys">Their keys.</param>
public sealed record InDimension(ImmutableArray<string> Keys) : Condition;

/// <summary>Holds for developments that count on a day of a span: the day of the running index, which lies in the period filed under.</summary>
/// <param name="From">The first; null for no first.</param>
/// <param name="To">The last; null for no last.</param>
public sealed record OnDay(DateOnly? From, DateOnly? To) : Condition;

/// <summary>A part of a score.</summary>
public enum Part
{
    /// <summary>Both of them: what a rule changes. What a condition looks at is then their sum.</summary>
    Both,

    /// <summary>The positive one.</summary>
    Positive,

    /// <summary>The negative one.</summary>
    Negative,
}

/// <summary>Holds for points as editors assigned them.</summary>
/// <param name="Scored">True for scored developments, false for unscored ones.</param>
/// <param name="Part">Which part is looked at; with <see cref="Part.Both"/> the aggregate.</param>
/// <param name="Points">Which values; null for any.</param>
public sealed record Assigned(bool Scored, Part Part, Span? Points) : Condition;

/// <summary>Holds when the title has one of some texts in it, in capitals or not.</summary>
/// <param name="Texts">One or more.</param>
public sealed record TitleHas(ImmutableArray<string> Texts) : Condition;

/// <summary>Values from a lowest to a highest.</summary>
/// <param name="From">The lowest; null for no lower bound.</param>
/// <param name="To">The highest; null for no upper bound.</param>
public sealed record Span(FixedPoint? From, FixedPoint? To)
{
    /// <summary>True when the value lies between them or is one of them.</summary>
    public bool Holds(FixedPoint value) => (From is not { } from || value >= from) && (To is not { } to || value <= to);
}

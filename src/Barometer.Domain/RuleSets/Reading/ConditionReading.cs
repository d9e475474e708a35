using System.Collections.Immutable;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Reads what stands under <c>when:</c>.</summary>
internal sealed class ConditionReading(Mistakes mistakes, LevelNames levels)
{
    /// <summary>How deep conditions may stand in one another; recorded JSON holds twice as much.</summary>
    public const int Deepest = 24;

    // In one order, whatever the file's or the database's: the same is said in the same words.
    private static readonly string[] Keys = new Shape(Schema.Referred("#/$defs/condition")).Keys;

    public Condition Read(Node? node, int depth = 1)
    {
        if (node is null)
            return Condition.Always;
        if (depth > Deepest)
        {
            mistakes.Tell(node, $"Conditions stand in one another more than {Deepest} deep.");
            return Condition.Always;
        }

        var fields = new Fields(node);
        ImmutableArray<Condition> conditions = [.. fields.Entries.OrderBy(e => Array.IndexOf(Keys, e.Key.Text)).Select(e => One(e.Key.Text, e.Value, fields, depth))];
        return conditions is [var only] ? only : new All(conditions);
    }

    private Condition One(string key, Node value, Fields fields, int depth) => key switch
    {
        "all" => new All(Several(value, depth)),
        "any" => new Any(Several(value, depth)),
        "not" => new Not(Read(value, depth + 1)),
        "source" => Actor(new Fields(value), Role.Source),
        "target" => Actor(new Fields(value), Role.Target),
        "actor" => Anybody(new Fields(value)),
        "nonEvent" => new NonEvent(fields.Flag(key)),
        "relationship" => new OfRelationship(fields.Words(key)),
        "dimension" => new InDimension(fields.Words(key)),
        "day" => Day(new Fields(value)),
        "evidence" => Evidence(value),
        "assigned" => Assigned(value),
        "title" => new TitleHas(fields.Words(key)),
        _ => new Says(Fields.Named<Trait>(key), fields.Words(key)),
    };

    private ImmutableArray<Condition> Several(Node node, int depth) => [.. ((Sequence)node).Items.Select(i => Read(i, depth + 1))];

    private Condition Anybody(Fields actor) => actor.Entries is [{ Key.Text: "level" }]
        ? new Says(Trait.Level, Levels(actor))
        : new Any([Actor(actor, Role.Source), Actor(actor, Role.Target)]);

    // Several traits are those of one and the same actor: a head of state from Russia is not a head of state and somebody from Russia.
    private Condition Actor(Fields actor, Role role) => actor.Entries is [{ Key.Text: var key }]
        ? new Says(Fields.Named<Trait>($"{role}{key}"), key == "level" ? Levels(actor) : actor.Words(key))
        : new HasActor(role, actor.Words("name"), actor.Words("country"), actor.Words("group"), Levels(actor));

    private ImmutableArray<string> Levels(Fields actor)
    {
        if (actor["level"] is { } written)
            levels.Check(written, mistakes);
        return actor.Words("level");
    }

    private OnDay Day(Fields days)
    {
        var (from, to) = (days.Day("from"), days.Day("to"));
        if (from > to)
            mistakes.Tell(days.At, $"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd} is no day: 'from' is not after 'to'.");
        return new OnDay(from, to);
    }

    private CitesEvidence Evidence(Node node)
    {
        if (node is Scalar)
            return new CitesEvidence(Table: null, Count: null, Unknown: true);
        var cited = new Fields(node);
        Span? count = cited.Has("from") || cited.Has("to") ? cited.Span(mistakes) : null;
        if (count is not null && cited.Flag("unknown"))
            mistakes.Tell(cited.At, "A count that is unknown lies between no numbers: say 'unknown' or 'from' and 'to'.");
        return new CitesEvidence(cited.TextOrNone("table"), count, cited.Flag("unknown"));
    }

    private Assigned Assigned(Node node)
    {
        if (node is Scalar scored)
            return new Assigned(scored.Text == "true", Part.Both, Points: null);
        var points = new Fields(node);
        return new Assigned(Scored: true, points.WordOrNone<Part>("part") ?? Part.Both, points.Has("from") || points.Has("to") ? points.Span(mistakes) : null);
    }
}

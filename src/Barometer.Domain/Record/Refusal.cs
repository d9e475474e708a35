namespace Barometer.Domain.Record;

/// <summary>Why a command was refused, as a program tells refusals apart.</summary>
public enum RefusalKind
{
    /// <summary>A rule of the domain forbids it.</summary>
    Rule,

    /// <summary>The command itself makes no sense: a value out of range, a part missing.</summary>
    Usage,

    /// <summary>What the command names does not exist.</summary>
    NotFound,

    /// <summary>The command was made on a revision that is no longer the current one.</summary>
    Conflict,
}

/// <summary>What stands where a command was made on something older.</summary>
/// <param name="Revision">The current revision.</param>
/// <param name="MadeBy">Who made it.</param>
public sealed record CurrentRevision(int Revision, string MadeBy);

/// <summary>A refused command: nothing was recorded.</summary>
/// <param name="Kind">How programs tell refusals apart.</param>
/// <param name="Sentence">For a person, at whatever door: what was wrong, where, and what to do.</param>
public sealed record Refusal(RefusalKind Kind, string Sentence)
{
    /// <summary>What to do about it, where that is known.</summary>
    public Remedy? Remedy { get; private init; }

    /// <summary>The one value that it is about, by the name that it has in a command or a question; null where it is about none, or several.</summary>
    public string? Field { get; private init; }

    /// <summary>What stands instead, where the command was made on a revision that is no longer the current one.</summary>
    public CurrentRevision? Current { get; private init; }

    /// <summary>Refused by a rule of the domain.</summary>
    public static Refusal Rule(string sentence) => new(RefusalKind.Rule, sentence);

    /// <summary>Refused because the command makes no sense as given.</summary>
    public static Refusal Usage(string sentence) => new(RefusalKind.Usage, sentence);

    /// <summary>Refused because something named does not exist.</summary>
    public static Refusal NotFound(string sentence) => new(RefusalKind.NotFound, sentence);

    /// <summary>Refused because somebody else was first.</summary>
    public static Refusal Conflict(string sentence) => new(RefusalKind.Conflict, sentence);

    /// <summary>The same refusal, with what stands instead.</summary>
    public Refusal Because(CurrentRevision current) => this with { Current = current };

    /// <summary>The same refusal, of one value.</summary>
    public Refusal About(string field) => this with { Field = field };

    /// <summary>The same refusal; where nothing has the name that was given, with a sentence on what else can be named.</summary>
    public Refusal OrNamed(string sentence) => Kind == RefusalKind.NotFound ? this with { Sentence = $"{Sentence} {sentence}" } : this;

    /// <summary>The same refusal, with what to do about it.</summary>
    public Refusal Until(RemedyKind kind, params IEnumerable<object> with) => this with { Remedy = new Remedy(kind, [.. with.Select(w => w.ToString()!)]) };
}

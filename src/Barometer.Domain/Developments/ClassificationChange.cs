using System.Collections.Immutable;

namespace Barometer.Domain.Developments;

/// <summary>What is to be said otherwise of a development's kind. What is null stays as it is; an empty word says nothing from now on.</summary>
public sealed record ClassificationChange
{
    /// <summary>PLOVER event type.</summary>
    public string? EventType { get; init; }

    /// <summary>PLOVER mode.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, all of them.</summary>
    public ImmutableArray<string>? Contexts { get; init; }

    /// <summary>CAMEO code.</summary>
    public string? Cameo { get; init; }

    /// <summary>Derived, under a named scheme.</summary>
    public QuadClass? QuadClass { get; init; }

    /// <summary>Who acts, all of them.</summary>
    public ImmutableArray<WorldActor>? Sources { get; init; }

    /// <summary>Who is acted on, all of them.</summary>
    public ImmutableArray<WorldActor>? Targets { get; init; }

    /// <summary>The publisher's heading.</summary>
    public string? Theme { get; init; }

    /// <summary>How far it has come.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Whether it is something that did not happen.</summary>
    public bool? NonEvent { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The tables that it cites, all of them.</summary>
    public ImmutableArray<Evidence>? Evidence { get; init; }

    /// <summary>The classification after the change.</summary>
    public Classification ApplyTo(Classification current) => new()
    {
        EventType = Word(EventType, current.EventType),
        Mode = Word(Mode, current.Mode),
        Contexts = Contexts ?? current.Contexts,
        Cameo = Word(Cameo, current.Cameo),
        QuadClass = QuadClass ?? current.QuadClass,
        Sources = Sources ?? current.Sources,
        Targets = Targets ?? current.Targets,
        Theme = Word(Theme, current.Theme),
        Stage = Stage ?? current.Stage,
        NonEvent = NonEvent ?? current.NonEvent,
        Place = Word(Place, current.Place),
        Evidence = Evidence ?? current.Evidence,
    };

    private static string? Word(string? said, string? current) => said is null ? current : said.Length == 0 ? null : said;
}

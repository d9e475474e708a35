using System.Collections.Immutable;
using Barometer.Domain.Record;

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

    /// <summary>Refuses what came out of a file and lacks what it cannot be without, whatever the types say.</summary>
    public Refusal? Check()
    {
        if ((Sources ?? []).Concat(Targets ?? []).Any(a => string.IsNullOrWhiteSpace(a?.Name)))
            return Refusal.Usage("An actor has a name; country, groups and level may be left out.").About("actors");
        if ((Evidence ?? []).Any(e => string.IsNullOrWhiteSpace(e?.Table) || e.Rows.Any(r => r is not { Date.Printed: not null, Text: not null })))
            return Refusal.Usage("Evidence names its table, or none; each of its rows has a date and a text.").About("evidence");
        return QuadClass is { Class: < 1 or > 4 } or { Scheme: null }
            ? Refusal.Usage("A quad class names the scheme that derived it, and is 1, 2, 3 or 4.").About("quadClass")
            : null;
    }

    /// <summary>The classification after the change.</summary>
    public Classification ApplyTo(Classification current) => new()
    {
        EventType = Said(EventType, current.EventType),
        Mode = Said(Mode, current.Mode),
        Contexts = Contexts ?? current.Contexts,
        Cameo = Said(Cameo, current.Cameo),
        QuadClass = QuadClass ?? current.QuadClass,
        Sources = Sources ?? current.Sources,
        Targets = Targets ?? current.Targets,
        Theme = Said(Theme, current.Theme),
        Stage = Stage ?? current.Stage,
        NonEvent = NonEvent ?? current.NonEvent,
        Place = Said(Place, current.Place),
        Evidence = Evidence ?? current.Evidence,
    };

    private static string? Said(string? said, string? current) => said is null ? current : said.Length == 0 ? null : said;
}

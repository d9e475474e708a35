using System.Collections.Immutable;

namespace Barometer.Domain.Developments;

/// <summary>How far something has come that comes in stages.</summary>
public enum Stage
{
    /// <summary>Announced.</summary>
    Announced,

    /// <summary>Agreed.</summary>
    Agreed,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Ratified.</summary>
    Ratified,

    /// <summary>In force.</summary>
    InForce,
}

/// <summary>Who acts, or is acted on, in the world.</summary>
/// <param name="Name">As written by the editor.</param>
/// <param name="Country">Where from, in the editor's words.</param>
/// <param name="Groups">What the country or body belonged to at that date: NATO, CSTO, EU.</param>
/// <param name="Level">Head of state, head of government, minister, deputy minister, ambassador, agency, company, media …</param>
public sealed record WorldActor(string Name, string? Country, ImmutableArray<string> Groups, string? Level)
{
    /// <summary>What the country or body belonged to at that date; none where none was said.</summary>
    public ImmutableArray<string> Groups { get; init; } = Groups.IsDefault ? [] : Groups;
}

/// <summary>Cooperation or conflict, in words or in deeds: 1 to 4, under the scheme that derived it, for schemes disagree.</summary>
/// <param name="Scheme">Which derivation, e.g. "CAMEO".</param>
/// <param name="Class">1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.</param>
public sealed record QuadClass(string Scheme, int Class);

/// <summary>The rows of a table that a development cites.</summary>
/// <param name="Table">As printed, e.g. "Table 1"; "none" when rows are said to exist and are not listed.</param>
/// <param name="Count">How many there are, as the development itself says; null when it says that the number is unknown.</param>
/// <param name="Rows">The rows themselves, where they stood in print.</param>
public sealed record Evidence(string Table, int? Count, ImmutableArray<EvidenceRow> Rows)
{
    /// <summary>The rows themselves; none where none were said.</summary>
    public ImmutableArray<EvidenceRow> Rows { get; init; } = Rows.IsDefault ? [] : Rows;
}

/// <summary>One row of a table in print.</summary>
/// <param name="Date">When, as printed.</param>
/// <param name="Text">The rest of the row, as printed.</param>
/// <param name="Line">The first line of the publication that it stood on.</param>
public sealed record EvidenceRow(PrintedDate Date, string Text, int Line);

/// <summary>
/// What kind of development it is, in the field's own terms: all of it optional, given at scoring or later; rules match on it.
/// </summary>
public sealed record Classification
{
    /// <summary>A classification that says nothing.</summary>
    public static Classification None { get; } = new();

    /// <summary>PLOVER event type, e.g. CONSULT.</summary>
    public string? EventType { get; init; }

    /// <summary>PLOVER mode, e.g. visit.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, e.g. economic, military.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code, e.g. 036.</summary>
    public string? Cameo { get; init; }

    /// <summary>Derived, under a named scheme.</summary>
    public QuadClass? QuadClass { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<WorldActor> Sources { get; init; } = [];

    /// <summary>Who is acted on.</summary>
    public ImmutableArray<WorldActor> Targets { get; init; } = [];

    /// <summary>The publisher's heading that it stands under.</summary>
    public string? Theme { get; init; }

    /// <summary>How far it has come, where it comes in stages.</summary>
    public Stage? Stage { get; init; }

    /// <summary>True for what did not happen: "No contract signed".</summary>
    public bool NonEvent { get; init; }

    /// <summary>Where.</summary>
    public string? Place { get; init; }

    /// <summary>The tables that it cites.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];
}

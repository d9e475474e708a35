using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Barometer.Domain.Periods;

/// <summary>What a printed figure is of.</summary>
public enum FigureKind
{
    /// <summary>The positive sum in the headline.</summary>
    Positive,

    /// <summary>The negative sum in the headline.</summary>
    Negative,

    /// <summary>The aggregate in the headline.</summary>
    Aggregate,

    /// <summary>The total under a catalogue.</summary>
    CatalogueTotal,

    /// <summary>The positive label of a chart.</summary>
    ChartPositive,

    /// <summary>The negative label of a chart.</summary>
    ChartNegative,

    /// <summary>The colour.</summary>
    Band,
}

/// <summary>A number, or a colour, as it stood in print: evidence, never a sum of movements.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Figure">What it is of.</param>
/// <param name="Points">The number; null for a colour.</param>
/// <param name="Band">The colour; null for a number.</param>
/// <param name="Place">Where in the issue, in words: "headline", "chart", "Appendix 1".</param>
/// <param name="Line">The line of the text that it stood on.</param>
public sealed record PrintedFigure(string Relationship, string Dimension, FigureKind Figure, int? Points, string? Band, string Place, int Line)
{
    /// <summary>True for what another printing of the same figure would replace.</summary>
    public bool IsSameFigureAs(PrintedFigure other) =>
        (Relationship, Dimension, Figure) == (other.Relationship, other.Dimension, other.Figure);

    /// <summary>The aggregate that print gives an index: the headline's, or where there is none the total under the catalogue; null where print has neither.</summary>
    /// <param name="printed">What was printed of that index.</param>
    public static int? AggregateOf(IReadOnlyCollection<PrintedFigure> printed) =>
        printed.FirstOrDefault(f => f is { Figure: FigureKind.Aggregate, Points: not null })?.Points ?? printed.FirstOrDefault(f => f.Figure == FigureKind.CatalogueTotal)?.Points;

    /// <summary>True when the same was printed.</summary>
    public bool SaysTheSameAs(PrintedFigure other) => IsSameFigureAs(other) && (Points, Band) == (other.Points, other.Band);
}

/// <summary>Figures of a period went out in print.</summary>
/// <param name="Period">Of which period.</param>
/// <param name="Publication">What they stood in, e.g. "Minsk Barometer, issue 12".</param>
/// <param name="Figures">As printed.</param>
/// <param name="Actor">Who recorded it.</param>
public sealed record FiguresPrinted(PeriodId Period, string Publication, ImmutableArray<PrintedFigure> Figures, string Actor);

/// <summary>What a printed text is.</summary>
public enum TextKind
{
    /// <summary>What opens the issue.</summary>
    Introduction,

    /// <summary>Numbered statements.</summary>
    Trends,

    /// <summary>What is told, under its headings.</summary>
    Narrative,

    /// <summary>What is expected.</summary>
    Forecast,

    /// <summary>Notes at the foot of a page.</summary>
    Footnotes,

    /// <summary>Addresses in page footers, broken ones included.</summary>
    Sources,

    /// <summary>The rows of a table.</summary>
    Table,

    /// <summary>The colour scale.</summary>
    Scale,
}

/// <summary>A piece of text as it stood in print.</summary>
/// <param name="Heading">The heading that it stands under, or its number; null for none.</param>
/// <param name="Text">As printed, line breaks as spaces.</param>
/// <param name="FirstLine">First line of the publication's text, 1 or more.</param>
/// <param name="LastLine">Last line.</param>
public sealed record Passage(string? Heading, string Text, int FirstLine, int LastLine);

/// <summary>A section of an issue was recorded as printed.</summary>
/// <param name="Period">The period that the issue is about.</param>
/// <param name="Section">The relationship's key, or <c>issue</c> for what belongs to none.</param>
/// <param name="Kind">What text it is.</param>
/// <param name="Title">Its own title where it has one, e.g. "Table 1. Exercises in the region".</param>
/// <param name="Passages">The text.</param>
/// <param name="Actor">Who recorded it.</param>
public sealed record TextRecorded(PeriodId Period, string Section, TextKind Kind, string? Title, ImmutableArray<Passage> Passages, string Actor)
{
    /// <summary>What tells this text from the others of the issue. Told by the rest, so not recorded.</summary>
    [JsonIgnore]
    public string Key => $"{Section}/{Kind}{(Title is null ? "" : $"/{Title}")}";
}

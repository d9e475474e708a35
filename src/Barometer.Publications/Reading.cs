using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications;

/// <summary>What a file says, row by row with its lines; nothing of it is in the record yet, and nothing was dropped.</summary>
public sealed record Reading
{
    /// <summary>The file that was read, where it is one of several; its lines are told with it.</summary>
    public string? File { get; init; }

    /// <summary>What was read, e.g. "Minsk Barometer, issue 12".</summary>
    public required string Publication { get; init; }

    /// <summary>The period that the publication is about; null where each row says its own.</summary>
    public PeriodId? Period { get; init; }

    /// <summary>The rows of its catalogues, in the order of the file.</summary>
    public ImmutableArray<ReadDevelopment> Developments { get; init; } = [];

    /// <summary>The figures it prints.</summary>
    public ImmutableArray<ReadFigure> Figures { get; init; } = [];

    /// <summary>Its texts, section by section.</summary>
    public ImmutableArray<ReadText> Texts { get; init; } = [];

    /// <summary>Everything that looked like a row and was not understood.</summary>
    public ImmutableArray<NotUnderstood> NotUnderstood { get; init; } = [];

    /// <summary>What was understood and is worth a look, each with its line: a count that its table does not bear out.</summary>
    public ImmutableArray<Remark> Remarks { get; init; } = [];
}

/// <summary>A row of a catalogue.</summary>
/// <param name="Relationship">The key of the relationship that it stands under.</param>
/// <param name="Particulars">What it says; its origin has the lines.</param>
/// <param name="Points">Null when it gives none.</param>
/// <param name="Period">The period to file it under; null for the one in which its latest day lies.</param>
/// <param name="Reason">Why this score, where the row says so.</param>
public sealed record ReadDevelopment(string Relationship, Particulars Particulars, Points? Points, PeriodId? Period, string? Reason);

/// <summary>A printed figure and the period that it is of.</summary>
/// <param name="Publication">What it stood in, e.g. "Minsk Barometer, issue 12".</param>
/// <param name="Period">Of which period.</param>
/// <param name="Figure">As printed.</param>
public sealed record ReadFigure(string Publication, PeriodId Period, PrintedFigure Figure);

/// <summary>A section's text.</summary>
/// <param name="Section">The relationship's key, or <c>issue</c>.</param>
/// <param name="Kind">What text it is.</param>
/// <param name="Title">Its own title, where it has one.</param>
/// <param name="Passages">The text with its lines.</param>
public sealed record ReadText(string Section, TextKind Kind, string? Title, ImmutableArray<Passage> Passages);

/// <summary>Something that looked like a row and was not understood.</summary>
/// <param name="Line">Where it starts, 1 or more.</param>
/// <param name="Text">What stands there, at most 200 characters of it.</param>
/// <param name="Why">Why it was not understood, and what would be.</param>
public sealed record NotUnderstood(int Line, string Text, string Why)
{
    /// <summary>In which file, where several were read.</summary>
    public string? File { get; init; }

    private const int Most = 200;

    /// <summary>Tells what stands at a line, as much of it as is worth telling.</summary>
    public static NotUnderstood At(int line, string text, string why) => new(line, text.Length <= Most ? text : text[..Most], why);
}

/// <summary>Something understood that is worth a look.</summary>
/// <param name="Line">Where it stands, 1 or more.</param>
/// <param name="Text">What is worth a look.</param>
public sealed record Remark(int Line, string Text)
{
    /// <summary>In which file, where several were read.</summary>
    public string? File { get; init; }
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Publications;
using Role = Barometer.Domain.People.Role;

namespace Barometer.Host.Imports;

/// <summary>Records what was read, in one transaction: all of it, or nothing.</summary>
/// <param name="Readings">What was read, a file each.</param>
/// <param name="SkipNotUnderstood">True to record what was understood although something was not.</param>
/// <param name="DryRun">True to say what would be recorded, and record nothing.</param>
/// <param name="Actor">Who imports.</param>
public sealed record ImportPublication(ImmutableArray<Reading> Readings, bool SkipNotUnderstood, bool DryRun, string Actor)
{
    /// <summary>What whoever imports is to the barometer; null on the command line, where everybody may do everything.</summary>
    [JsonIgnore]
    public ImmutableArray<Role>? As { get; init; }

    /// <summary>Told how many rows were recorded so far.</summary>
    [JsonIgnore]
    public IProgress<int>? Progress { get; init; }
}

/// <summary>What an import came to.</summary>
/// <param name="Recorded">How many developments were recorded, or would be in a dry run.</param>
/// <param name="AlreadyRecorded">How many were in the record before.</param>
/// <param name="NotUnderstood">Everything that looked like a row and was not understood; unless asked otherwise, nothing is recorded then.</param>
/// <param name="Remarks">What was understood and is worth a look.</param>
/// <param name="Figures">How many printed figures were recorded.</param>
/// <param name="Texts">How many sections of text were recorded.</param>
/// <param name="Opened">The periods that were opened for it.</param>
/// <param name="Declared">True when the barometer itself was declared by it.</param>
/// <param name="DryRun">True when nothing was recorded because that was asked.</param>
public sealed record Imported(
    int Recorded,
    int AlreadyRecorded,
    ImmutableArray<NotUnderstood> NotUnderstood,
    ImmutableArray<Remark> Remarks,
    int Figures,
    int Texts,
    ImmutableArray<PeriodId> Opened,
    bool Declared,
    bool DryRun)
{
    /// <summary>In a dry run, every development that would be recorded, with its lines.</summary>
    public ImmutableArray<ImportedRow>? Rows { get; init; }

    /// <summary>In a dry run, every printed figure that would be recorded, with its line.</summary>
    public ImmutableArray<ReadFigure>? Printed { get; init; }

    /// <summary>In a dry run, every section of text that would be recorded, with its lines.</summary>
    public ImmutableArray<ImportedSection>? Sections { get; init; }

    /// <summary>In a dry run, every index that would move, from what to what, with its colour.</summary>
    public ImmutableArray<IndexChange>? Indices { get; init; }

    /// <summary>Of those indices: how far the record has come before it; absent where the barometer would be declared by it.</summary>
    public Positions? AsOf { get; init; }

    /// <summary>Of those indices: under which rules the colours are.</summary>
    public RuleSetPin? RuleSet { get; init; }

    /// <summary>True when nothing was recorded because something was not understood.</summary>
    public bool HeldBack { get; init; }
}

/// <summary>A development that would be recorded.</summary>
/// <param name="Reference">The reference that it would get.</param>
/// <param name="FirstLine">Where it stands in the file.</param>
/// <param name="LastLine">Where it ends.</param>
/// <param name="Date">When, as printed.</param>
/// <param name="Points">What it would count; null for unscored.</param>
/// <param name="Title">What happened.</param>
/// <param name="Period">Where it would be filed.</param>
public sealed record ImportedRow(Reference Reference, int FirstLine, int LastLine, PrintedDate Date, Points? Points, string Title, PeriodId Period);

/// <summary>A section of text that would be recorded.</summary>
/// <param name="Section">The relationship's key, or <c>issue</c>.</param>
/// <param name="Kind">What text it is.</param>
/// <param name="Title">Its own title, where it has one.</param>
/// <param name="Passages">How many pieces it has.</param>
/// <param name="FirstLine">Where the first of them starts.</param>
/// <param name="LastLine">Where the last of them ends.</param>
public sealed record ImportedSection(string Section, TextKind Kind, string? Title, int Passages, int FirstLine, int LastLine)
{
    internal static ImportedSection Of(TextRecorded text) =>
        new(text.Section, text.Kind, text.Title, text.Passages.Length, text.Passages.Min(p => p.FirstLine), text.Passages.Max(p => p.LastLine));
}

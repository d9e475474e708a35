using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Publications.Coded;

namespace Barometer.Host.Imports;

/// <summary>To which relationships the rows of coded data belong, where no mapping says it.</summary>
public enum CodedRelationships
{
    /// <summary>To those between the two countries, declared as they are found.</summary>
    Dyads,
}

/// <summary>In what periods a barometer of coded data is counted.</summary>
public enum CodedCalendar
{
    /// <summary>Months, the first January 1979, before which there are no coded data.</summary>
    Month,
}

/// <summary>Records coded events, each as a development without points, batch by batch; run again, it goes on where it was.</summary>
/// <param name="Path">The file; of one that was sent over HTTP its digest and its name, wherever it is kept.</param>
/// <param name="Format">In what form it is.</param>
/// <param name="Relationships">To which relationships its rows belong; null where a mapping says it.</param>
/// <param name="Mapping">A file that says it; null where none does.</param>
/// <param name="Calendar">The periods of a barometer that is not declared yet.</param>
/// <param name="DryRun">True to say what would be recorded, and record nothing.</param>
/// <param name="Actor">Who imports.</param>
public sealed record ImportCodedData(string Path, CodedFormat Format, CodedRelationships? Relationships, string? Mapping, CodedCalendar? Calendar, bool DryRun, string Actor)
{
    /// <summary>What whoever imports is to the barometer; null on the command line, where everybody may do everything.</summary>
    [JsonIgnore]
    public ImmutableArray<Role>? As { get; init; }

    /// <summary>Told how far it has come.</summary>
    [JsonIgnore]
    public IProgress<CodedProgress>? Progress { get; init; }

    /// <summary>Where the file is kept, if not at its path.</summary>
    [JsonIgnore]
    public string? KeptAt { get; init; }

    /// <summary>Where the mapping is kept, if not at its path.</summary>
    [JsonIgnore]
    public string? MappingKeptAt { get; init; }
}

/// <summary>How far an import of coded data has come.</summary>
/// <param name="Rows">Rows done.</param>
/// <param name="Of">How many there are.</param>
public sealed record CodedProgress(int Rows, int Of);

/// <summary>Rows that a rule of the record refused.</summary>
/// <param name="Why">Which, in a sentence.</param>
/// <param name="Rows">How many.</param>
/// <param name="FirstLine">The first of their lines.</param>
public sealed record RefusedRows(string Why, int Rows, int FirstLine);

/// <summary>What an import of coded data came to; its counts of rows add up to <see cref="Rows"/>.</summary>
public sealed record CodedImported
{
    /// <summary>How many rows the file has.</summary>
    public required int Rows { get; init; }

    /// <summary>How many developments were recorded, or would be in a dry run.</summary>
    public required int Recorded { get; init; }

    /// <summary>How many rows were in the record before, those of an earlier run of this import among them.</summary>
    public required int AlreadyRecorded { get; init; }

    /// <summary>How many rows name the same country twice.</summary>
    public required int Domestic { get; init; }

    /// <summary>How many rows do not name two countries.</summary>
    public required int WithoutTwoCountries { get; init; }

    /// <summary>How many rows the mapping does not name.</summary>
    public required int Unmapped { get; init; }

    /// <summary>Rows that a rule of the record refused: their period is closed, or before the first.</summary>
    public required ImmutableArray<RefusedRows> Refused { get; init; }

    /// <summary>The labels that are not known; their rows are recorded without a code.</summary>
    public required ImmutableArray<UnknownLabel> UnknownLabels { get; init; }

    /// <summary>After how many rows an earlier run had been interrupted, which was gone on with; absent where none was.</summary>
    public int? ResumedAfter { get; init; }

    /// <summary>True when the barometer was declared by it.</summary>
    public required bool Declared { get; init; }

    /// <summary>How many relationships were declared or added.</summary>
    public required int RelationshipsAdded { get; init; }

    /// <summary>The periods that were opened for it.</summary>
    public required ImmutableArray<PeriodId> Opened { get; init; }

    /// <summary>True when nothing was recorded because that was asked.</summary>
    public required bool DryRun { get; init; }

    /// <summary>In a dry run, the relationships that would be declared or added.</summary>
    public ImmutableArray<string>? Relationships { get; init; }
}

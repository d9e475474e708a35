using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Developments;

/// <summary>What is said of a development when it is recorded, its points apart.</summary>
public sealed record Particulars
{
    /// <summary>In a line.</summary>
    public required string Title { get; init; }

    /// <summary>When it happened.</summary>
    public required PrintedDate Date { get; init; }

    /// <summary>The day on which it was reported, where known.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Where it is told: addresses or other words, as given; never fetched.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>What kind of development it is.</summary>
    public Classification Classification { get; init; } = Classification.None;

    /// <summary>Where in a publication it was read; null when an editor recorded it by hand.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>
/// Where in a publication a development was read. The identity tells whether it is in the record already, so that the same
/// publication read twice, or read in two forms, is recorded once.
/// </summary>
/// <param name="Identity">The same for the same row in every form of the publication, e.g. <c>issue-12/russia/16</c>.</param>
/// <param name="FirstLine">First line of the text, 1 or more.</param>
/// <param name="LastLine">Last line of the text.</param>
public sealed record Origin(string Identity, int FirstLine, int LastLine)
{
    private const string Issues = "issue-";

    /// <summary>True where the identity is a place in an issue's catalogue: rows added or taken out there would give others its place.</summary>
    [JsonIgnore]
    public bool IsPlaceInIssue => Identity.StartsWith(Issues, StringComparison.Ordinal);

    /// <summary>The identity of the row at a place, from 1, of an issue's catalogue.</summary>
    public static string PlaceInIssue(int issue, string relationship, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"{Issues}{issue}/{relationship}/{place}");
}

/// <summary>The period that a development counts in, and the day of it on which the running index counts it.</summary>
/// <param name="Period">An editor's decision; dates never decide by themselves.</param>
/// <param name="Day">The latest day that its date allows, within the period.</param>
public sealed record Filing(PeriodId Period, DateOnly Day)
{
    /// <summary>Files a date under a period.</summary>
    public static Filing Under(PeriodId period, PrintedDate date) => new(period, date.DayWithin(period));
}

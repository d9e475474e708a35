using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Publications.Csv;

/// <summary>Understands rows of developments, and sees to it that none is told twice in a file.</summary>
internal sealed class DevelopmentRows(Settings settings)
{
    private readonly Dictionary<string, int> _occurrences = [];
    private readonly HashSet<string> _origins = [];

    // A row is found again by its origin, in an index of the database, whose entries have a longest length.
    private const int LongestOrigin = 500;

    public Decision<ReadDevelopment> Read(Row row)
    {
        if (!settings.Find(row["relationship"]).Accepted(out var relationship, out var refusal)
            || !Period(row).Accepted(out var period, out refusal)
            || !PrintedDateReading.Read(row["date"], period, settings.Calendar).Accepted(out var date, out refusal)
            || !Points(row, relationship).Accepted(out var points, out refusal)
            || !PrintedDateReading.Day(row.Said("reported-on")).Accepted(out var reportedOn, out refusal)
            || !ClassificationCells.Read(row).Accepted(out var classification, out refusal))
            return refusal;
        if (row["title"].Length == 0)
            return Refusal.Usage("The title is missing.");
        var identity = row.Said("origin") ?? Derived(row, relationship);
        if (identity.Length > LongestOrigin)
            return Refusal.Usage($"The origin is longer than {LongestOrigin} characters.");
        if (!_origins.Add(identity))
            return Refusal.Usage($"The origin '{identity}' is told twice in this file; each row has one of its own.");
        return new ReadDevelopment(
            relationship.Key,
            new Particulars
            {
                Title = row["title"],
                Date = date,
                ReportedOn = reportedOn,
                Sources = [.. row.Parts("sources")],
                Classification = classification,
                Origin = new Origin(identity, row.FirstLine, row.LastLine),
            },
            points,
            period,
            row.Said("reason"));
    }

    // The same row may rightly stand in a file twice: its occurrence tells one from the other.
    private string Derived(Row row, Relationship relationship)
    {
        var says = string.Join('\u001f', relationship.Key, row["period"], row["date"], row["title"], row["points"]);
        var occurrence = _occurrences[says] = _occurrences.GetValueOrDefault(says) + 1;
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(says));
        return string.Create(CultureInfo.InvariantCulture, $"csv/{Convert.ToHexStringLower(digest.AsSpan(0, 16))}/{occurrence}");
    }

    private static Decision<PeriodId?> Period(Row row) =>
        row.Said("period") is { } text ? PeriodId.Read(text).Then(p => (PeriodId?)p) : (PeriodId?)null;

    private Decision<Points?> Points(Row row, Relationship relationship)
    {
        if (row.Said("points") is not { } text)
            return (Points?)null;
        if (!PointsReading.Read(text, relationship).Accepted(out var points, out var refusal))
            return refusal;
        return settings.Check(points, relationship) is { } outside ? outside : (Points?)points;
    }
}

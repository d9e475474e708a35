using System.Globalization;
using Barometer.Publications.Tests.Coded;

namespace Barometer.Host.Tests.Replays;

/// <summary>A row of the sample, read by other means than the project's.</summary>
internal sealed record SampleRow(string Relationship, (string Dimension, decimal Points)[] Points, string EventType, string Mode, string Cameo, string[] Levels)
{
    public static IEnumerable<SampleRow> All() =>
        from row in NaiveCsv.Read(Samples.Developments)
        select new SampleRow(row["relationship"], Scores(row["points"]), row["event-type"], row["mode"], row["cameo"], [.. LevelsIn(row["source-actors"]), .. LevelsIn(row["target-actors"])]);

    // "+1", "+1/-1", or "national-security=+1 regional-tension=-1".
    private static (string, decimal)[] Scores(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=') is [var dimension, var points] ? (dimension, Sum(points)) : ("development", Sum(part)))];

    private static decimal Sum(string points) => points.Split('/').Sum(p => decimal.Parse(p, CultureInfo.InvariantCulture));

    // "Hihin [Belarus; CSTO+EEU; expert] | Russia [Russia; CSTO+EEU; government]"
    private static IEnumerable<string> LevelsIn(string actors) =>
        from actor in actors.Split('|')
        where actor.Contains('[', StringComparison.Ordinal)
        let parts = actor[(actor.IndexOf('[', StringComparison.Ordinal) + 1)..].TrimEnd(' ', ']').Split(';')
        where parts.Length > 2
        select parts[2].Trim();
}

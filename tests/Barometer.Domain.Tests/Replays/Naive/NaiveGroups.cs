using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>What rows have in common, written out.</summary>
internal sealed class NaiveGroups(IReadOnlyList<Development> developments)
{
    /// <summary>The key of a row that counts on a day.</summary>
    public string Of(IEnumerable<Key> per, NaiveRow row, DateOnly day) => string.Join(" / ", per.Select(key => key switch
    {
        Key.Relationship => row.Relationship.Key,
        Key.Day => $"{day:O}",
        Key.Source => Actors(row.Classification.Sources),
        Key.Target => Actors(row.Classification.Targets),
        Key.Cameo => row.Classification.Cameo,
        Key.EventType => row.Classification.EventType,
        Key.Theme => row.Classification.Theme,
        Key.Place => row.Classification.Place,
        _ => string.Join(' ', Happening(row.Development).Select(r => $"{r}").Order(StringComparer.Ordinal)),
    }));

    /// <summary>True for a development that tells a happening which others tell too.</summary>
    public bool IsLinked(NaiveRow row) => Happening(row.Development).Count > 1;

    // From link to link, as far as they go; a development that was withdrawn still links those that it was linked with.
    private HashSet<Reference> Happening(Development development)
    {
        HashSet<Reference> told = [development.Reference];
        for (var count = 0; count != told.Count;)
        {
            count = told.Count;
            foreach (var d in developments.Where(d => !d.Withdrawn && (told.Contains(d.Reference) || d.SameHappening.Any(told.Contains))).ToList())
                told.UnionWith(d.SameHappening.Append(d.Reference));
        }

        return told;
    }

    private static string Actors(IEnumerable<WorldActor> actors) => string.Join(", ", actors.Select(a => $"{a.Name} of {a.Country}"));
}

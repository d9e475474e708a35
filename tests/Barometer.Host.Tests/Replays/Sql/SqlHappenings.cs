namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Which happening each development tells: from link to link, as far as they go, whoever of them was withdrawn.</summary>
internal static class SqlHappenings
{
    public static IEnumerable<(string Name, string Query)> Of(int barometer)
    {
        yield return ("links", $"select reference, other from flat, unnest(linked) other where barometer = {barometer} union select other, reference from flat, unnest(linked) other where barometer = {barometer}");
        yield return ("told", $"select reference, reference as other from flat where barometer = {barometer} union select told.reference, links.other from told join links on links.reference = told.other");
        yield return ("happenings", "select reference, min(other) as happening from told group by reference");
    }
}

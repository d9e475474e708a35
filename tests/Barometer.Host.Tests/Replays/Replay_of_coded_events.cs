using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.Tests;
using Barometer.Host.Tests.Terminal;
using Barometer.Publications.Tests.Coded;

namespace Barometer.Host.Tests.Replays;

/// <summary>The sums of Goldstein values per pair and month, added up here from the raw files, beside what a replay says.</summary>
public sealed partial class Replay_of_coded_events(Server server)
{
    [Fact]
    public async Task Every_pair_and_month_of_the_ICEWS_events_of_2014_has_the_sum_of_its_Goldstein_values()
    {
        var file = SharedData.Find("icews-2014.tsv");
        var (codes, values) = (SharedData.Table("icews-labels.tsv"), SharedData.Table("cameo-goldstein.tsv"));

        var expected = Sums(
            from line in File.ReadLines(file)
            let fields = line.Split('\t')
            select (Country(fields[0]), Country(fields[2]), fields[3][..7], values[codes[fields[1]]]));

        (await Replayed("icews", file)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("gdelt-july2011.csv")]
    [InlineData("gdelt-nov2011.csv")]
    public async Task Every_pair_of_a_month_of_GDELT_has_the_sum_of_its_Goldstein_values(string name)
    {
        var file = SharedData.Find(name);
        var values = SharedData.Table("cameo-goldstein.tsv");

        var expected = Sums(
            from row in NaiveCsv.Read(file)
            where row["Actor1CountryCode"] != "NA" && row["Actor2CountryCode"] != "NA"
            select (row["Actor1CountryCode"], row["Actor2CountryCode"], row["SQLDATE"].Insert(4, "-")[..7], values[row["EventCode"]]));

        (await Replayed("gdelt", file)).ShouldBe(expected);
    }

    private async Task<SortedDictionary<string, (decimal Value, long Developments)>> Replayed(string format, string file)
    {
        var typist = await Typist.Before(server);
        (await typist.Type("import", file, "--format", format, "--relationships", "dyads", "--calendar", "month")).Done();
        var replayed = await typist.Ask("replay", "--rules", "cameo-goldstein");
        return new(replayed.EnumerateArray().ToDictionary(Key, i => (i.GetProperty("value").GetDecimal(), i.GetProperty("developments").GetInt64())), StringComparer.Ordinal);
    }

    private static string Key(JsonElement index) =>
        Key(index.GetProperty("parties")[0].GetString()!, index.GetProperty("parties")[1].GetString()!, index.GetProperty("period").GetString()!);

    private static string Key(string one, string other, string period) => string.CompareOrdinal(one, other) < 0 ? $"{one}|{other}|{period}" : $"{other}|{one}|{period}";

    private static SortedDictionary<string, (decimal Value, long Developments)> Sums(IEnumerable<(string One, string Other, string Month, string Value)> events) => new(
        events.Where(e => e.One != e.Other).GroupBy(e => Key(e.One, e.Other, e.Month))
            .ToDictionary(g => g.Key, g => (g.Sum(e => decimal.Parse(e.Value, CultureInfo.InvariantCulture)), g.LongCount())),
        StringComparer.Ordinal);

    private static string Country(string actor) => InParentheses().Matches(actor) is [.., var last] ? last.Groups[1].Value : actor;

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex InParentheses();
}

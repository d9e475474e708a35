using System.Globalization;
using Barometer.Domain.Tests;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Replays;

/// <summary>What issue 12 comes to under each shipped rule set, added up here from the rows of the sample by other means.</summary>
public sealed class Shipped_rule_sets_on_issue_12(Server server)
{
    // PLOVER's manual, draft of 2021.
    private static readonly Dictionary<string, decimal> Plover = new()
    {
        ["AGREE"] = 2.5m,
        ["CONSULT"] = 2.5m,
        ["SUPPORT"] = 5,
        ["CONCEDE"] = 4.5m,
        ["COOPERATE"] = 9.5m,
        ["AID"] = 10,
        ["RETREAT"] = 6.5m,
        ["REQUEST"] = 0,
        ["ACCUSE"] = 3,
        ["REJECT"] = -2,
        ["THREATEN"] = -3.5m,
        ["PROTEST"] = -5,
        ["SANCTION"] = -6,
        ["MOBILIZE"] = -5.5m,
        ["COERCE"] = -7,
        ["ASSAULT"] = -9,
    };

    private static readonly Dictionary<string, decimal> Levels = new()
    {
        ["head of state"] = 2,
        ["head of government"] = 1.75m,
        ["minister"] = 1.5m,
        ["deputy minister"] = 1.25m,
        ["ambassador"] = 1,
        ["agency"] = 0.75m,
        ["company"] = 0.5m,
        ["media"] = 0.25m,
    };

    private static readonly string[] Words = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"];

    [Fact]
    public async Task By_level_weighs_each_row_by_the_highest_level_that_it_names() =>
        await Holds("by-level", row => row.Points.Select(p => (p.Dimension, (decimal?)(p.Points * Weight(row)))));

    [Fact]
    public async Task Deeds_not_words_counts_only_what_was_done() =>
        await Holds("deeds-not-words", row => row.Points.Select(p => (p.Dimension, IsDeed(row) ? p.Points : (decimal?)null)));

    [Fact]
    public async Task Cameo_goldstein_sums_the_values_of_codes()
    {
        var values = SharedData.Table("cameo-goldstein.tsv");
        await Holds("cameo-goldstein", row => row.Points.Select(p => (p.Dimension, values.TryGetValue(row.Cameo, out var value) ? decimal.Parse(value, CultureInfo.InvariantCulture) : (decimal?)null)));
    }

    [Fact]
    public async Task Plover_sums_the_values_of_types_and_modes() =>
        await Holds("plover-2021", row => row.Points.Select(p => (p.Dimension, Scored(row, accuse: null))));

    [Fact]
    public async Task Plover_corrected_differs_in_accusations_alone() =>
        await Holds("plover-2021-corrected", row => row.Points.Select(p => (p.Dimension, Scored(row, accuse: -1))));

    private async Task Holds(string rules, Func<SampleRow, IEnumerable<(string Dimension, decimal? Value)>> worth)
    {
        var typist = await Typist.Before(server);
        (await typist.Type("import", Samples.Developments)).Done();

        var replayed = await typist.Ask("replay", "--rules", rules);

        var expected = SampleRow.All().SelectMany(row => worth(row).Select(w => (row.Relationship, w.Dimension, w.Value))).GroupBy(w => $"{w.Relationship} {w.Dimension}")
            .ToDictionary(g => g.Key, g => (g.Sum(w => w.Value ?? 0), g.LongCount(w => w.Value is not null)));
        replayed.EnumerateArray().ToDictionary(
            i => $"{i.GetProperty("relationship")} {i.GetProperty("dimension")}", i => (i.GetProperty("value").GetDecimal(), i.GetProperty("developments").GetInt64())).ShouldBe(expected, ignoreOrder: true);
    }

    private static decimal Weight(SampleRow row) => row.Levels.Where(Levels.ContainsKey).Select(l => Levels[l]).DefaultIfEmpty(1).Max();

    private static bool IsDeed(SampleRow row) =>
        row.EventType.Length > 0 ? !Words.Contains(row.EventType)
        : row.Cameo.Length > 0 && int.Parse(row.Cameo[..2], CultureInfo.InvariantCulture) is >= 6 and <= 9 or >= 15 and <= 20;

    private static decimal? Scored(SampleRow row, int? accuse)
    {
        // What has no type here has a code of a statement or an appeal, or none: PLOVER has no type for it.
        if (row.EventType.Length == 0)
        {
            row.Cameo.ShouldMatch("^(0[12].*)?$");
            return null;
        }

        return (row.EventType, row.Mode) switch
        {
            ("CONSULT", "visit") => 4,
            ("CONSULT", "phone") => 1.5m,
            ("ACCUSE", "disapprove") when accuse is not null => -2,
            ("ACCUSE", "allege" or "investigate") when accuse is not null => -3.5m,
            ("ACCUSE", _) when accuse is { } sign => sign * Plover["ACCUSE"],
            _ => Plover[row.EventType],
        };
    }
}

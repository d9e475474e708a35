using System.Text.Json;
using Barometer.Host.Tests.Imports;
using Barometer.Host.Tests.Terminal;
using static Barometer.Host.Tests.Imports.ToldByAnImport;

namespace Barometer.Host.Tests.Movements;

/// <summary>What was printed of a period is told as it was recorded when the period's stream had come so far; positions of relationships say nothing of it.</summary>
public sealed class Print_as_it_was(Server server) : IDisposable
{
    private const string Period = "2019-11/2019-12";
    private const string Columns = "publication,period,relationship,dimension,figure,printed,place";

    private readonly WrittenFiles _files = new();

    [Fact]
    public async Task A_figure_that_was_printed_later_is_not_among_those_of_before()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        await Prints(typist, "aggregate,+2");
        await Prints(typist, "aggregate,+3", "positive,+3");

        (await Printed(typist, "reconcile")).ShouldBe(["positive 3", "aggregate 3"], ignoreOrder: true);
        (await Printed(typist, "reconcile", "--print", $"{Period}:2")).ShouldBe(["aggregate 2"]);
        (await Printed(typist, "reconcile", "--print", $"{Period}:1")).ShouldBeEmpty();
        (await Printed(typist, "reconcile", "--print", "start")).ShouldBeEmpty();
        var series = (await typist.Ask("vintages", "--print", $"{Period}:2")).GetProperty("series").EnumerateArray().Single();
        series.GetProperty("printed").EnumerateArray().Select(f => Number(f, "points")).ShouldBe([2]);
    }

    [Theory]
    [InlineData("nonsense", "looks like 2019-11/2019-12:5")]
    [InlineData("2019-11/2019-12:0", "the first is 1")]
    [InlineData("2019-11/2019-12:99", "has come to position 1")]
    [InlineData("2020-01/2020-02:1", "no period '2020-01/2020-02' that was opened")]
    public async Task How_far_no_period_has_come_is_told_as_a_mistake(string print, string said)
    {
        var typist = await Typist.WithOpenPeriod(server);

        (await typist.Type("reconcile", "--print", print)).Failed(2, said);
    }

    [Fact]
    public async Task Whoever_asks_for_a_period_says_how_far_that_one_had_come()
    {
        var typist = await Typist.WithOpenPeriod(server);

        (await typist.Type("reconcile", "--period", Period, "--print", "start")).Failed(2, $"says nothing of {Period}");
    }

    public void Dispose() => _files.Dispose();

    private Task<JsonElement> Prints(Typist typist, params IEnumerable<string> figures) =>
        typist.Ask("import", _files.Write([Columns, .. figures.Select(f => $"an issue,{Period},russia,development,{f},headline")]));

    private static async Task<string[]> Printed(Typist typist, params string[] question) =>
        [.. (await typist.Ask(question)).EnumerateArray().Select(f => $"{Text(f, "figure")} {Number(f, "printed")}")];
}

using System.Text.Json;

namespace Barometer.Host.Tests.Terminal;

public sealed class PointsTests(Server server)
{
    [Theory]
    [InlineData("russia", "--points +2", 2, 0)]
    [InlineData("russia", "--points 2", 2, 0)]
    [InlineData("eu", "--points -1", 0, -1)]
    [InlineData("china", "--points −3", 0, -3)]
    [InlineData("us", "--points +1/-1", 1, -1)]
    [InlineData("us", "--points=-1/+1", 1, -1)]
    [InlineData("ukraine", "--points 0", 0, 0)]
    [InlineData("ukraine", "--points development=+3", 3, 0)]
    public async Task A_score_is_written_as_documented(string relationship, string points, int positive, int negative)
    {
        var typist = await Typist.WithOpenPeriod(server);

        await typist.Ask(["score", "-r", relationship, "--date", "2019-12-05", "--title", "A talk", "--period", "2019-11/2019-12", .. points.Split(' ')]);

        var index = (await typist.Ask("index", "--relationship", relationship)).EnumerateArray().Single();
        Sums(index).ShouldBe((positive, negative, 1));
    }

    [Theory]
    [InlineData("--points national-security=+1 --points regional-tension=-1")]
    [InlineData("--points national-security=+1 regional-tension=-1")]
    public async Task Two_dimensions_are_scored_each_by_its_name(string points)
    {
        var typist = await Typist.WithOpenPeriod(server);

        await typist.Ask(["score", "-r", "security", "--date", "2019-12-05", "--title", "An exercise", "--period", "2019-11/2019-12", .. points.Split(' ')]);

        var indices = (await typist.Ask("index", "-r", "security")).EnumerateArray().ToDictionary(i => i.GetProperty("dimension").GetString()!, Sums);
        indices.ShouldBe(new Dictionary<string, (int, int, int)> { ["national-security"] = (1, 0, 1), ["regional-tension"] = (0, -1, 1) }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("russia", "+4", 3, "+4")]
    [InlineData("russia", "much", 2, "'much' is no score")]
    [InlineData("russia", "+1/+1", 2, "is no score")]
    [InlineData("russia", "national-security=+1", 2, "has no dimension 'national-security'")]
    [InlineData("security", "+1", 2, "does not say its dimension")]
    public async Task Points_that_cannot_be_are_refused_and_recorded_nowhere(string relationship, string points, int exitCode, string sentence)
    {
        var typist = await Typist.WithOpenPeriod(server);

        (await typist.Type("score", "-r", relationship, "--date", "2019-12-05", "--title", "A talk", "--period", "2019-11/2019-12", "--points", points)).Failed(exitCode, sentence);

        (await typist.Ask("index")).EnumerateArray().ShouldAllBe(i => i.GetProperty("developments").GetInt32() == 0);
    }

    private static (int Positive, int Negative, int Developments) Sums(JsonElement index) =>
        (index.GetProperty("positive").GetInt32(), index.GetProperty("negative").GetInt32(), index.GetProperty("developments").GetInt32());
}

using System.Net;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>What is written in letters of anywhere, at the ends of time, or at great length is taken, or refused in a sentence; the service fails at none of it.</summary>
public sealed class What_lies_at_the_edges(Server server)
{
    [Fact]
    public async Task References_in_letters_of_anywhere_are_linked_to_and_located()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", [Role.Editor, Role.Administrator]);
        (await anna.Command("settings", new { reason = "in its own letters", added = new[] { Relationship("Україна", "УА") } })).Expected();

        var scored = (await anna.Command("developments/scored", new { relationship = "Україна", date = "2019-12-05", title = "A talk", points = Score(1) })).Expected();

        scored.Status.ShouldBe(HttpStatusCode.Created);
        var development = (await anna.Follow(scored.Link("development"))).Expected();
        development.Data.GetProperty("reference").GetString().ShouldBe("УА-12-001");
        (await anna.Follow(scored.Link("indices"))).Expected().Data.GetProperty("indices")[0].GetProperty("aggregate").GetInt32().ShouldBe(1);
        (await anna.Read("indices")).Expected();
    }

    [Theory]
    [InlineData("December", "9999-11/9999-12", "period")]
    [InlineData("December-January", "0001-01/0001-02", "period")]
    [InlineData("9999-12-31", null, "date")]
    [InlineData("0001-01-01", null, "date")]
    public async Task What_happened_at_the_ends_of_time_is_refused(string date, string? period, string field)
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        var told = await anna.Command("developments/scored", new { relationship = "russia", date, period, title = "The end", points = Score(1) });

        (told.Status, told.Field).ShouldBe((HttpStatusCode.BadRequest, field));
    }

    [Fact]
    public async Task Nothing_is_replayed_until_the_end_of_time()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Score("russia", 1);
        using var olga = await served.Person("olga", Role.Analyst);

        (await olga.Command("replays", new { rules = "by-level", to = "9999-11/9999-12" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await olga.Read("indices?period=9999-12")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Names_too_long_to_be_found_by_are_refused()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);
        // Such as no database makes shorter.
        var random = new Random(1);
        var name = string.Concat(Enumerable.Range(0, 3_000).Select(_ => (char)('a' + random.Next(26))));

        foreach (var added in (object[])[Relationship(name, "LO"), Relationship("long", name.ToUpperInvariant()), Relationship("long", "LO", name)])
            (await ada.Command("settings", new { reason = "long", added = new[] { added } })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static object Relationship(string key, string prefix, string dimension = "development") =>
        new { key, name = "Elsewhere", printedAs = Array.Empty<string>(), prefix, dimensions = new[] { new { key = dimension, name = "Development", rose = "improved", fell = "worsened" } } };

    private static object Score(int points) => new { development = new { positive = points, negative = 0 } };
}

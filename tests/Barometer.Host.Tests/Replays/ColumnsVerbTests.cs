using System.Text.Json;
using Barometer.Host.Tests.Terminal;
using Npgsql;

namespace Barometer.Host.Tests.Replays;

public sealed class ColumnsVerbTests(Server server)
{
    [Fact]
    public async Task A_check_finds_what_was_altered_and_a_rebuild_mends_it()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2");
        await typist.Ask("note", "RU-12-001", "seen");
        Faults(await typist.Ask("columns", "check")).ShouldBe([("china", null), ("eu", null), ("russia", null), ("security", null), ("ukraine", null), ("us", null)]);

        await Damage($"update barometer.columns set title = 'Another' where barometer = '{typist.Barometer}'");
        await Damage($"delete from barometer.column_checks where barometer = '{typist.Barometer}' and relationship = 'eu'");
        await Damage($"update barometer.column_checks set rows = 1 where barometer = '{typist.Barometer}' and relationship = 'us'");
        await Damage($"update barometer.column_checks set events = 0 where barometer = '{typist.Barometer}' and relationship = 'china'");
        var checkedAgain = await typist.Type("columns", "check", "--json");

        checkedAgain.ExitCode.ShouldBe(3, checkedAgain.Error);
        Faults(checkedAgain.Json).ShouldBe([("china", "behind"), ("eu", "missing"), ("russia", "rows"), ("security", null), ("ukraine", null), ("us", "check")]);
        (await typist.Type("columns", "check")).Out.ShouldMatch("russia +3 +1 +1 +not what the events tell");

        Faults(await typist.Ask("columns", "rebuild")).ShouldAllBe(f => f.Fault == null);
        Faults(await typist.Ask("columns", "check")).ShouldAllBe(f => f.Fault == null);
    }

    [Fact]
    public async Task Columns_of_a_barometer_that_is_not_declared_are_refused() =>
        (await (await Typist.Before(server)).Type("columns", "check")).Failed(4, "There is no barometer");

    private static (string Relationship, string? Fault)[] Faults(JsonElement columns) =>
        [.. columns.EnumerateArray().Select(c => (c.GetProperty("relationship").GetString()!, c.TryGetProperty("fault", out var fault) ? fault.GetString() : null))];

    private static async Task Damage(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Typist.Connection);
        await using var command = source.CreateCommand(sql);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
    }
}

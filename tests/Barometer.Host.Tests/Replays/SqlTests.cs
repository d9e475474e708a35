using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets.Arithmetic;
using Barometer.Domain.Tests.Replays.Generated;
using Barometer.Host.Tests.Replays.Sql;
using CsCheck;
using Npgsql;

namespace Barometer.Host.Tests.Replays;

/// <summary>The engine against PostgreSQL, on generated rule sets and barometers.</summary>
public class SqlTests(Server server, ITestOutputHelper output)
{
    private static readonly int Number = int.TryParse(Environment.GetEnvironmentVariable("BAROMETER_RULE_SETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000;

    [Fact]
    public async Task From_the_columns_and_from_SQL_the_indices_are_the_same_to_the_digit()
    {
        var (played, rulesSaid, indices) = (0, 0, 0);
        await using var source = NpgsqlDataSource.Create(await server.NewEmptyDatabase());
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await Execute(connection, FlatTable.Schema);
        // Compiling a query takes longer than running it over so few rows.
        await Execute(connection, "set jit = off");
        await AnyReplay.Any.SampleAsync(
            async replay =>
            {
                played++;
                var rules = replay.Rules with { Composite = null };
                rulesSaid += rules.Rules.Length;
                await FlatTable.Copy(connection, played, replay.Barometer.Settings, replay.Barometer.Developments, Cancellation);
                var computed = RuledIndices.Of(rules, Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start), replay.From, replay.To).Expected();
                var query = SqlReplay.Query(rules, played, Periods(replay), replay.From, replay.To);
                string[] fromColumns = [.. Written(computed)];
                string.Join('\n', fromColumns).ShouldBe(string.Join('\n', await Written(connection, query)), query);
                indices += fromColumns.Length;
            },
            iter: Number, threads: 1);
        output.WriteLine($"{played} rule sets, {rulesSaid} rules said in SQL, {indices} indices the same");
        indices.ShouldBeGreaterThan(Number);
    }

    // From the first day of any development, or the first period asked for, to the last.
    private static IEnumerable<PeriodId> Periods(GeneratedReplay replay)
    {
        var calendar = replay.Barometer.Settings.Calendar;
        var days = replay.Barometer.Developments.SelectMany(d => new[] { d.Particulars.Date.Earliest, d.Particulars.Date.Latest, d.Filing.Day }).OfType<DateOnly>().Append(replay.From.FirstDay).Append(replay.To.LastDay).ToArray();
        for (var period = calendar.PeriodOf(days.Min()); period.FirstDay <= days.Max(); period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            yield return period;
    }

    private static IEnumerable<string> Written(RuledIndices indices) => indices.Indices
        .Where(i => (i.Positive, i.Negative, i.Developments) != (FixedPoint.Zero, FixedPoint.Zero, 0))
        .Select(i => $"{i.Relationship} {i.Dimension} {i.Period.FirstDay:O} {i.Positive.ToDecimal():0.000000000} {i.Negative.ToDecimal():0.000000000} {i.Developments}").Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> Written(NpgsqlConnection connection, string query)
    {
        var rows = new List<string>();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            rows.Add($"{reader.GetString(0)} {reader.GetString(1)} {reader.GetFieldValue<DateOnly>(2):O} {reader.GetDecimal(3):0.000000000} {reader.GetDecimal(4):0.000000000} {reader.GetInt64(5)}");
        return rows.Order(StringComparer.Ordinal);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
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
        var (played, rules, indices, composites) = (0, 0, 0, 0);
        await using var source = NpgsqlDataSource.Create(await server.NewEmptyDatabase());
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await Execute(connection, FlatTable.Schema);
        // Compiling a query takes longer than running it over so few rows.
        await Execute(connection, "set jit = off");
        await AnyReplay.Any.SampleAsync(
            async replay =>
            {
                played++;
                rules += replay.Rules.Rules.Length;
                await FlatTable.Copy(connection, played, replay.Barometer.Settings, replay.Barometer.Developments, Cancellation);
                indices += await Same(connection, Written(Computed(replay, replay.Rules)), SqlReplay.Indices(replay.Rules, played, Periods(replay), replay.From, replay.To), Index);
                // Of the points alone, too: rules often leave too little for a composite.
                foreach (var composed in replay.Rules.Composite is null ? (RuleSet[])[] : [replay.Rules, replay.Rules with { Rules = [] }])
                {
                    string[] figures = [.. Computed(replay, composed).Composites.Select(Composite)];
                    await Same(connection, figures, SqlReplay.Composites(composed, played, Periods(replay), replay.From, replay.To), Composite);
                    composites += figures.Count(f => !f.EndsWith("none", StringComparison.Ordinal));
                }
            },
            iter: Number, threads: 1);
        output.WriteLine($"{played} rule sets of {rules} rules, {indices} indices and {composites} composites the same");
        indices.ShouldBeGreaterThan(Number);
        composites.ShouldBeGreaterThan(Number / 10);
    }

    private static RuledIndices Computed(GeneratedReplay replay, RuleSet rules) =>
        RuledIndices.Of(rules, Columns.Of(replay.Barometer.Developments, replay.Barometer.Settings, Positions.Start), replay.From, replay.To).Expected();

    // From the first day of any development, or period asked for or referred to, to the last.
    private static IEnumerable<PeriodId> Periods(GeneratedReplay replay)
    {
        var calendar = replay.Barometer.Settings.Calendar;
        var dated = replay.Barometer.Developments.SelectMany(d => new[] { d.Particulars.Date.Earliest, d.Particulars.Date.Latest, d.Filing.Day });
        var asked = new[] { replay.From, replay.To, replay.Rules.Composite?.From, replay.Rules.Composite?.To }.SelectMany(p => new[] { p?.FirstDay, p?.LastDay });
        var days = dated.Concat(asked).OfType<DateOnly>().ToArray();
        for (var period = calendar.PeriodOf(days.Min()); period.FirstDay <= days.Max(); period = calendar.PeriodOf(period.LastDay.AddDays(1)))
            yield return period;
    }

    private static IEnumerable<string> Written(RuledIndices indices) => indices.Indices
        .Where(i => (i.Positive, i.Negative, i.Developments) != (FixedPoint.Zero, FixedPoint.Zero, 0))
        .Select(i => $"{i.Relationship} {i.Dimension} {i.Period.FirstDay:O} {i.Positive.ToDecimal():0.000000000} {i.Negative.ToDecimal():0.000000000} {i.Developments}");

    private static string Index(NpgsqlDataReader row) =>
        $"{row.GetString(0)} {row.GetString(1)} {row.GetFieldValue<DateOnly>(2):O} {row.GetDecimal(3):0.000000000} {row.GetDecimal(4):0.000000000} {row.GetInt64(5)}";

    private static string Composite(CompositeFigure figure) => Composite(figure.Period.FirstDay, figure.Value?.ToDecimal());

    private static string Composite(NpgsqlDataReader row) => Composite(row.GetFieldValue<DateOnly>(0), row.IsDBNull(1) ? null : row.GetDecimal(1));

    private static string Composite(DateOnly period, decimal? value) => $"{period:O} {value?.ToString("0.000000000", CultureInfo.InvariantCulture) ?? "none"}";

    // How many there are, which SQL gives too.
    private static async Task<int> Same(NpgsqlConnection connection, IEnumerable<string> computed, string query, Func<NpgsqlDataReader, string> written)
    {
        var rows = new List<string>();
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
            rows.Add(written(reader));
        string.Join('\n', computed.Order(StringComparer.Ordinal)).ShouldBe(string.Join('\n', rows.Order(StringComparer.Ordinal)), query);
        return rows.Count;
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

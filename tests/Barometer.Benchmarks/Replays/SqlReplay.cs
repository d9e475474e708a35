using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets.Arithmetic;
using Npgsql;
using NpgsqlTypes;

namespace Barometer.Benchmarks.Replays;

/// <summary>
/// The same replay in SQL: a row for each row of the columns in narrow integers, and sums by relationship and period under values by code and a
/// factor by level. Nothing is added up beforehand; numbers are whole hundredths, which is exact here and the quickest that PostgreSQL can add.
/// </summary>
internal sealed class SqlReplay(TemporaryRecord record)
{
    /// <summary>The same question asked in several ways: of the numbers that rules look at, of the kind of a row by a join, and of the kind by its place in an array.</summary>
    public static IReadOnlyList<(string Name, string Statement)> Forms { get; } =
    [
        ("values joined by code, factors by case", $"""
            select relationship, period,
                   sum(coalesce(v.positive, d.positive * 10) * case when d.level = 0 then 15 else 10 end),
                   sum(coalesce(v.negative, d.negative * 10) * case when d.level = 0 then 15 else 10 end),
                   count(*) filter (where v.code is not null or d.scored)
            from replayed d left join values_of_codes v using (code) group by relationship, period
            """),
        ("worths joined by kind", "select relationship, period, sum(w.positive), sum(w.negative), sum(w.counts) from replayed d join worths w using (kind) group by relationship, period"),
        ("worths from arrays by kind", """
            with w as materialized (select array_agg(positive order by kind) p, array_agg(negative order by kind) n, array_agg(counts order by kind) c from worths)
            select relationship, period, sum((select p from w)[kind + 1]), sum((select n from w)[kind + 1]), sum((select c from w)[kind + 1])
            from replayed group by relationship, period
            """),
    ];

    private const string Settings = "-c work_mem=1GB -c jit=off -c max_parallel_workers_per_gather=2 -c parallel_setup_cost=0 -c parallel_tuple_cost=0";

    private readonly string _connection = new NpgsqlConnectionStringBuilder(record.Connection) { Options = Settings, CommandTimeout = 0 }.ConnectionString;

    /// <summary>Copies the columns into a table of their own, in their order, with an index from which alone the question can be answered.</summary>
    public async Task Write(Columns columns, CancellationToken cancellation)
    {
        await record.Execute(
            """
            create table replayed (kind integer not null, relationship smallint not null, period smallint not null, code smallint not null, level smallint not null, scored boolean not null, positive smallint not null, negative smallint not null);
            create table worths (kind integer primary key, positive integer not null, negative integer not null, counts integer not null);
            create table values_of_codes (code smallint primary key, positive integer not null, negative integer not null)
            """,
            cancellation);
        await using var connection = await record.Database.OpenConnectionAsync(cancellation);
        CopyRows(connection, columns);
        await CopyWorths(connection, columns, cancellation);
        await record.Execute($"insert into values_of_codes select c, greatest(c % 200 - 100, 0), least(c % 200 - 100, 0) from generate_series({MeasuredRules.FirstCode}, {MeasuredRules.LastCode}) c", cancellation);
        await record.Execute("create index on replayed (relationship, period) include (kind)", cancellation);
        foreach (var table in (string[])["replayed", "worths", "values_of_codes"])
            await record.Execute($"vacuum (freeze, analyze) {table}", cancellation);
        await record.Execute("checkpoint", cancellation);
    }

    /// <summary>The positive and negative sum and the count of each relationship and period, by their places; a form is one of those above.</summary>
    public Dictionary<(int Relationship, int Period), (FixedPoint Positive, FixedPoint Negative, long Developments)> Sums(string statement)
    {
        using var connection = new NpgsqlConnection(_connection);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        using var reader = command.ExecuteReader();
        var sums = new Dictionary<(int, int), (FixedPoint, FixedPoint, long)>();
        while (reader.Read())
            sums.Add((reader.GetInt16(0), reader.GetInt16(1)), (Hundredths(reader.GetInt64(2)), Hundredths(reader.GetInt64(3)), reader.GetInt64(4)));
        return sums;
    }

    /// <summary>The place of a month among those of the columns.</summary>
    public static int PlaceOf(DateOnly month) => ((month.Year - CodedData.Settings.Calendar.FirstMonth.Year) * 12) + month.Month - 1;

    private static FixedPoint Hundredths(long number) => new(number * (FixedPoint.One / 100));

    private static void CopyRows(NpgsqlConnection connection, Columns columns)
    {
        string[] levels = [.. columns.Kinds.Select(k => k.Classification.Sources[0].Level!).Distinct().OrderByDescending(l => l == MeasuredRules.HeadOfState)];
        var ofKind = columns.Kinds.Select(k => (Code: (short)ColumnSum.CodeOf(k), Level: (short)Array.IndexOf(levels, k.Classification.Sources[0].Level), k)).ToArray();
        using var copy = connection.BeginBinaryImport("copy replayed from stdin (format binary)");
        foreach (var segment in columns.Segments)
        {
            for (var row = segment.Start; row < segment.End; row++)
            {
                var (code, level, kind) = ofKind[columns.Kind[row]];
                copy.StartRow();
                copy.Write(columns.Kind[row], NpgsqlDbType.Integer);
                copy.Write((short)segment.Relationship, NpgsqlDbType.Smallint);
                copy.Write((short)PlaceOf(segment.Period.FirstDay), NpgsqlDbType.Smallint);
                copy.Write(code, NpgsqlDbType.Smallint);
                copy.Write(level, NpgsqlDbType.Smallint);
                copy.Write(kind.Dimension is not null, NpgsqlDbType.Boolean);
                copy.Write((short)kind.Positive, NpgsqlDbType.Smallint);
                copy.Write((short)kind.Negative, NpgsqlDbType.Smallint);
            }
        }

        copy.Complete();
    }

    private static async Task CopyWorths(NpgsqlConnection connection, Columns columns, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync("copy worths from stdin (format binary)", cancellation);
        foreach (var (place, kind) in columns.Kinds.Index())
        {
            var (positive, negative) = ColumnSum.InHundredths(kind);
            await copy.WriteRowAsync(cancellation, place, positive, negative, ColumnSum.Counts(kind) ? 1 : 0);
        }

        await copy.CompleteAsync(cancellation);
    }
}

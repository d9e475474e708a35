using Barometer.Projections;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>
/// Indices are the sums of their movements. Where a build that kept none wrote to the record, they are not, and would go on from there: then
/// they are made again from the events.
/// </summary>
internal static class Sums
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private const string Differ =
        $"""
        select exists (
            select from (
                select barometer, relationship, period, dimension, sum(positive) as positive, sum(negative) as negative, sum(developments) as developments
                from {RecordStore.Schema}.movements group by barometer, relationship, period, dimension) m
            full join {RecordStore.Schema}.indices i using (barometer, relationship, period, dimension)
            where (m.positive, m.negative, m.developments) is distinct from (i.positive, i.negative, i.developments))
        """;

    /// <summary>Makes them again where they are wrong, while whoever writes waits.</summary>
    /// <param name="owner">A connection as the owner of the tables.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>True where they were wrong.</returns>
    public static async Task<bool> Mend(string owner, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancellation);
        await using var holding = await connection.BeginTransactionAsync(cancellation);
        await using var wait = new NpgsqlCommand($"lock table {RecordStore.Schema}.movements in share mode", connection);
        await wait.ExecuteNonQueryAsync(cancellation);
        await using var compare = new NpgsqlCommand(Differ, connection) { CommandTimeout = (int)Longest.TotalSeconds };
        if (!(bool)(await compare.ExecuteScalarAsync(cancellation))!)
            return false;
        using var store = DocumentStore.For(options => RecordStore.Configure(options, owner));
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(Indices.Name, Longest, cancellation);
        return true;
    }
}

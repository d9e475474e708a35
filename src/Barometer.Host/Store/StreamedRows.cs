using System.Runtime.CompilerServices;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Reads rows as the server sends them: none is kept, and it may take as long as whoever takes them needs.</summary>
internal static class StreamedRows
{
    /// <summary>The rows of a statement, in the state of the record that the session reads.</summary>
    /// <param name="session">It can be asked nothing else until the last row is read.</param>
    /// <param name="sql">With parameters as $1, $2 …</param>
    /// <param name="parameters">In that order.</param>
    /// <param name="read">Makes something of the row that the reader is at.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async IAsyncEnumerable<T> Of<T>(
        IQuerySession session, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, session.Connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return read(reader);
    }
}

using Barometer.Benchmarks.Measuring;
using Npgsql;
using NpgsqlTypes;

namespace Barometer.Benchmarks;

/// <summary>An event as it lies in the store, to put the very same bytes into a table without any of the rest.</summary>
internal sealed record EventRow(
    long Sequence, Guid Id, string Stream, long Version, string Data, string Type, DateTime Timestamp, string Tenant,
    string? DotnetType, string? CorrelationId, string? CausationId, string? Headers, string? UserName)
{
    public const string Columns = "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, correlation_id, causation_id, headers, user_name";

    /// <summary>Developments scored, in the order of the record.</summary>
    public static Task<IReadOnlyList<EventRow>> Scored(TemporaryRecord record, string barometer, int limit, CancellationToken cancellation) =>
        Of("development_scored", record, barometer, limit, cancellation);

    /// <summary>Events of a name, in the order of the record.</summary>
    public static async Task<IReadOnlyList<EventRow>> Of(string name, TemporaryRecord record, string barometer, int limit, CancellationToken cancellation)
    {
        await using var command = record.Database.CreateCommand(
            $"select {Columns} from barometer.mt_events where tenant_id = '{barometer}' and type = '{name}' order by seq_id limit {limit}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new EventRow(
                reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4), reader.GetString(5), reader.GetDateTime(6), reader.GetString(7),
                Text(reader, 8), Text(reader, 9), Text(reader, 10), Text(reader, 11), Text(reader, 12)));
        }

        return rows;
    }

    /// <summary>Binary COPY of this row.</summary>
    public async Task Copy(NpgsqlBinaryImporter copy, CancellationToken cancellation)
    {
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(Sequence, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(Id, NpgsqlDbType.Uuid, cancellation);
        await copy.WriteAsync(Stream, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(Version, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(Data, NpgsqlDbType.Jsonb, cancellation);
        await copy.WriteAsync(Type, NpgsqlDbType.Varchar, cancellation);
        await copy.WriteAsync(Timestamp, NpgsqlDbType.TimestampTz, cancellation);
        await copy.WriteAsync(Tenant, NpgsqlDbType.Varchar, cancellation);
        await Copy(copy, DotnetType, NpgsqlDbType.Varchar, cancellation);
        await Copy(copy, CorrelationId, NpgsqlDbType.Varchar, cancellation);
        await Copy(copy, CausationId, NpgsqlDbType.Varchar, cancellation);
        await Copy(copy, Headers, NpgsqlDbType.Jsonb, cancellation);
        await Copy(copy, UserName, NpgsqlDbType.Varchar, cancellation);
    }

    /// <summary>The parameters of an insert of this row.</summary>
    public NpgsqlParameter[] Parameters() =>
    [
        new NpgsqlParameter<long> { TypedValue = Sequence },
        new NpgsqlParameter<Guid> { TypedValue = Id },
        new NpgsqlParameter<string> { TypedValue = Stream },
        new NpgsqlParameter<long> { TypedValue = Version },
        new NpgsqlParameter<string> { TypedValue = Data, NpgsqlDbType = NpgsqlDbType.Jsonb },
        new NpgsqlParameter<string> { TypedValue = Type },
        new NpgsqlParameter<DateTime> { TypedValue = Timestamp },
        new NpgsqlParameter<string> { TypedValue = Tenant },
        new NpgsqlParameter<string> { TypedValue = DotnetType },
        new NpgsqlParameter<string> { TypedValue = CorrelationId },
        new NpgsqlParameter<string> { TypedValue = CausationId },
        new NpgsqlParameter<string> { TypedValue = Headers, NpgsqlDbType = NpgsqlDbType.Jsonb },
        new NpgsqlParameter<string> { TypedValue = UserName },
    ];

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static Task Copy(NpgsqlBinaryImporter copy, string? value, NpgsqlDbType type, CancellationToken cancellation) =>
        value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, type, cancellation);
}

using System.Globalization;
using Npgsql;

namespace Barometer.Host.Store;

/// <summary>Several questions to the record in one round trip, within a transaction.</summary>
/// <param name="connection">Whose transaction it is.</param>
/// <param name="barometer">What every statement calls <c>$1</c>.</param>
/// <param name="patience">How long a lock is waited for from now on; null for as long as before.</param>
internal sealed class OneTrip(NpgsqlConnection connection, string barometer, TimeSpan? patience = null) : IAsyncDisposable
{
    // To plan anew for each transaction, as other connections do (see RecordStore), takes the server longer than what is planned here: up to the end
    // of the transaction a plan is made once. It does for all values where what is asked for is found by its key, or by the beginning of one; and
    // made for tables that are small still, it must do for large ones: no table is read whole.
    private const string PlanOnce = "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)";
    private const string WaitSoLong = $"{PlanOnce}, set_config('lock_timeout', $1, true)";

    private readonly List<Action<NpgsqlDataReader>> _takings = [];
    private readonly NpgsqlBatch _questions = new(connection)
    {
        BatchCommands =
        {
            patience is { } atMost
                ? new NpgsqlBatchCommand(WaitSoLong) { Parameters = { Of(string.Create(CultureInfo.InvariantCulture, $"{atMost.TotalMilliseconds}ms")) } }
                : new NpgsqlBatchCommand(PlanOnce),
        },
    };

    /// <summary>Asks one more question.</summary>
    /// <param name="statement">In SQL.</param>
    /// <param name="row">What a row of the answer is.</param>
    /// <param name="values">What the statement calls <c>$2</c> and so on.</param>
    /// <returns>The answer, empty until the questions were sent.</returns>
    public List<T> Ask<T>(string statement, Func<NpgsqlDataReader, T> row, params IEnumerable<NpgsqlParameter> values)
    {
        var rows = new List<T>();
        var question = new NpgsqlBatchCommand(statement) { Parameters = { Of(barometer) } };
        foreach (var value in values)
            question.Parameters.Add(value);
        _questions.BatchCommands.Add(question);
        _takings.Add(reader => rows.Add(row(reader)));
        return rows;
    }

    /// <summary>Lets the answers take as long as they take, however much there is to be read.</summary>
    public void TakeTime() => _questions.Timeout = 0;

    /// <summary>Ends the transaction with the last of them, in the same round trip.</summary>
    public void End() => _questions.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));

    /// <summary>Sends the questions, in the order in which they were asked, and takes their answers.</summary>
    public async Task Send(CancellationToken cancellation)
    {
        await using var reader = await _questions.ExecuteReaderAsync(cancellation);
        foreach (var take in _takings)
        {
            await reader.NextResultAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
                take(reader);
        }
    }

    /// <summary>A value of a statement.</summary>
    public static NpgsqlParameter Of<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public ValueTask DisposeAsync() => _questions.DisposeAsync();
}

using Barometer.Domain.Barometers;
using Barometer.Host.Store;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// The way of every command on developments, one or many in a transaction: lock, read, decide one after the other, append,
/// commit. Each has its own answer; a refused one costs the others nothing. Streams are locked first and all is read afterwards,
/// so that no race is ever lost: a stale command is refused by the decision itself.
/// </summary>
internal sealed class TakingTogether(IDocumentStore store, string barometer)
{
    private readonly List<Appended> _events = [];
    private readonly List<Receipt> _receipts = [];

    /// <summary>True once the database was asked to commit: from then on it alone knows what became of that.</summary>
    public bool Committing { get; private set; }

    /// <summary>Takes commands through, and tells what became of each.</summary>
    public async Task<Decision<Recorded>[]> Take(Sent[] sent, CancellationToken cancellation)
    {
        try
        {
            return await Transact(sent, cancellation);
        }
        catch (Exception failure) when (sent is [{ By.Key: { } key }] && failure.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: Receipt.Table })
        {
            // The same key was committed by another door while this command was on its way to other streams.
            await using var session = store.QuerySession(barometer);
            return [(await session.LoadAsync<Receipt>(key, cancellation))!.AnswerAgain<Recorded>(sent[0].Fingerprint)];
        }
    }

    private async Task<Decision<Recorded>[]> Transact(Sent[] sent, CancellationToken cancellation)
    {
        await using var connection = store.Storage.Database.CreateConnection();
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var reading = new ExcerptReading(connection, store.Options.Serializer(), barometer);
        if (await reading.Settings(cancellation) is not { } settings)
            return [.. sent.Select(_ => RecordTransaction.NotDeclared(barometer))];
        var needs = sent.Select(s => s.Intent.Needs(settings)).ToArray();
        var (excerpt, receipts) = await reading.Read(settings, [.. Met(needs)], sent.Select(s => s.By.Key).OfType<string>(), cancellation);
        Decision<Recorded>[] decisions = [.. sent.Zip(needs, (one, need) => need.Refusal is { } refusal ? refusal : Decide(one, excerpt, receipts))];
        if (_events.Count > 0 && !sent[0].IsDryRun)
            await Commit(transaction, cancellation);
        return decisions;
    }

    private static IEnumerable<Needs> Met(Decision<Needs>[] needs)
    {
        foreach (var each in needs)
        {
            if (each.Accepted(out var met, out _))
                yield return met;
        }
    }

    private Decision<Recorded> Decide(Sent sent, Excerpt excerpt, Dictionary<string, Receipt> receipts)
    {
        if (sent.By.Key is { } used && receipts.TryGetValue(used, out var receipt))
            return receipt.AnswerAgain<Recorded>(sent.Fingerprint);
        if (!sent.Intent.Decide(excerpt).Accepted(out var outcome, out var refusal))
            return refusal;
        var answer = excerpt.Record(outcome.Events);
        _events.AddRange(outcome.Events.Zip(answer.Changes, (e, change) => new Appended(Declaring.StreamOf(change.Relationship), e) { By = sent.By }));
        _events.AddRange(outcome.Beside.Select(e => e with { By = sent.By }));
        if (sent.By.Key is { } key)
            _receipts.Add(receipts[key] = Receipt.For(key, sent.Fingerprint, answer));
        return answer;
    }

    private async Task Commit(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = barometer;
        await using var session = store.LightweightSession(options);
        await session.AppendMany(_events, cancellation);
        if (_receipts.Count > 0)
            session.Keep(_receipts);
        await session.SaveChangesAsync(cancellation);
        Committing = true;
        await transaction.CommitAsync(cancellation);
    }
}

using System.Net.Sockets;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// Commands on developments of one barometer that arrive while a transaction is under way wait for its end, and go together in
/// the next. Nobody waits for company: a command that comes alone goes alone, at once. And nobody waits long for a stream that is
/// not his: those who are held up together go on each alone, and the next do not wait for them.
/// </summary>
public sealed class Gathering(IDocumentStore store)
{
    private const int Most = 64;

    // Many times what a transaction takes.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    // Those who wait, of each barometer of which a transaction is under way.
    private readonly Dictionary<string, List<Sent>> _waiting = [];
    private readonly Lock _turn = new();
    private readonly KnownSettings _known = new();

    /// <summary>Takes a command through, alone or with others, and gives its own answer.</summary>
    internal async Task<Decision<Recorded>> Take(Intent intent, Envelope envelope, CancellationToken cancellation)
    {
        var barometer = SessionOfTenant.Of(envelope);
        var sent = new Sent(intent, envelope, cancellation);
        if (sent.IsDryRun)
            await Take(barometer, () => [sent]);
        else if (IsFirst(barometer, sent))
            _ = Go(barometer);
        await using var leaving = cancellation.Register(() => Leave(barometer, sent));
        return await sent.Answered;
    }

    // True where no transaction is under way: then one begins for this command.
    private bool IsFirst(string barometer, Sent sent)
    {
        lock (_turn)
        {
            if (_waiting.TryGetValue(barometer, out var waiting))
                waiting.Add(sent);
            else
                _waiting.Add(barometer, [sent]);
            return waiting is null;
        }
    }

    private void Leave(string barometer, Sent sent)
    {
        lock (_turn)
        {
            if (!_waiting.TryGetValue(barometer, out var waiting) || !waiting.Remove(sent))
                return;
        }

        sent.Cancel();
    }

    private async Task Go(string barometer)
    {
        while (IsAwaited(barometer))
            await Take(barometer, () => Waiting(barometer)).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool IsAwaited(string barometer)
    {
        lock (_turn)
            return _waiting[barometer].Count > 0 || !_waiting.Remove(barometer);
    }

    private Sent[] Waiting(string barometer)
    {
        lock (_turn)
        {
            if (!_waiting.TryGetValue(barometer, out var waiting))
                return []; // Others took them while this transaction was long in beginning.
            Sent[] next = [.. waiting.Take(Most)];
            waiting.RemoveRange(0, next.Length);
            return next;
        }
    }

    // Whoever comes while the transaction begins comes along.
    private async Task Take(string barometer, Func<Sent[]> waiting)
    {
        await using var transaction = new TakingTogether(store, _known, barometer);
        Sent[] sent = [];
        try
        {
            await transaction.Begin(CancellationToken.None);
            sent = waiting();
            if (sent is [])
                return;
            var decisions = sent is [var only] ? await transaction.Take(sent, patience: null, only.Cancellation) : await transaction.Take(sent, Patience, CancellationToken.None);
            foreach (var (one, decision) in sent.Zip(decisions))
                one.Answer(decision);
        }
        catch (Exception failure) when (sent.Length > 1 && !transaction.Committing && IsOfOne(failure))
        {
            // Nothing was recorded. What one of them cannot do, or waits for, must not keep the others from it.
            await transaction.DisposeAsync();
            await Task.WhenAll(sent.Select(one => Take(barometer, () => [one])));
        }
        catch (Exception failure)
        {
            await transaction.DisposeAsync();
            await Fail(sent is [] ? waiting() : sent, transaction, failure);
        }
    }

    private static async Task Fail(Sent[] sent, TakingTogether transaction, Exception failure)
    {
        foreach (var one in sent)
        {
            try
            {
                if (await transaction.AnsweredMeanwhile(one, failure) is { } answer)
                    one.Answer(answer);
                else
                    one.Fail(failure);
            }
            catch (Exception another)
            {
                one.Fail(another);
            }
        }
    }

    // Where the database is gone, it is gone for each of them.
    private static bool IsOfOne(Exception failure) =>
        failure.GetBaseException() is PostgresException or not (NpgsqlException or SocketException or IOException or TimeoutException);
}

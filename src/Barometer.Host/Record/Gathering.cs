using System.Net.Sockets;
using Barometer.Host.Store;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// Commands on developments of one barometer that arrive while a transaction is under way wait for its end, and go together in
/// the next. A command that comes alone goes alone, at once; where many came together, as many are likely to come again, and those
/// who wait do so a few milliseconds longer for their company. And nobody waits long for a stream that is not his: those who are held
/// up together go on each alone, and the next do not wait for them.
/// </summary>
public sealed class Gathering(IDocumentStore store)
{
    private const int Most = 64;

    // Many times what a transaction takes.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    // A transaction costs much, and each command in it little: seven of eight who were just answered are worth a wait of less than it takes.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(8);

    // Those who wait, of each barometer of which a transaction is under way.
    private readonly Dictionary<string, Company> _waiting = [];
    private readonly Lock _turn = new();

    /// <summary>True to take every command through alone, as it comes: to measure what company is worth.</summary>
    internal bool Alone { get; set; }

    /// <summary>Takes a command through, alone or with others, and gives its own answer.</summary>
    internal async Task<Decision<Recorded>> Take(Intent intent, Envelope envelope, CancellationToken cancellation)
    {
        var barometer = SessionOfTenant.Of(envelope);
        var sent = new Sent(intent, envelope, cancellation);
        if (sent.IsDryRun || Alone)
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
            var isFirst = !_waiting.TryGetValue(barometer, out var company);
            if (company is null)
                _waiting.Add(barometer, company = new Company());
            company.Join(sent);
            return isFirst;
        }
    }

    private void Leave(string barometer, Sent sent)
    {
        lock (_turn)
        {
            if (!_waiting.TryGetValue(barometer, out var company) || !company.Leave(sent))
                return;
        }

        sent.Cancel();
    }

    private async Task Go(string barometer)
    {
        var answered = 0;
        while (IsAwaited(barometer, answered * 7 / 8, out var complete))
        {
            await complete.WaitAsync(LongestWait).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Take(barometer, () => Next(barometer, out answered)).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool IsAwaited(string barometer, int hopedFor, out Task complete)
    {
        lock (_turn)
        {
            complete = _waiting[barometer].Complete(hopedFor);
            return !_waiting[barometer].IsEmpty || !_waiting.Remove(barometer);
        }
    }

    // None where others took them while a transaction was long in beginning.
    private Sent[] Next(string barometer, out int count)
    {
        lock (_turn)
        {
            Sent[] next = _waiting.TryGetValue(barometer, out var company) ? company.Go(Most) : [];
            count = next.Length;
            return next;
        }
    }

    // Whoever comes while the transaction begins comes along.
    private async Task Take(string barometer, Func<Sent[]> waiting)
    {
        await using var transaction = new TakingTogether(store, barometer);
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
        catch (Exception failure) when (sent.Length > 1 && transaction.IsUndone(failure) && IsOfOne(failure))
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

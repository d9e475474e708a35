using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Host.Proposals;
using Barometer.Host.Store;
using Barometer.Projections;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Record;

/// <summary>
/// The way of every command on developments, one or many in a transaction: lock, read, decide one after the other, append,
/// commit. Each has its own answer; a refused one costs the others nothing. Streams are locked first and all is read afterwards,
/// so that no race is ever lost: a stale command is refused by the decision itself.
/// </summary>
internal sealed class TakingTogether(IDocumentStore store, string barometer) : IAsyncDisposable
{
    private readonly KnownSettings _known = KnownSettings.Of(store);
    private readonly List<Appended> _events = [];
    private readonly List<Receipt> _receipts = [];

    // How many there are on a subject, those of this transaction among them.
    private readonly Dictionary<string, int> _proposals = [];
    private NpgsqlConnection? _connection;
    private NpgsqlTransaction? _transaction;
    private bool _underWay;
    private bool _committing;

    private ExcerptReading Reading => new(_connection!, store.Options.Serializer(), _known, barometer);

    /// <summary>False once the database was asked to commit, until it says that it did not: it alone knows what became of that.</summary>
    public bool IsUndone(Exception failure) => !_committing || failure.GetBaseException() is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>Begins the transaction.</summary>
    public async Task Begin(CancellationToken cancellation)
    {
        _connection = store.Storage.Database.CreateConnection();
        await _connection.OpenAsync(cancellation);
        _transaction = await _connection.BeginTransactionAsync(cancellation);
    }

    /// <summary>Takes commands through, and tells what became of each.</summary>
    /// <param name="sent">Which.</param>
    /// <param name="patience">How long they wait for a lock before all of them fail; null for as long as it takes.</param>
    /// <param name="cancellation">To stop.</param>
    public async Task<Decision<Recorded>[]> Take(Sent[] sent, TimeSpan? patience, CancellationToken cancellation)
    {
        _underWay = true;
        var decisions = await GoThrough(sent, patience, cancellation);
        _underWay = false;
        return decisions;
    }

    /// <summary>What a key was answered that another door committed while this command was on its way to other streams; null where that is not what failed.</summary>
    public async Task<Decision<Recorded>?> AnsweredMeanwhile(Sent sent, Exception failure)
    {
        if (sent.By.Key is not { } key || failure.GetBaseException() is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, TableName: Receipt.Table })
            return null;
        await using var session = store.QuerySession(barometer);
        return (await session.LoadAsync<Receipt>(key))?.AnswerAgain<Recorded>(sent.Fingerprint);
    }

    public async ValueTask DisposeAsync()
    {
        var (connection, underWay) = (_connection, _underWay);
        (_connection, _underWay) = (null, false);
        if (connection is not null)
            await (underWay ? Interrupted.GiveBack(connection, _transaction) : connection.DisposeAsync().AsTask());
    }

    private async Task<Decision<Recorded>[]> GoThrough(Sent[] sent, TimeSpan? patience, CancellationToken cancellation)
    {
        if ((_known.Last(barometer) ?? await Reading.Settings(cancellation)) is not { } settings)
            return [.. sent.Select(_ => Declaring.NotDeclared(barometer))];
        while (true)
        {
            var needs = sent.Select(s => s.Intent.Needs(settings)).ToArray();
            var (excerpt, receipts) = await Reading.Read(settings, [.. Met(needs)], sent.Select(s => s.By.Key).OfType<string>(), patience, cancellation);
            // Settings that were changed since may need other streams. Nothing was appended yet; should two that lock more wait for each other, one
            // is told so by the database, and each of its commands goes on alone.
            if (ReferenceEquals(excerpt.Settings, settings))
                return await DecideAndCommit(sent, needs, excerpt, receipts, cancellation);
            settings = excerpt.Settings;
        }
    }

    private async Task<Decision<Recorded>[]> DecideAndCommit(Sent[] sent, Decision<Needs>[] needs, Excerpt excerpt, Dictionary<string, Receipt> receipts, CancellationToken cancellation)
    {
        var decisions = new Decision<Recorded>[sent.Length];
        for (var i = 0; i < sent.Length; i++)
            decisions[i] = needs[i].Refusal is { } refusal ? refusal : await Decide(sent[i], excerpt, receipts, cancellation);
        if (_events.Count == 0 || sent is [{ IsDryRun: true }])
            return decisions;
        await AppendAndCommit(excerpt, cancellation);
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

    private async Task<Decision<Recorded>> Decide(Sent sent, Excerpt excerpt, Dictionary<string, Receipt> receipts, CancellationToken cancellation)
    {
        if (sent.By.Key is { } used && receipts.TryGetValue(used, out var receipt))
            return receipt.AnswerAgain<Recorded>(sent.Fingerprint);
        if (!sent.Intent.Decide(excerpt).Accepted(out var outcome, out var refusal))
            return refusal;
        var answer = Proposing.IsNeeded(outcome, excerpt) ? await Propose(sent, outcome.Events[0], excerpt, cancellation) : Record(sent, outcome, excerpt);
        if (sent.By.Key is { } key)
            _receipts.Add(receipts[key] = Receipt.For(key, sent.Fingerprint, answer));
        return answer;
    }

    private Recorded Record(Sent sent, Outcome outcome, Excerpt excerpt)
    {
        var answer = excerpt.Record(outcome.Events);
        _events.AddRange(outcome.Events.Zip(answer.Changes, (e, change) => new Appended(Declaring.StreamOf(change.Relationship), e) { By = sent.By }));
        foreach (var beside in outcome.Beside)
        {
            excerpt.Fold(beside);
            _events.Add(beside with { By = sent.By });
        }

        return answer;
    }

    private async Task<Recorded> Propose(Sent sent, DevelopmentEvent change, Excerpt excerpt, CancellationToken cancellation)
    {
        var subject = Domain.Proposals.ProposalId.SubjectOf(change);
        if (!_proposals.TryGetValue(subject, out var earlier))
            earlier = await Reading.CountProposals(subject, cancellation);
        _proposals[subject] = earlier + 1;
        var (proposed, answer) = Proposing.Propose(sent.Intent.Command, change, excerpt, earlier + 1);
        _events.Add(proposed with { By = sent.By });
        return answer;
    }

    private async Task AppendAndCommit(Excerpt excerpt, CancellationToken cancellation)
    {
        var options = SessionOptions.ForTransaction(_transaction!);
        options.TenantId = barometer;
        await using var session = store.LightweightSession(options);
        await session.AppendMany(_events, excerpt.Read, _receipts, cancellation);
        // The round trip that saves commits, too, where the store lets what is queued follow each other: it sorts documents of its own behind.
        if (session.PendingChanges.Operations().All(o => o is QueuedStatement))
        {
            session.QueueOperation(new QueuedStatement("COMMIT"));
            _committing = true;
            await session.SaveChangesAsync(cancellation);
            return;
        }

        await session.SaveChangesAsync(cancellation);
        _committing = true;
        await _transaction!.CommitAsync(cancellation);
    }
}

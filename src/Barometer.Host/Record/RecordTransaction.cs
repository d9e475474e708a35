using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Host.Barometers;
using Barometer.Host.Store;
using JasperFx;
using JasperFx.Events;

namespace Barometer.Host.Record;

/// <summary>
/// The transaction of a command that is not on developments: those have a way of their own (<see cref="TakingTogether"/>). It
/// locks the streams of relationships first and reads afterwards, so that a decision sees everything that was committed.
/// </summary>
internal sealed class RecordTransaction
{
    private readonly Lazy<string> _fingerprint;
    private readonly string? _key;
    private readonly bool _dryRun;

    public RecordTransaction(IDocumentSession session, Envelope envelope, object command, string actor)
    {
        Session = session.Signed(envelope, actor);
        _fingerprint = new Lazy<string>(() => Receipt.FingerprintOf(command));
        _key = envelope.Key();
        _dryRun = envelope.IsDryRun();
    }

    /// <summary>For reading under the locks.</summary>
    public IDocumentSession Session { get; }

    /// <summary>The barometer's settings, or a refusal where none is declared.</summary>
    public Task<Decision<Settings>> Settings(CancellationToken cancellation) => SettingsReading.Of(Session, cancellation);

    /// <summary>Locks the barometer's settings, before any relationship, and reads them: until the end of the transaction no relationship is added.</summary>
    public async Task<Decision<Settings>> LockSettings(CancellationToken cancellation)
    {
        if (!(await Settings(cancellation)).Accepted(out _, out var refusal))
            return refusal;
        await LockStream(Domain.Barometers.Settings.Stream, cancellation);
        return await Settings(cancellation);
    }

    /// <summary>Locks the streams of relationships.</summary>
    public Task Lock(IEnumerable<string> relationships, CancellationToken cancellation) => Session.LockRelationships(relationships, cancellation);

    /// <summary>Locks any other stream.</summary>
    public Task LockStream(string stream, CancellationToken cancellation) => Session.Events.AppendExclusive(stream, cancellation);

    /// <summary>The last positions of all relationships, which this transaction has locked, with what it is about to record.</summary>
    public Positions Positions(Settings settings)
    {
        var locked = Session.PendingChanges.Streams().ToDictionary(s => s.Key!);
        return Domain.Movements.Positions.Of(settings.Relationships.Select(r => KeyValuePair.Create(r.Key, Last(locked[Domain.Barometers.Declaring.StreamOf(r.Key)]))));
    }

    /// <summary>The answer that the same key got before; null for a new key, or none.</summary>
    public async Task<Decision<T>?> AnsweredBefore<T>(CancellationToken cancellation) =>
        _key is not null && await Session.LoadAsync<Receipt>(_key, cancellation) is { } found ? found.AnswerAgain<T>(_fingerprint.Value) : null;

    /// <summary>Commits events, projections and receipt together, or nothing; nothing where only what would be recorded is asked.</summary>
    public async Task<Decision<T>> Commit<T>(T answer, CancellationToken cancellation)
    {
        if (_dryRun)
            return answer;
        if (_key is not null)
            Session.Insert(Receipt.For(_key, _fingerprint.Value, answer));
        try
        {
            await Session.SaveChangesAsync(cancellation);
            return answer;
        }
        catch (DocumentAlreadyExistsException) when (_key is not null)
        {
            // The same key was committed by another door while this command was on its way to other streams.
            return (await AnsweredMeanwhile<T>(cancellation))!;
        }
        catch (Marten.Exceptions.ExistingStreamIdCollisionException collision)
        {
            // Another door that starts the same stream may have done so for this very command.
            return await AnsweredMeanwhile<T>(cancellation)
                ?? Refusal.Conflict($"Somebody else started '{collision.Id}' at the same moment; nothing was recorded. Look again and repeat what is still needed.");
        }
    }

    private static long Last(StreamAction locked) => locked.ExpectedVersionOnServer!.Value + locked.Events.Count;

    // Asked in a session of its own, since that of a failed transaction is of no more use.
    private async Task<Decision<T>?> AnsweredMeanwhile<T>(CancellationToken cancellation)
    {
        if (_key is null)
            return null;
        await using var session = Session.DocumentStore.QuerySession(Session.TenantId);
        return (await session.LoadAsync<Receipt>(_key, cancellation))?.AnswerAgain<T>(_fingerprint.Value);
    }
}

using Barometer.Domain.Developments;
using Barometer.Host.Store;

namespace Barometer.Host.Record;

/// <summary>A command on developments on its way: who sent it as what, and who waits for its answer.</summary>
internal sealed class Sent(Intent intent, Envelope envelope, CancellationToken cancellation)
{
    // Whoever waits goes on elsewhere, and does not hold up the answers of others.
    private readonly TaskCompletionSource<Decision<Recorded>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Intent Intent { get; } = intent;

    public Signature By { get; } = Signature.Of(envelope, intent.Actor);

    /// <summary>True where the answer alone is asked for.</summary>
    public bool IsDryRun { get; } = envelope.IsDryRun();

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Tells the command from others that are sent with its key; empty without one. Taken while the command waits, and not while all wait for it.</summary>
    public string Fingerprint { get; } = envelope.Key() is null ? "" : Receipt.FingerprintOf(intent.Command is DevelopmentCommand said ? said.AsSaid : intent.Command);

    /// <summary>The answer, once there is one.</summary>
    public Task<Decision<Recorded>> Answered => _answer.Task;

    public void Answer(Decision<Recorded> decision) => _answer.TrySetResult(decision);

    public void Fail(Exception failure) => _answer.TrySetException(failure);

    public void Cancel() => _answer.TrySetCanceled(Cancellation);
}

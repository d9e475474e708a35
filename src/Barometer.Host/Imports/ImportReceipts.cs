using Barometer.Host.Store;

namespace Barometer.Host.Imports;

/// <summary>The receipt of an import, in the import's own transaction.</summary>
internal sealed class ImportReceipts
{
    private readonly ImportTransaction _import;
    private readonly Lazy<string> _fingerprint;
    private readonly string? _key;

    public ImportReceipts(ImportTransaction import, Envelope envelope, ImportPublication command)
    {
        _import = import;
        _fingerprint = new Lazy<string>(() => Receipt.FingerprintOf(command));
        _key = envelope.Key();
    }

    /// <summary>The answer that the same key got before; null for a new key, or none.</summary>
    public async Task<Decision<Imported>?> AnsweredBefore(CancellationToken cancellation)
    {
        if (_key is null)
            return null;
        await using var session = _import.Open();
        return (await session.LoadAsync<Receipt>(_key, cancellation))?.AnswerAgain<Imported>(_fingerprint.Value);
    }

    /// <summary>Keeps the answer under the key, if one was given.</summary>
    public async Task Keep(Imported answer, CancellationToken cancellation)
    {
        if (_key is null)
            return;
        await using var session = _import.Open();
        session.Insert(Receipt.For(_key, _fingerprint.Value, answer));
        await session.SaveChangesAsync(cancellation);
    }
}

using System.Security.Cryptography;
using System.Text.Json;

namespace Barometer.Host.Store;

/// <summary>
/// What was answered to a command, kept in its transaction and for ever: the same command sent again with the same key gets the
/// same answer and changes nothing, through any door.
/// </summary>
/// <param name="Id">The idempotency key.</param>
/// <param name="Fingerprint">Digest of the command, to refuse the key for another one.</param>
/// <param name="Answer">The first answer, as JSON.</param>
public sealed record Receipt(string Id, string Fingerprint, JsonElement Answer)
{
    /// <summary>The table that receipts are kept in.</summary>
    internal const string Table = "mt_doc_receipt";

    /// <summary>A digest that two commands share only when they say the same.</summary>
    public static string FingerprintOf(object command) =>
        $"{command.GetType().Name}:{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), RecordJson.Options)))}";

    /// <summary>A receipt for an answer.</summary>
    public static Receipt For<T>(string key, string fingerprint, T answer) =>
        new(key, fingerprint, JsonSerializer.SerializeToElement(answer, RecordJson.Options));

    /// <summary>The first answer again, or a refusal when the key was used for another command.</summary>
    public Decision<T> AnswerAgain<T>(string fingerprint) =>
        fingerprint == Fingerprint
            ? Answer.Deserialize<T>(RecordJson.Options)!
            : Refusal.Conflict($"The key '{Id}' was used for another command; give each command a key of its own.").Until(RemedyKind.GiveKey);
}

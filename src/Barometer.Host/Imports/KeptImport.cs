using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Barometer.Host.Imports;

/// <summary>How an import stands.</summary>
public enum ImportState
{
    /// <summary>It is read or recorded.</summary>
    Running,

    /// <summary>It is recorded.</summary>
    Done,

    /// <summary>Something was not understood, and nothing was recorded.</summary>
    HeldBack,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>What ran it was stopped. Sent again with the same key it goes on; what is recorded already is skipped.</summary>
    Interrupted,
}

/// <summary>An import that was sent over HTTP, and how far it has come. It is no event, and the record knows nothing of it.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Key">The idempotency key that it was sent with.</param>
/// <param name="Run">Which run of it this is: sent again after an interruption it is another.</param>
/// <param name="Fingerprint">Of what was sent.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="StartedAt">When, in UTC.</param>
/// <param name="HeardAt">When its run was last heard of, in UTC.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="State">How it stood then.</param>
public sealed record KeptImport(string Id, string Key, Guid Run, string Fingerprint, string Actor, DateTimeOffset StartedAt, DateTimeOffset HeardAt, ImmutableArray<string> Files, ImportState State)
{
    private const int DigitsOfId = 32;
    private const int LongestPlainKey = 64;

    // Much longer than it takes to be heard of: a busy machine is not taken for a dead one.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    /// <summary>Rows done.</summary>
    public int Rows { get; init; }

    /// <summary>How many there are; null while that is not known.</summary>
    public int? Of { get; init; }

    /// <summary>What an import of a publication came to.</summary>
    public Imported? Publication { get; init; }

    /// <summary>What an import of coded data came to.</summary>
    public CodedImported? Coded { get; init; }

    /// <summary>Why it was refused or interrupted, and what to do.</summary>
    public string? Why { get; init; }

    /// <summary>What an import is known by: its key, where that can stand in an address, else a digest of it.</summary>
    public static string IdOf(string key) => key.Length <= LongestPlainKey && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? key
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..DigitsOfId];

    /// <summary>As it stands at a moment: one that runs and was not heard of for long was interrupted.</summary>
    public KeptImport At(DateTimeOffset now) => State == ImportState.Running && now - HeardAt > Silence ? Interrupted("The service that ran it is gone.") : this;

    /// <summary>The same, interrupted.</summary>
    public KeptImport Interrupted(string why) => this with { State = ImportState.Interrupted, Why = $"{why} Send it again with the same key; what is recorded already is skipped." };

    /// <summary>The same, come to its end.</summary>
    public KeptImport Ended(Decision<Imported> decision) => decision.Accepted(out var imported, out var refusal)
        ? this with { State = imported.HeldBack ? ImportState.HeldBack : ImportState.Done, Publication = imported, Rows = imported.HeldBack ? 0 : Of ?? Rows }
        : Ended(refusal);

    /// <summary>The same, of coded data.</summary>
    public KeptImport Ended(Decision<CodedImported> decision) => decision.Accepted(out var imported, out var refusal)
        ? this with { State = ImportState.Done, Coded = imported, Rows = imported.Rows, Of = imported.Rows }
        : Ended(refusal);

    private KeptImport Ended(Refusal refusal) => this with { State = ImportState.Refused, Why = refusal.Sentence };
}

using System.Collections.Immutable;

namespace Barometer.Host.Imports;

/// <summary>An import, and how it stands.</summary>
/// <param name="Import">What it is known by: its idempotency key, or where that cannot stand in an address, a digest of it. Absent in a dry run.</param>
/// <param name="State">How it stands.</param>
/// <param name="Files">The names of its files.</param>
/// <param name="Actor">Who sent it.</param>
/// <param name="StartedAt">When, in UTC.</param>
/// <param name="Rows">Rows done.</param>
public sealed record AnsweredImport(string? Import, ImportState State, ImmutableArray<string> Files, string Actor, DateTimeOffset StartedAt, int Rows)
{
    /// <summary>How many rows there are; absent while that is not known.</summary>
    public int? Of { get; init; }

    /// <summary>What an import of a publication came to; of one held back, every place that was not understood.</summary>
    public Imported? Publication { get; init; }

    /// <summary>What an import of coded data came to.</summary>
    public CodedImported? Coded { get; init; }

    /// <summary>Why it was refused or interrupted, and what to do.</summary>
    public string? Why { get; init; }

    internal static AnsweredImport As(KeptImport import, bool dryRun = false) =>
        new(dryRun ? null : import.Id, import.State, import.Files, import.Actor, import.StartedAt, import.Rows)
        {
            Of = import.Of,
            Publication = import.Publication,
            Coded = import.Coded,
            Why = import.Why,
        };
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;

namespace Barometer.Host.Record;

/// <summary>A command on developments as data: what it needs of the record, and what it comes to there. Neither reads or changes anything.</summary>
/// <param name="Command">As it was sent.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Needs">What it needs, or why it is refused by the settings alone.</param>
/// <param name="Decide">The decision on what was read, under the locks.</param>
internal sealed record Intent(object Command, string Actor, Func<Settings, Decision<Needs>> Needs, Func<Excerpt, Decision<Outcome>> Decide);

/// <summary>What a command needs of the record.</summary>
/// <param name="Relationships">Those whose streams are locked; which references each has given is read with it.</param>
internal sealed record Needs(ImmutableArray<string> Relationships)
{
    /// <summary>Developments to read, each with the period that it is filed under.</summary>
    public ImmutableArray<Reference> Developments { get; init; } = [];

    /// <summary>Further periods to read.</summary>
    public ImmutableArray<PeriodId> Periods { get; init; } = [];

    /// <summary>Other streams to lock.</summary>
    public ImmutableArray<string> Streams { get; init; } = [];

    /// <summary>Proposals to read.</summary>
    public ImmutableArray<ProposalId> Proposals { get; init; } = [];
}

/// <summary>What a command comes to.</summary>
/// <param name="Events">Of developments, each for the stream of its relationship.</param>
internal sealed record Outcome(ImmutableArray<DevelopmentEvent> Events)
{
    /// <summary>What is recorded in other streams, in the same transaction.</summary>
    public ImmutableArray<Appended> Beside { get; init; } = [];
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Proposals;

/// <summary>What stands now of all that a proposed command is decided on.</summary>
/// <param name="Settings">The barometer's settings.</param>
/// <param name="Period">The period filed under.</param>
public sealed record Ground(Settings Settings, Period Period)
{
    /// <summary>The development; null where a new one is proposed.</summary>
    public Development? Development { get; init; }

    /// <summary>The reference that a new development would be given; null where it is in the record.</summary>
    public Reference? Next { get; init; }

    /// <summary>The period to file under, where the development is to be refiled.</summary>
    public Period? To { get; init; }

    /// <summary>What stands of all that a proposal is about.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="development">The development that it is about; null where it is of a new one.</param>
    /// <param name="periods">The period that the development is filed under, and those that the proposal <see cref="Names"/>.</param>
    /// <param name="numbering">Which references the relationship has given; null where the proposal is of no new development.</param>
    public static Ground Of(Proposal proposal, Settings settings, Development? development, IReadOnlyDictionary<PeriodId, Period> periods, Numbering? numbering)
    {
        var named = Names(proposal, settings);
        var period = periods[development?.Filing.Period ?? named[0]];
        return new Ground(settings, period)
        {
            Development = development,
            Next = proposal.MadeOn is null ? numbering!.Next(Known(settings.Find(proposal.Relationship)).Prefix, period.Issue) : null,
            To = proposal.MadeOn is not null && named is [var to] ? periods[to] : null,
        };
    }

    /// <summary>The period that a proposal itself names: where a new development is to be filed, or another refiled.</summary>
    public static ImmutableArray<PeriodId> Names(Proposal proposal, Settings settings) => proposal.Command.Read() switch
    {
        RecordDevelopment recorded => [Known(recorded.FiledUnder(settings))],
        RefileDevelopment refile => [refile.To],
        _ => [],
    };

    // What was proposed had both, and settings take nothing away.
    private static T Known<T>(Decision<T> decision) => decision.Accepted(out var known, out var refusal) ? known : throw new InvalidOperationException(refusal.Sentence);
}

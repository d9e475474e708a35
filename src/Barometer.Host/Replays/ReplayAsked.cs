using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;

namespace Barometer.Host.Replays;

/// <summary>A replay as it is asked at any door, with its rules found.</summary>
/// <param name="Rules">Under which rules.</param>
/// <param name="Against">Compared with what, as named.</param>
/// <param name="Others">The rules compared with, where they are named.</param>
/// <param name="Period">The only period, as written.</param>
/// <param name="From">The first period, as written.</param>
/// <param name="To">The last period, as written.</param>
/// <param name="AsOf">As of which moment, as named; null for now.</param>
internal sealed record ReplayAsked(RuleSet Rules, string Against, RuleSet? Others, string? Period, string? From, string? To, string? AsOf)
{
    /// <summary>True for what a replay is compared with that is no rule set.</summary>
    public static bool IsNoRuleSet(string against) => against is ReplayQuestion.Points or ReplayQuestion.Print or ReplayQuestion.Closing;

    /// <summary>A refusal of the rules compared with, which says what else there is.</summary>
    public static Refusal NothingToCompareWith(Refusal refusal) => refusal.OrNamed("Beside rule sets 'against' takes points, printed and closing.");

    /// <summary>The question that it is, resolved once: rules to documents, moments to positions.</summary>
    public async Task<Decision<ReplayQuestion>> Question(IQuerySession session, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !Naming.Known(Rules, settings).Accepted(out _, out refusal)
            || (Others is not null && !Naming.Known(Others, settings).Accepted(out _, out refusal))
            || !(await AskedPeriods.Of(session, this, settings, cancellation)).Accepted(out var periods, out refusal)
            || !(await Movements.AsOf.Resolve(session, AsOf, periods.To, cancellation)).About("asOf").Accepted(out var positions, out refusal))
            return refusal;
        return new ReplayQuestion(
            Rules.Pin, Rules.Document, Others?.Pin.ToString() ?? Against, Others?.Pin, Others?.Document,
            Against == ReplayQuestion.Print ? await PrintedAggregates.Of(session, periods.From, periods.To, cancellation) : null,
            periods.From, periods.To, positions);
    }
}

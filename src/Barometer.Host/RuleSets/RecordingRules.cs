using Barometer.Domain.Barometers;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.RuleSets;

/// <summary>The way that every command on a barometer's own rule set takes: lock, read, decide, record.</summary>
internal static class RecordingRules
{
    /// <summary>Takes a command that concerns one rule set, and records its event in the stream of that rule set, which the first one starts.</summary>
    /// <param name="transaction">The command's.</param>
    /// <param name="name">What the rule set is called by.</param>
    /// <param name="decide">Decides by the barometer's settings, and the versions there are of the rule set; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<TEvent>> RecordRules<TEvent>(
        this RecordTransaction transaction, string name, Func<Settings, RuleSetVersions?, Decision<TEvent>> decide, CancellationToken cancellation)
        where TEvent : class
    {
        if (!(await transaction.LockSettings(cancellation)).Accepted(out var settings, out var refusal))
            return refusal;
        if (await transaction.AnsweredBefore<TEvent>(cancellation) is { } answered)
            return answered;
        var stream = RuleSetPublished.StreamOf(name);
        var versions = await transaction.Session.LoadAsync<RuleSetVersions>(stream, cancellation);
        if (!decide(settings, versions).Accepted(out var e, out refusal))
            return refusal;
        if (versions is null)
            transaction.Session.Events.StartStream<RuleSet>(stream, e);
        else
            transaction.Session.Events.Append(stream, e);
        return await transaction.Commit(e, cancellation);
    }
}

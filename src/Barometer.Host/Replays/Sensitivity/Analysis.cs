using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Spectre.Console;
using Columns = Barometer.Domain.Replays.Rows.Columns;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>What every question about how far a replay depends on its inputs starts from.</summary>
/// <param name="Rules">Under which rules.</param>
/// <param name="Columns">The developments.</param>
/// <param name="Question">What is asked, resolved: periods and positions.</param>
internal sealed record Analysis(RuleSet Rules, Columns Columns, ReplayQuestion Question)
{
    /// <summary>The options that resolve it.</summary>
    public static Option[] Options { get; } = [Replaying.Rules, Replaying.From, Replaying.To, SharedOptions.AsOf];

    /// <summary>True where an index is to be shown: all are, where no relationship is named.</summary>
    public static bool Shows(string? only, string relationship) => only is null || relationship == only;

    /// <summary>Resolves what is asked, and computes an answer under a progress bar where there is somebody to see it.</summary>
    /// <param name="door">Who asks.</param>
    /// <param name="steps">How many steps there are; null where nobody knows.</param>
    /// <param name="compute">What is computed.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<T>> Answer<T>(
        Door door, Func<RuleSet, long?> steps, Func<Analysis, IProgress<int>?, Decision<T>> compute, CancellationToken cancellation)
    {
        if (!(await Replaying.Question(door, cancellation)).Accepted(out var question, out var refusal)
            || !(await door.Read(session => Of(session, question, door.Get(Replaying.Relationship), cancellation), cancellation)).Accepted(out var analysis, out refusal))
            return refusal;
        var rules = analysis.Rules;
        if (Console.IsErrorRedirected)
            return await Task.Run(() => compute(analysis, arg2: null), cancellation);
        return await ProgressBar.Begin().AutoClear(enabled: true).StartAsync(async progress =>
        {
            var task = progress.AddTask("computing", maxValue: steps(rules) ?? 1);
            task.IsIndeterminate = steps(rules) is null;
            return await Task.Run(() => compute(analysis, new Progress<int>(done => task.Value = done)), cancellation);
        });
    }

    /// <summary>The same at an HTTP door, in one state of the record, where it costs no more than is computed there.</summary>
    public static async Task<Answer<T>> Answer<T>(HttpDoor door, ReplayWanted said, Func<Analysis, Int128> cost, Func<Analysis, Decision<T>> compute)
        where T : notnull =>
        new((await door.Ask(async session => (await said.Read(session, door.Cancellation)).Accepted(out var asked, out var refusal)
            && (await asked.Question(session, door.Cancellation)).Accepted(out var question, out refusal)
                ? await Of(session, question, said.Relationship, door.Cancellation)
                : refusal)).Accepted(out var analysis, out var refused)
            ? await Task.Run(() => ReplayLimit.Refused(cost(analysis)) is { } costly ? costly : compute(analysis), door.Cancellation)
            : refused);

    private static async Task<Decision<Analysis>> Of(IQuerySession session, ReplayQuestion question, string? relationship, CancellationToken cancellation)
    {
        if (!RuleSet.Read(question.Rules).Accepted(out var rules, out var refusal) || !(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out refusal))
            return refusal;
        return relationship is not null && !settings.Find(relationship).About("relationship").Accepted(out _, out refusal)
            ? refusal
            : new Analysis(rules, await new ReplayComputing(session, settings, question).Columns(cancellation), question);
    }
}

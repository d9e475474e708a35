using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Columns = Barometer.Domain.Replays.Rows.Columns;
using Spectre.Console;

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
    public static bool Shows(Door door, string relationship) => door.Get(Replaying.Relationship) is not { } only || relationship == only;

    /// <summary>Resolves what is asked, and computes an answer under a progress bar where there is somebody to see it.</summary>
    /// <param name="door">Who asks.</param>
    /// <param name="steps">How many steps there are; null where nobody knows.</param>
    /// <param name="compute">What is computed.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<T>> Answer<T>(
        Door door, Func<RuleSet, int?> steps, Func<Analysis, IProgress<int>?, Decision<T>> compute, CancellationToken cancellation)
    {
        if (!(await Replaying.Question(door, cancellation)).Accepted(out var question, out var refusal) || !RuleSet.Read(question.Rules).Accepted(out var rules, out refusal))
            return refusal;
        if (!(await door.Read(session => Read(session, door, question, cancellation), cancellation)).Accepted(out var columns, out refusal)
            || (door.Get(Replaying.Relationship) is { } named && !columns.Settings.Find(named).Accepted(out _, out refusal)))
            return refusal;
        var analysis = new Analysis(rules, columns, question);
        if (Console.IsErrorRedirected)
            return await Task.Run(() => compute(analysis, arg2: null), cancellation);
        return await ProgressBar.Begin().AutoClear(enabled: true).StartAsync(async progress =>
        {
            var task = progress.AddTask("computing", maxValue: steps(rules) ?? 1);
            task.IsIndeterminate = steps(rules) is null;
            return await Task.Run(() => compute(analysis, new Progress<int>(done => task.Value = done)), cancellation);
        });
    }

    private static async Task<Decision<Columns>> Read(IQuerySession session, Door door, ReplayQuestion question, CancellationToken cancellation) =>
        (await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal) ? await new ReplayComputing(session, settings, question).Columns(cancellation) : refusal;
}

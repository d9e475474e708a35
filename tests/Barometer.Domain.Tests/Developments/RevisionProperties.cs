using System.Collections.Concurrent;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Developments;

/// <summary>What must always hold, 6: revisions follow one another, and who is late is refused.</summary>
public class RevisionProperties(ITestOutputHelper output)
{
    [Fact]
    public void Revisions_of_a_development_are_1_2_3_without_a_gap() => output.HoldFor(history =>
    {
        foreach (var development in history.Record.Events.Select(e => e.Read()).OfType<DevelopmentEvent>().GroupBy(e => e.Reference))
        {
            development.Select(e => e.Revision).ShouldBe(Enumerable.Range(1, development.Count()));
            history.Record.Developments[development.Key.ToString()].Revision.ShouldBe(development.Count());
        }
    });

    [Fact]
    public void References_of_a_relationship_and_issue_are_001_002_003_without_a_gap() => output.HoldFor(history =>
    {
        foreach (var issue in history.Record.Developments.Values.GroupBy(d => (d.Reference.Prefix, d.Reference.Issue)))
            issue.Select(d => d.Reference.Ordinal).Order().ShouldBe(Enumerable.Range(1, issue.Count()));
    });

    [Fact]
    public void A_stale_step_is_always_refused_as_a_conflict_and_a_step_on_what_was_seen_never() => output.HoldFor(history =>
    {
        foreach (var (before, moment) in history.Moments.Zip(history.Moments.Skip(1)).Where(m => m.Second.Step!.Act is not (Act.Approve or Act.Reject)))
        {
            var (act, seen) = (moment.Step!.Act, moment.Step.Manner.Seen);
            var onADevelopment = act is not (Act.Score or Act.RecordUnscored or Act.ConsiderAndNotScore or Act.Close) && before.Positions.ByRelationship.Values.Any(p => p > 0);
            (moment.Refusal?.Kind == RefusalKind.Conflict).ShouldBe(onADevelopment && seen == Seen.Stale);
        }
    });

    [Fact]
    public void A_refused_step_changes_nothing() => output.HoldFor(history =>
    {
        foreach (var (before, after) in history.Moments.Zip(history.Moments.Skip(1)))
        {
            if (after.Refusal is not null)
                after.Positions.ShouldBe(before.Positions);
        }
    });

    [Fact]
    public void Every_act_is_accepted_in_some_histories_and_refused_in_others()
    {
        var seen = new ConcurrentDictionary<(Act, bool Accepted), int>();
        output.HoldFor(history =>
        {
            foreach (var moment in history.Moments.Skip(1))
                seen.AddOrUpdate((moment.Step!.Act, moment.Refusal is null), 1, (_, count) => count + 1);
        });

        foreach (var act in Enum.GetValues<Act>())
        {
            var (accepted, refused) = (seen.GetValueOrDefault((act, true)), seen.GetValueOrDefault((act, false)));
            output.WriteLine($"{act}: {accepted} accepted, {refused} refused");
            // Properties over histories in which nothing happens would hold of anything.
            Math.Min(accepted, refused).ShouldBeGreaterThan((int)(HistoryProperties.Number / 50), $"{act}");
        }
    }
}

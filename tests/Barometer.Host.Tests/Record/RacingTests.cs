using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Record;

public sealed class RacingTests(Server server)
{
    private const int Writers = 8;

    [Fact]
    public async Task Eight_writers_on_different_developments_of_one_relationship_all_win()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var references = await AtOnce(async writer =>
        {
            var own = new List<Reference>();
            for (var i = 0; i < 25; i++)
                own.Add(await record.Score("russia", 1, $"writer-{writer}"));
            return own;
        });

        references.SelectMany(r => r).Select(r => r.Ordinal).Order().ShouldBe(Enumerable.Range(1, Writers * 25));
        (await record.Index("russia")).ShouldBe(new("russia", "development", EmptyRecord.Period, 200, 0, 200));
    }

    [Fact]
    public async Task Of_eight_who_amend_the_same_revision_one_wins_and_the_others_are_told_who_and_the_current_revision()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);

        var decisions = await AtOnce(writer => record.Send<Recorded>(new AmendPoints { Reference = reference, Revision = 1, Points = Points.Of("development", writer % 3), Actor = $"writer-{writer}" }));

        var winner = decisions.Single(d => d.Refusal is null).Expected();
        winner.Changes[0].Revision.ShouldBe(2);
        var development = await record.Read(s => s.LoadAsync<Development>(reference.ToString()));
        foreach (var loser in decisions.Where(d => d.Refusal is not null).Select(d => d.Refusal!))
        {
            loser.Kind.ShouldBe(RefusalKind.Conflict);
            loser.Sentence.ShouldContain($"revision 2, made by {development!.LastActor}");
        }
    }

    [Fact]
    public async Task Of_eight_who_score_while_one_closes_each_is_in_the_snapshot_or_was_refused()
    {
        for (var round = 0; round < 3; round++)
        {
            await using var record = await (await server.NewRecord()).Declared();
            await record.Score("us", 1);
            var closing = new TaskCompletionSource();
            var scoring = AtOnce(async writer =>
            {
                var own = new List<(Decision<Recorded> Decision, string Relationship)>();
                for (var i = 0; i < 8; i++)
                {
                    // The closing is sent when the first of many is recorded, so that it falls among the others.
                    var relationship = (writer % 2) == 0 ? "russia" : "china";
                    own.Add((await record.Send<Recorded>(EmptyRecord.Scored(relationship, 1, $"writer-{writer}") with { Particulars = Told($"{round} {writer} {i} {Guid.NewGuid()}") }), relationship));
                    closing.TrySetResult();
                }

                return own;
            });
            await closing.Task;
            var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
            var scored = (await scoring).SelectMany(s => s).ToArray();

            var won = scored.Where(s => s.Decision.Refusal is null).Select(s => s.Decision.Expected().Changes[0].Reference).ToHashSet();
            closed.Developments.Select(d => d.Reference).Where(r => r.Prefix != "US").ToHashSet().SetEquals(won).ShouldBeTrue();
            closed.Figures.Where(f => f.Relationship is "russia" or "china").Sum(f => f.Positive).ShouldBe(won.Count);
            scored.Where(s => s.Decision.Refusal is not null).ShouldAllBe(s => s.Decision.Refusal!.Sentence.Contains("was closed by boris"));
        }
    }

    [Fact]
    public async Task A_development_of_a_relationship_added_while_one_closes_is_in_the_snapshot_or_was_refused()
    {
        for (var round = 0; round < 8; round++)
        {
            await using var record = await (await server.NewRecord()).Declared();
            var mars = new Relationship("mars", "Belarus–Mars", [], "MA", [new Dimension("development", "Development", "improved", "deteriorated")]);
            var adding = Task.Run(async () =>
            {
                (await record.Send<SettingsChanged>(new ChangeSettings(Name: null, Range: null, [mars], "anna", "it was landed on"))).Expected();
                return await record.Send<Recorded>(EmptyRecord.Scored("mars", 1));
            });
            var closed = (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
            var scored = await adding;

            closed.Developments.Length.ShouldBe(scored.Refusal is null ? 1 : 0);
            closed.Figures.Sum(f => f.Positive).ShouldBe(closed.Developments.Length);
        }
    }

    [Fact]
    public async Task Links_made_in_both_directions_at_once_wait_for_each_other_and_never_for_ever()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var pairs = new List<(Reference One, Reference Other)>();
        for (var i = 0; i < 8; i++)
            pairs.Add((await record.Score("russia", 1), await record.Score("us", 1)));

        var decisions = await AtOnce(writer => record.Send<Recorded>(writer % 2 == 0
            ? new LinkSameHappening { Reference = pairs[writer].One, With = pairs[writer].Other, Actor = "anna" }
            : new LinkSameHappening { Reference = pairs[writer].Other, With = pairs[writer].One, Actor = "boris" }));

        decisions.ShouldAllBe(d => d.Refusal == null);
    }

    private static Particulars Told(string title) => new() { Title = title, Date = PrintedDate.On(new DateOnly(2019, 12, 5)) };

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> write) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => write(writer))));
}

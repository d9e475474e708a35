using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.RuleSets;
using Barometer.Host.Movements;
using Barometer.Host.Periods;

namespace Barometer.Host.Tests.Periods;

public sealed class ReleasingTests(Server server)
{
    private const int Doors = 8;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_any_closing_nothing_is_released()
    {
        await using var record = await (await server.NewRecord()).Declared();

        (await Release(record, "corrected")).Refusal!.Sentence.ShouldContain("No period is closed yet");
        (await record.Ask<long>("select count(*) from barometer.mt_streams where id = 'releases'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_release_stands_in_a_stream_of_its_barometers_with_all_positions_of_its_moment()
    {
        await using var record = await Closed();
        await record.Declared("vilnius");
        await record.Score("us", 1, barometer: "vilnius");

        var released = (await Release(record, "corrected")).Expected();

        released.ShouldBe(new FiguresReleased("corrected", await record.Now(), RuleSet.AsPublished.Pin, "vera", "oil"));
        (await record.Ask<string>("select string_agg(tenant_id || ' ' || stream_id || ':' || version || ' ' || type, ',') from barometer.mt_events where type = 'figures_released'"))
            .ShouldBe("minsk releases:1 figures_released");
        (await Releases(record)).Select(r => r.Name).ShouldBe(["closing:2019-11/2019-12", "corrected"]);
        (await Releases(record, "vilnius")).ShouldBeEmpty();
        (await record.Send<FiguresReleased>(new ReleaseFigures("corrected", "oil", "vera"), "vilnius")).Refusal.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_eight_who_release_under_one_name_one_wins_and_under_names_of_their_own_all_do()
    {
        await using var record = await Closed();

        var same = await AtOnce(_ => Release(record, "corrected"));
        var own = await AtOnce(door => Release(record, $"corrected-{door}"));

        same.Count(d => d.Refusal is null).ShouldBe(1);
        same.Where(d => d.Refusal is not null).ShouldAllBe(d => d.Refusal!.Kind == RefusalKind.Rule && d.Refusal.Sentence.Contains("'corrected' already, by vera"));
        own.ShouldAllBe(d => d.Refusal == null);
        (await Releases(record)).Select(r => r.Name).ShouldBe(["closing:2019-11/2019-12", "corrected", .. Enumerable.Range(0, Doors).Select(d => $"corrected-{d}")], ignoreOrder: true);
    }

    [Fact]
    public async Task With_one_key_a_release_is_made_once_whatever_was_recorded_meanwhile()
    {
        await using var record = await Closed();
        var command = new ReleaseFigures("corrected", "oil", "vera");
        var first = (await record.Send<FiguresReleased>(command, key: "the key")).Expected();
        await ScoreLate(record, "us", "late");

        (await record.Send<FiguresReleased>(command, key: "the key")).Expected().ShouldBe(first);
        (await record.Send<FiguresReleased>(command with { Name = "another" }, key: "the key")).Refusal!.Kind.ShouldBe(RefusalKind.Conflict);
        (await Releases(record)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_scored_while_one_releases_is_whole_in_the_release_or_comes_after_it()
    {
        await using var record = await Closed();
        var scoring = AtOnce(async door =>
        {
            for (var i = 0; i < 5; i++)
                await ScoreLate(record, "russia", $"door-{door}-{i}");
            return door;
        });

        var released = new List<FiguresReleased>();
        for (var i = 0; i < 5; i++)
            released.Add((await Release(record, $"corrected-{i}")).Expected());
        await scoring;

        foreach (var release in released)
        {
            var index = (await record.Read(s => IndexReading.AsOf(s, release.Positions, Cancel))).Single(f => f.Relationship == "russia");
            // Declared, one before the closing, and then one event a development.
            (index.Positive, index.Developments).ShouldBe((3 + (int)release.Positions["russia"] - 2, (int)release.Positions["russia"] - 1));
            (await record.Read(s => AsOf.Resolve(s, $"release:{release.Name}", period: null, Cancel))).Expected().ShouldBe(release.Positions);
        }

        (await Releases(record)).Skip(1).Select(r => r.Positions["russia"]).ShouldBeInOrder();
        (await record.Index("russia")).Developments.ShouldBe(1 + (5 * Doors));
    }

    private async Task<EmptyRecord> Closed()
    {
        var record = await (await server.NewRecord()).Declared();
        await record.Score("russia", 3);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        return record;
    }

    private static async Task ScoreLate(EmptyRecord record, string relationship, string actor) =>
        (await record.SendBoth(EmptyRecord.Scored(relationship, 1, actor) with { AfterClosing = true, Reason = "found late", ReasonKind = ReasonKind.NewInformation })).Expected();

    private static Task<Decision<FiguresReleased>> Release(EmptyRecord record, string name) => record.Send<FiguresReleased>(new ReleaseFigures(name, "oil", "vera"));

    private static async Task<Release[]> Releases(EmptyRecord record, string barometer = "minsk") =>
        [.. (await record.Read(s => ReleaseReading.All(s, Cancel), barometer)).Expected()];

    private static Task<T[]> AtOnce<T>(Func<int, Task<T>> act) => Task.WhenAll(Enumerable.Range(0, Doors).Select(door => Task.Run(() => act(door), Cancel)));
}

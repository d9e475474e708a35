using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Host.Imports;
using Barometer.Host.Record;
using Barometer.Host.Tests.Record.Histories;
using CsCheck;

namespace Barometer.Host.Tests.Replays;

/// <summary>The columns at rest are kept up as events come, and as of any positions they say what the events say.</summary>
public sealed class ColumnsKeptTests(Server server)
{
    [Fact]
    public async Task Whatever_is_recorded_columns_say_at_every_moment_what_the_events_say()
    {
        await using var record = await server.NewRecord();
        var played = 0;
        await Gen.Select(Gen.Int[0, 12], Gen.Int[0, 34], Gen.Int[-3, 3]).Array[8, 24].SampleAsync(
            async steps =>
            {
                var barometer = $"history-{Interlocked.Increment(ref played)}";
                var history = new History(record, barometer);
                await history.Play(steps);
                foreach (var (positions, _) in history.States)
                    (await ColumnsOf.Rest(record, positions, barometer)).ShouldBe(await ColumnsOf.Events(record, positions, barometer));
            },
            iter: 10,
            threads: 1);
    }

    [Fact]
    public async Task Every_kind_of_event_is_told_by_the_columns()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var before = await record.Now();
        var (china, russia) = (await record.Score("china", 3), await record.Score("russia", -2));
        (await record.Send<PeriodOpened>(new OpenPeriod(PeriodId.Parse("2020-01/2020-02", provider: null), "test"))).Expected();
        var particulars = new Particulars { Title = "Unscored", Date = PrintedDate.Unknown("-") };
        var unscored = (await record.Send<Recorded>(new RecordUnscored { Relationship = "eu", Period = EmptyRecord.Period, Particulars = particulars, Actor = "anna" })).Expected().Changes[0].Reference;
        await record.Send<Recorded>(new ConsiderAndNotScore { Relationship = "us", Period = EmptyRecord.Period, Particulars = particulars, Actor = "anna", Reason = "scored before" });
        foreach (var command in (object[])
        [
            new GivePoints { Reference = unscored, Points = Points.Of("development", 1), Actor = "anna" },
            new AmendPoints { Reference = china, Points = new Points([new Score("development", 2, -1)]), Actor = "anna" },
            new RedateDevelopment { Reference = china, Date = new PrintedDate("4-5 November", new DateOnly(2019, 11, 4), new DateOnly(2019, 11, 5), Precision.Range), Actor = "anna" },
            new RefileDevelopment { Reference = china, To = PeriodId.Parse("2020-01/2020-02", provider: null), Actor = "anna", Reason = "continued" },
            new ClassifyDevelopment { Reference = china, Change = new ClassificationChange { Theme = "Trade", Cameo = "036" }, Actor = "anna" },
            new DescribeDevelopment { Reference = china, Title = "Said otherwise", Actor = "anna" },
            new NoteDevelopment { Reference = china, Note = "seen", Actor = "anna" },
            new LinkSameHappening { Reference = china, With = russia, Actor = "anna" },
            new WithdrawDevelopment { Reference = russia, Actor = "anna", Reason = "twice" },
            new ReinstateDevelopment { Reference = russia, Actor = "anna", Reason = "not twice" },
            new WithdrawDevelopment { Reference = unscored, Actor = "anna", Reason = "no" },
        ])
        {
            (await record.Send<Recorded>(command)).Expected();
            var now = await record.Now();
            (await ColumnsOf.Rest(record, now)).ShouldBe(await ColumnsOf.Events(record, now), command.GetType().Name);
        }

        (await ColumnsOf.Rest(record, before)).ShouldBeEmpty();
        var told = await record.Ask<short[]>("select array_agg(distinct told order by told) from barometer.columns");
        told.ShouldBe(Enum.GetValues<Told>().Select(t => (short)t));
        (await ColumnsOf.Rest(record, await record.Now())).ShouldMatch(
            $"2020-01/2020-02 {china} {new DateOnly(2020, 1, 1).DayNumber} {new DateOnly(2019, 11, 4).DayNumber} {new DateOnly(2019, 11, 5).DayNumber} development 2 -1 .*Trade.* 1 Said otherwise");
    }

    [Fact]
    public async Task An_imported_issue_has_its_columns_and_titles_are_read_only_when_asked_for()
    {
        await using var record = await server.NewRecord();
        (await record.Send<Imported>(Samples.Issue12())).Expected();
        var now = await record.Now();

        (await ColumnsOf.Rest(record, now)).ShouldBe(await ColumnsOf.Events(record, now));
        (await ColumnsOf.Rest(record, now, titles: false)).ShouldNotContain("St. Petersburg summitry");
        (await ColumnsOf.Rest(record, now)).ShouldContain("St. Petersburg summitry");
    }
}

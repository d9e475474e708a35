using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Host.Movements;
using Barometer.Host.Periods;
using CsCheck;

namespace Barometer.Host.Tests.Record.Histories;

public sealed class HistoriesTests(Server server, ITestOutputHelper output)
{
    // 50 at least; more by the environment variable.
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("BAROMETER_STORE_HISTORIES"), CultureInfo.InvariantCulture, out var asked) ? asked : 50;

    private static readonly Gen<(int What, int Which, int Points)[]> Steps = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 34], Gen.Int[-3, 3]).Array[8, 24];

    [Fact]
    public async Task Whatever_is_recorded_the_record_adds_up_as_a_sheet_of_paper_does()
    {
        await using var record = await server.NewRecord();
        var played = 0;
        await Steps.SampleAsync(
            async steps =>
            {
                var barometer = $"history-{Interlocked.Increment(ref played)}";
                var rows = await Rows(record);
                var history = new History(record, barometer);
                await history.Play(steps);
                await AddsUp(record, history, barometer);
                await ExplainsItself(record, history, barometer);
                await KeepsItsSnapshot(record, history, barometer);
                await TookTwo(record, history, barometer);
                // What stood in the record before is there still, in the same place.
                (await Rows(record)).ShouldStartWith(rows);
            },
            iter: Histories,
            threads: 1);
        output.WriteLine($"{played} histories");
        played.ShouldBeGreaterThanOrEqualTo(Histories);
    }

    private static async Task AddsUp(EmptyRecord record, History history, string barometer)
    {
        NaiveModel.Written(await record.Read(s => IndexReading.Now(s, Cancellation), barometer)).ShouldBe(history.Model.Indices());
        foreach (var (positions, indices) in history.States)
            NaiveModel.Written(await record.Read(s => IndexReading.AsOf(s, positions, Cancellation), barometer)).ShouldBe(indices);
    }

    private static async Task ExplainsItself(EmptyRecord record, History history, string barometer)
    {
        var (a, b, c) = (history.States[0].Positions, history.States[history.States.Count / 2].Positions, history.States[^1].Positions);
        var (ab, bc, ac) = (await Moved(record, a, b, barometer), await Moved(record, b, c, barometer), await Moved(record, a, c, barometer));
        NaiveModel.Written(IndexFigure.Sum(ab.Concat(bc))).ShouldBe(NaiveModel.Written(IndexFigure.Sum(ac)));
        var (from, to) = (await record.Read(s => IndexReading.AsOf(s, a, Cancellation), barometer), await record.Read(s => IndexReading.AsOf(s, c, Cancellation), barometer));
        foreach (var index in to)
        {
            var before = from.SingleOrDefault(i => (i.Relationship, i.Dimension, i.Period) == (index.Relationship, index.Dimension, index.Period)) ?? index with { Positive = 0, Negative = 0, Developments = 0 };
            Explanation.Of(before, index, new Dimension(index.Dimension, index.Dimension, "improved", "worsened"), ac).Residual.ShouldBe(0);
        }
    }

    private static async Task KeepsItsSnapshot(EmptyRecord record, History history, string barometer)
    {
        if (history.Closing is not var (snapshot, indices))
            return;
        var kept = await record.Read(s => SnapshotReading.Of(s, snapshot.Period, Cancellation), barometer);
        foreach (var closed in new[] { snapshot, kept! })
        {
            var figures = closed.Figures.Select(f => new IndexFigure(f.Relationship, f.Dimension, closed.Period, f.Positive, f.Negative, f.Developments));
            NaiveModel.Written(figures).ShouldBe(string.Join('\n', indices.Split('\n').Where(i => i.Contains($" {closed.Period} ", StringComparison.Ordinal))));
        }

        NaiveModel.Written((await record.Read(s => IndexReading.AsOf(s, snapshot.Positions, Cancellation), barometer))).ShouldBe(indices);
    }

    private static async Task TookTwo(EmptyRecord record, History history, string barometer)
    {
        if (history.Closing is not var (snapshot, _))
            return;
        (await Moved(record, snapshot.Positions, await record.Now(barometer), barometer)).Where(m => m.Period == snapshot.Period)
            .ShouldAllBe(m => m.ApprovedBy != null && m.ApprovedBy != m.Actor);
    }

    private static Task<IReadOnlyList<Movement>> Moved(EmptyRecord record, Positions from, Positions to, string barometer) =>
        record.Read(s => MovementReading.Between(s, from, to, Cancellation), barometer);

    private static Task<string> Rows(EmptyRecord record) =>
        record.Ask<string>("select coalesce(string_agg(ctid || ' ' || xmin || ' ' || seq_id || ' ' || md5(data::text), ',' order by seq_id), '') from barometer.mt_events where type <> 'tombstone'");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Tests.Replays;
using Barometer.Host.Replays;
using Marten;

namespace Barometer.Host.Tests.Replays;

/// <summary>The two ways to columns, in words: as read out of their tables, and as the events' developments give them.</summary>
internal static class ColumnsOf
{
    public static async Task<string> Rest(EmptyRecord record, Positions positions, string barometer = "minsk", bool titles = true) => (await record.Read(
        async session => await ColumnsReading.AsOf(session, await Settings(session), positions, titles, Cancellation), barometer)).Written();

    public static async Task<string> Events(EmptyRecord record, Positions positions, string barometer = "minsk") => (await record.Read(
        async session =>
        {
            var developments = new Dictionary<Reference, Development>();
            foreach (var (relationship, position) in positions.ByRelationship.Where(p => p.Value > 0))
            {
                foreach (var e in (await session.Events.FetchStreamAsync(Declaring.StreamOf(relationship), position, token: Cancellation)).Select(e => e.Data).OfType<DevelopmentEvent>())
                    developments[e.Reference] = Development.Fold(developments.GetValueOrDefault(e.Reference), e);
            }

            return Columns.Of(developments.Values, await Settings(session), positions);
        },
        barometer)).Written();

    /// <summary>All that lies in the tables of the columns.</summary>
    public static async Task<string> Tables(EmptyRecord record) => string.Join("\n\n", [await Table(record, "columns"), await Table(record, "column_classes"), await Table(record, "column_checks")]);

    /// <summary>A digest of the record itself.</summary>
    public static Task<string> Record(EmptyRecord record) =>
        record.Ask<string>("select encode(sha256(convert_to(string_agg(t::text || t.ctid || t.xmin, E'\\n' order by seq_id), 'UTF8')), 'hex') from barometer.mt_events t");

    private static Task<string> Table(EmptyRecord record, string table) => record.Ask<string>($"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from barometer.{table} t");

    private static async Task<Settings> Settings(IQuerySession session) => (await session.LoadAsync<Settings>(Domain.Barometers.Settings.Stream, Cancellation))!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
}

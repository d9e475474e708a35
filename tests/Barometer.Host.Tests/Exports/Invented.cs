using Barometer.Domain.Movements;
using Barometer.Domain.RuleSets;
using Barometer.Host.Exports;

namespace Barometer.Host.Tests.Exports;

/// <summary>An invented row with a cell of every type.</summary>
internal sealed record InventedRow(string? Text = null, long? Number = null, decimal? Exact = null, DateOnly? Day = null, DateTimeOffset? Instant = null, bool? Yes = null);

/// <summary>Tables of invented rows, and what they are in a format.</summary>
internal static class Invented
{
    public static Export Table(IAsyncEnumerable<InventedRow> rows, long? count = null) => Export.Of(
        "invented",
        [
            Column<InventedRow>.Text("text", r => r.Text, "A text."),
            Column<InventedRow>.Number("number", r => r.Number, "A number."),
            Column<InventedRow>.Exact("exact", r => r.Exact, "A number, exactly."),
            Column<InventedRow>.Day("day", r => r.Day, "A day."),
            Column<InventedRow>.Instant("instant", r => r.Instant, "A moment."),
            Column<InventedRow>.YesNo("yes", r => r.Yes, "Yes or no."),
        ],
        rows,
        new Citation { Barometer = "minsk", Name = "Minsk Barometer", Table = "invented", What = "Invented.", AsOf = Positions.Of([KeyValuePair.Create("russia", 3L)]), RuleSet = RuleSet.AsPublished.Pin },
        count);

    public static Export Table(params InventedRow[] rows) => Table(rows.ToAsyncEnumerable(), rows.Length);

    /// <summary>What is written of a table, to a stream that is picky.</summary>
    public static async Task<byte[]> Written(ExportFormat format, Export export)
    {
        var stream = new OneWay();
        await format.Write(export, stream, TestContext.Current.CancellationToken);
        return stream.Written;
    }
}

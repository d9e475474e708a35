using Barometer.Domain.People;
using Barometer.Host.Tests.Serving;

namespace Barometer.Host.Tests.Exports;

/// <summary>What is sent over HTTP is the same table in every format.</summary>
public sealed class Downloaded_tables(Server server)
{
    // What a row is known by, and the figures that are text nowhere.
    private static readonly Dictionary<string, string[]> Columns = new(StringComparer.Ordinal)
    {
        ["indices"] = ["relationship", "dimension", "period", "positive", "negative", "aggregate"],
        ["movements"] = ["relationship", "position", "reference", "day", "positive", "negative", "developments"],
        ["catalogue"] = ["reference", "title"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => [.. Columns.Keys];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_is_the_same_in_every_format(string table)
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        foreach (var (relationship, title, points) in ((string, string, int)[])[("russia", "=1+1", 2), ("russia", "A talk; +1", 1), ("eu", "Ein Gespräch", 1)])
            (await anna.Command("developments/scored", new { relationship, date = "2019-12-05", title, points = new { development = new { positive = points, negative = 0 } } })).Expected();

        var csv = await Rows(anna, table, "csv", "text/csv");
        var workbook = await Rows(anna, table, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var parquet = await Rows(anna, table, "parquet", "application/vnd.apache.parquet");

        csv.Length.ShouldBeGreaterThanOrEqualTo(3);
        workbook.ShouldBe(csv);
        parquet.ShouldBe(csv);
    }

    private static async Task<string[]> Rows(HttpClient client, string table, string format, string type)
    {
        using var response = await client.GetAsync($"/v1/barometers/minsk/exports/{table}?format={format}", Cancel);
        response.EnsureSuccessStatusCode();
        response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe(type);
        response.Content.Headers.ContentDisposition.ShouldNotBeNull().FileName.ShouldNotBeNull().ShouldEndWith($".{format}");
        return [.. Exported.Rows(await response.Content.ReadAsByteArrayAsync(Cancel), format, table).Select(row => string.Join(" | ", Columns[table].Select(c => row[c])))];
    }
}

using System.Globalization;
using System.Text.Json;
using Barometer.Host.Tests.Terminal;

namespace Barometer.Host.Tests.Exports;

/// <summary>What is exported of issue 12, read back by other means, is what the verbs answer.</summary>
public sealed class Exports_of_issue_12(ImportedIssue issue) : IClassFixture<ImportedIssue>
{
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task Indices_are_those_that_index_answers(string format)
    {
        var rows = await Rows("indices", format);

        rows.Select(r => $"{r["relationship"]} {r["dimension"]} {r["period"]} {r["positive"]} {r["negative"]} {r["aggregate"]} {r["developments"]} {r["band"]} {r["as_of"]} {r["rule_set"]}").ShouldBe(
            (await issue.Typist.Ask("index")).EnumerateArray().Select(i => string.Join(' ', ((string[])["relationship", "dimension", "period", "positive", "negative", "aggregate", "developments", "band", "asOf", "ruleSet"]).Select(m => Said(i, m)))));
        rows.ShouldAllBe(r => r["barometer"] == issue.Typist.Barometer);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task Movements_add_up_to_the_indices(string format)
    {
        var movements = await Rows("movements", format);

        movements.Length.ShouldBe(174);
        movements.ShouldAllBe(m => m["cause"] == "new" && m["actor"] == Environment.UserName && m["revision"] == "1");
        movements.GroupBy(m => $"{m["relationship"]} {m["dimension"]}").Select(g => (g.Key, Sum(g, "positive"), Sum(g, "negative"), Sum(g, "aggregate"), Sum(g, "developments"))).ShouldBe(
            (await issue.Typist.Ask("index")).EnumerateArray().Select(i => ($"{Said(i, "relationship")} {Said(i, "dimension")}", Number(i, "positive"), Number(i, "negative"), Number(i, "aggregate"), Number(i, "developments"))));
        movements.GroupBy(m => m["relationship"]).ShouldAllBe(g => g.Max(m => Value(m, "position")) == Value(g.First(), "as_of"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task The_catalogue_is_what_history_tells_of_every_development(string format)
    {
        var rows = await Rows("catalogue", format);

        rows.Length.ShouldBe(143);
        rows.Select(r => r["reference"]).Distinct().Count().ShouldBe(143);
        foreach (var row in rows.Where((_, place) => place % 9 == 0))
        {
            var d = (await issue.Typist.Ask("history", row["reference"]!)).GetProperty("development");
            var (particulars, date) = (d.GetProperty("particulars"), d.GetProperty("particulars").GetProperty("date"));
            row["title"].ShouldBe(Said(particulars, "title"));
            (row["printed_date"], row["precision"], row["filed_under"]).ShouldBe((Said(date, "printed"), Said(date, "precision"), Said(d.GetProperty("filing"), "period")));
            (row["earliest"] ?? "", row["latest"] ?? "", row["counts_on"]).ShouldBe((Said(date, "earliest"), Said(date, "latest"), Said(d.GetProperty("filing"), "day")));
            (row["theme"] ?? "", row["cameo"] ?? "").ShouldBe((Said(particulars.GetProperty("classification"), "theme"), Said(particulars.GetProperty("classification"), "cameo")));
            foreach (var score in d.GetProperty("points").EnumerateObject())
            {
                var name = score.Name.Replace('-', '_');
                (row[$"{name}_positive"], row[$"{name}_negative"]).ShouldBe((Said(score.Value, "positive"), Said(score.Value, "negative")));
            }
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    [InlineData("parquet")]
    public async Task A_replay_and_its_lines_are_those_that_replay_answers(string format)
    {
        var rows = await Rows("replay", format, "--rules", "deeds-not-words", "--against", "printed");
        var lines = await Rows("replay", format, "--rules", "deeds-not-words", "--against", "printed", "--lines");

        var answer = (await issue.Typist.Ask("replay", "--rules", "deeds-not-words", "--against", "printed")).EnumerateArray().ToArray();
        string[] members = ["replay", "relationship", "dimension", "value", "positive", "negative", "developments", "band", "rank", "against", "difference", "asOf", "digest"];
        string[] columns = ["replay", "relationship", "dimension", "value", "positive", "negative", "developments", "band", "rank", "against", "difference", "as_of", "rule_set_digest"];
        rows.Select(r => string.Join(' ', columns.Select(c => Plain(r[c])))).ShouldBe(answer.Select(a => string.Join(' ', members.Select(m => Said(a, m)))));
        lines.Select(l => $"{l["relationship"]} {l["dimension"]} {l["step"]} {l["rule"]} {l["what"]} {Plain(l["value"])} {l["developments"]}").ShouldBe(
            answer.SelectMany(a => a.GetProperty("lines").EnumerateArray().Select(l => $"{Said(a, "relationship")} {Said(a, "dimension")} {Said(l, "step")} {Said(l, "rule")} {Said(l, "what")} {Said(l, "value")} {Said(l, "developments")}")));
        (await issue.Typist.Type("replay", "--again", rows[0]["replay"]!)).Done();
    }

    private Task<Dictionary<string, string?>[]> Rows(string table, string format, params string[] options) => Exported.Rows(issue.Typist, table, format, options);

    private static string Said(JsonElement e, string member) => e.TryGetProperty(member, out var value) ? value.ToString() : "";

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();

    private static int Sum(IEnumerable<Dictionary<string, string?>> rows, string column) => rows.Sum(r => Value(r, column));

    private static int Value(Dictionary<string, string?> row, string column) => int.Parse(row[column]!, CultureInfo.InvariantCulture);

    // DuckDB writes all nine decimals.
    private static string Plain(string? number) => number is not null && number.Contains('.', StringComparison.Ordinal) && decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact)
        ? exact.ToString("0.#########", CultureInfo.InvariantCulture)
        : number ?? "";
}

using System.Text.Json;

namespace Barometer.Host.Tests.Terminal;

public sealed class VerbsTests(Server server)
{
    private const string Period = "2019-11/2019-12";

    [Fact]
    public async Task Every_verb_that_records_prints_its_documented_answer_and_nothing_else()
    {
        var typist = await Typist.Before(server);

        Members(await typist.Ask("declare")).ShouldBe(["name", "range", "calendar", "relationships", "actor"], ignoreOrder: true);
        Members(await typist.Ask("open", Period)).ShouldBe(["period", "issue", "actor"], ignoreOrder: true);
        Changed(await typist.Ask("score", "-r", "russia", "--date", "4-5 November", "--title", "A talk", "--points", "+2", "--period", Period)).ShouldBe(["RU-12-001 r1 development_scored russia:2"]);
        Changed(await typist.Ask("score", "-r", "us", "--date", "2019-12-05", "--title", "The same talk", "--points", "+1", "--period", Period)).ShouldBe(["US-12-001 r1 development_scored us:2"]);
        Changed(await typist.Ask("record", "-r", "russia", "--date", "2019-12-06", "--title", "A visit", "--period", Period)).ShouldBe(["RU-12-002 r1 development_recorded_unscored russia:3"]);
        Changed(await typist.Ask("score", "RU-12-002", "--points", "-1")).ShouldBe(["RU-12-002 r2 points_given russia:4"]);
        Changed(await typist.Ask("consider", "-r", "russia", "--date", "-", "--title", "A wish", "--period", Period, "--reason", "only words")).ShouldBe(["RU-12-003 r1 development_not_scored russia:5"]);
        Changed(await typist.Ask("score", "RU-12-003", "--points", "+1")).ShouldBe(["RU-12-003 r2 points_given russia:6"]);
        Changed(await typist.Ask("amend", "RU-12-001", "--points", "+3", "--revision", "1")).ShouldBe(["RU-12-001 r2 points_amended russia:7"]);
        Changed(await typist.Ask("withdraw", "RU-12-002", "--reason", "rumour")).ShouldBe(["RU-12-002 r3 development_withdrawn russia:8"]);
        Changed(await typist.Ask("reinstate", "RU-12-002", "--reason", "no rumour")).ShouldBe(["RU-12-002 r4 development_reinstated russia:9"]);
        Changed(await typist.Ask("redate", "RU-12-001", "--date", "Late November")).ShouldBe(["RU-12-001 r3 development_redated russia:10"]);
        Changed(await typist.Ask("classify", "RU-12-001", "--event-type", "CONSULT", "--stage", "in-force", "--non-event")).ShouldBe(["RU-12-001 r4 development_reclassified russia:11"]);
        Changed(await typist.Ask("retitle", "RU-12-001", "--title", "A longer talk", "--source", "tass.ru")).ShouldBe(["RU-12-001 r5 development_described russia:12"]);
        Changed(await typist.Ask("note", "RU-12-001", "Seen by two.")).ShouldBe(["RU-12-001 r6 development_noted russia:13"]);
        Changed(await typist.Ask("link", "RU-12-001", "US-12-001")).ShouldBe(["RU-12-001 r7 same_happening_linked russia:14", "US-12-001 r2 same_happening_linked us:3"], ignoreOrder: true);
        Members(await typist.Ask("settings", "--name", "Another", "--range", "5", "--reason", "more to say")).ShouldBe(["name", "range", "added", "actor", "reason"], ignoreOrder: true);
        (await typist.Ask("text")).GetArrayLength().ShouldBe(0);
        Members(await typist.Ask("close", Period, "--answer", "date:RU-12-003=kept")).ShouldBe(["period", "figures", "developments", "ruleSet", "positions", "answers", "actor"], ignoreOrder: true);
        Members(await typist.Ask("release", "corrected", "--reason", "two of them were one")).ShouldBe(["name", "positions", "ruleSet", "actor", "reason"], ignoreOrder: true);

        var history = await typist.Ask("history", "RU-12-001");
        history.GetProperty("development").GetProperty("particulars").GetProperty("title").GetString().ShouldBe("A longer talk");
        history.GetProperty("revisions").EnumerateArray().Select(r => r.GetProperty("revision").GetInt32()).ShouldBe(Enumerable.Range(1, 7));
        history.GetProperty("revisions").EnumerateArray().ShouldAllBe(r => r.GetProperty("actor").GetString() == Environment.UserName);
    }

    [Fact]
    public async Task Classifying_changes_what_is_named_and_keeps_the_rest()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"eventType": "CONSULT", "mode": "visit", "theme": "Union Treaty"}""", TestContext.Current.CancellationToken);

        await typist.Ask("classify", "RU-12-001", "--file", file, "--place", "Sochi");
        await typist.Ask("classify", "RU-12-001", "--theme", "Gas", "--context", "economic", "--context", "diplomatic");

        var c = (await typist.Ask("history", "RU-12-001")).GetProperty("development").GetProperty("particulars").GetProperty("classification");
        (c.GetProperty("eventType").GetString(), c.GetProperty("mode").GetString(), c.GetProperty("theme").GetString(), c.GetProperty("place").GetString()).ShouldBe(("CONSULT", "visit", "Gas", "Sochi"));
        c.GetProperty("contexts").EnumerateArray().Select(x => x.GetString()).ShouldBe(["economic", "diplomatic"]);
        File.Delete(file);
    }

    [Fact]
    public async Task A_misspelt_member_of_a_file_is_told()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"eventTyp": "CONSULT"}""", TestContext.Current.CancellationToken);

        (await typist.Type("classify", "RU-12-001", "--file", file)).Failed(2, "line 1 at $.eventTyp");
        File.Delete(file);
    }

    [Fact]
    public async Task Classifying_sent_again_with_its_key_after_somebody_elses_change_gets_its_first_answer()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        var first = await typist.Ask("classify", "RU-12-001", "--theme", "Gas", "--key", "theme");
        await typist.Ask("classify", "RU-12-001", "--place", "Sochi");

        (await typist.Ask("classify", "RU-12-001", "--theme", "Gas", "--key", "theme")).GetRawText().ShouldBe(first.GetRawText());
    }

    [Fact]
    public async Task Redating_moves_the_day_and_not_the_period_and_an_unopened_period_takes_no_refiling()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);

        (await typist.Ask("redate", "RU-12-001", "--date", "2020-01-10")).GetProperty("indices").GetArrayLength().ShouldBe(0);
        (await typist.Type("refile", "RU-12-001", "--to", "2020-01/2020-02", "--reason", "it was in January")).Failed(4, "2020-01/2020-02 was never opened");

        var index = (await typist.Ask("index", "-r", "russia", "--running")).EnumerateArray().Single();
        index.GetProperty("aggregate").GetInt32().ShouldBe(2);
        index.GetProperty("running").EnumerateArray().Last().GetProperty("aggregate").GetInt32().ShouldBe(2);
        var development = (await typist.Ask("history", "RU-12-001")).GetProperty("development");
        development.GetProperty("filing").GetProperty("period").GetString().ShouldBe(Period);
        development.GetProperty("revision").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_refiled_development_moves_both_periods()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("open", "2020-01/2020-02");
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-06", "--title", "A loan", "--points", "+1", "--period", Period);

        var refiled = await typist.Ask("refile", "RU-12-001", "--to", "2020-01/2020-02", "--reason", "continued");

        refiled.GetProperty("indices").EnumerateArray().Select(i => (Text(i.GetProperty("after"), "period"), Aggregate(i.GetProperty("before")), Aggregate(i.GetProperty("after"))))
            .ShouldBe([(Period, 3, 1), ("2020-01/2020-02", 0, 2)], ignoreOrder: true);
        (await typist.Ask("index", "-r", "russia")).EnumerateArray().Select(i => (Text(i, "period"), Aggregate(i), i.GetProperty("developments").GetInt32()))
            .ShouldBe([(Period, 1, 1), ("2020-01/2020-02", 2, 1)]);
    }

    [Fact]
    public async Task The_log_pages_on_from_any_sequence_in_the_order_of_the_record()
    {
        var typist = await Typist.WithOpenPeriod(server);
        for (var i = 0; i < 5; i++)
            await typist.Ask("score", "-r", "russia", "--date", $"2019-12-0{i + 1}", "--title", $"Talk {i}", "--points", "+1", "--period", Period);
        var whole = (await typist.Ask("log", "--take", "1000")).EnumerateArray().Select(Sequence).ToArray();

        var paged = new List<long>();
        for (var page = await Page(whole[0] - 1); page.Length > 0; page = await Page(paged[^1]))
            paged.AddRange(page);

        paged.ShouldBe(whole);
        whole.ShouldBeInOrder();
        (await typist.Ask("log", "--take", "2")).EnumerateArray().Select(Sequence).ShouldBe(whole[^2..]);

        async Task<long[]> Page(long after) => [.. (await typist.Ask("log", "--after", $"{after}", "--take", "4")).EnumerateArray().Select(Sequence)];
    }

    [Fact]
    public async Task Positions_of_some_relationships_ask_about_those_alone()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period);

        (await typist.Ask("index", "--as-of", "russia:2,us:1")).EnumerateArray().Select(i => (Text(i, "relationship"), Aggregate(i))).ShouldBe([("russia", 2), ("us", 0)]);
        (await typist.Ask("index", "--period", Period, "--as-of", "start")).GetArrayLength().ShouldBe(7);
        (await typist.Ask("index", "--as-of", "start")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_moment_to_the_minute_is_a_time_and_no_positions()
    {
        var typist = await Typist.WithOpenPeriod(server);

        (await typist.Ask("index", "--period", Period, "--as-of", "2020-01-31 12:00")).GetArrayLength().ShouldBe(7);
        (await typist.Ask("index", "--period", Period, "--as-of", "2020-01-31T12:00")).GetArrayLength().ShouldBe(7);
    }

    [Fact]
    public async Task A_person_reads_who_changed_what_and_why_in_the_history()
    {
        var typist = await Typist.WithOpenPeriod(server);
        await typist.Ask("score", "-r", "russia", "--date", "2019-12-05", "--title", "A talk", "--points", "+2", "--period", Period, "--actor", "anna");
        await typist.Ask("amend", "RU-12-001", "--points", "+1/-1", "--actor", "boris", "--reason", "two sides");
        await typist.Ask("withdraw", "RU-12-001", "--reason", "rumour");

        var lines = (await typist.Type("history", "RU-12-001")).Done().Out.Split('\n');

        lines[0].ShouldContain("RU-12-001 A talk");
        lines[1].ShouldContain("withdrawn (it had +1/");
        lines.ShouldContain(l => l.Contains("scored +2") && l.Contains("anna") && l.Contains("russia:2"));
        lines.ShouldContain(l => l.Contains("amended +2 → +1/") && l.Contains("boris") && l.Contains("two sides") && l.Contains("russia:3"));
        lines.ShouldContain(l => l.Contains("development withdrawn") && l.Contains("rumour"));
    }

    private static string Text(JsonElement e, string member) => e.GetProperty(member).GetString()!;

    private static int Aggregate(JsonElement figure) => figure.GetProperty("aggregate").GetInt32();

    private static long Sequence(JsonElement entry) => entry.GetProperty("sequence").GetInt64();

    private static string[] Members(JsonElement answer) => [.. answer.EnumerateObject().Select(m => m.Name)];

    private static string[] Changed(JsonElement answer) =>
        [.. answer.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("reference")} r{c.GetProperty("revision")} {c.GetProperty("event")} {c.GetProperty("relationship")}:{c.GetProperty("position")}")];
}

using System.Net;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Host.Tests.Imports;
using Npgsql;

namespace Barometer.Host.Tests.Serving;

/// <summary>Files sent over HTTP, what is told of them, and what is recorded of them.</summary>
public sealed class Imports_over_http(Server server)
{
    private const string Coded = "?format=icews&relationships=dyads";
    private const string Columns = "origin,relationship,period,date,title,points";
    private const string Period = "2019-11/2019-12";

    // Who may do all that an import does besides.
    private static readonly Role[] Publisher = [Role.ChiefEditor, Role.Administrator];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (string, string, byte[])[] Issue12 => [Sending.Sample(Samples.Developments), Sending.Sample(Samples.Printed)];

    [Fact]
    public async Task Issue_12_is_sent_recorded_behind_the_request_and_told_by_every_instance()
    {
        await using var served = await ServedRecord.Open(server);
        await using var other = await served.Beside();
        using var anna = await served.Person("anna", Publisher);
        using var elsewhere = other.WithToken(Tokens.Of("subject of anna"));

        var sent = await anna.Import("", "issue-12", Issue12);

        sent.Expected().Status.ShouldBe(HttpStatusCode.Accepted);
        sent.Data.GetProperty("import").GetString().ShouldBe("issue-12");
        var told = await elsewhere.FollowToItsEnd(sent);
        told[^1].GetProperty("state").GetString().ShouldBe("done");
        var recorded = told[^1].GetProperty("publication").GetProperty("recorded").GetInt32();
        recorded.ShouldBeGreaterThan(100);
        (told[^1].GetProperty("rows").GetInt32(), told[^1].GetProperty("of").GetInt32()).ShouldBe((recorded, recorded));
        (await Developments(served)).ShouldBe(recorded);
        JsonElement.DeepEquals((await elsewhere.Follow(sent.Link("import"))).Expected().Data, told[^1]).ShouldBeTrue();
        (await anna.Read("imports")).Expected().Data.EnumerateArray().Single().GetProperty("import").GetString().ShouldBe("issue-12");
        (await served.Record.Ask<string>("select distinct data ->> 'actor' from barometer.mt_events where type like 'development%'")).ShouldBe("anna");
    }

    [Fact]
    public async Task The_same_import_sent_again_from_many_doors_at_once_is_one_and_another_under_its_key_is_refused()
    {
        await using var served = await ServedRecord.Open(server);
        await using var other = await served.Beside();
        using var anna = await served.Person("anna", Publisher);
        using var elsewhere = other.WithToken(Tokens.Of("subject of anna"));

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? anna : elsewhere).Import("", "a/key with%2F".Replace(' ', '_'), Issue12)));

        sent.ShouldAllBe(s => s.Status == HttpStatusCode.Accepted);
        sent.Select(s => s.Data.GetProperty("import").GetString()).Distinct().ShouldHaveSingleItem();
        var told = await anna.FollowToItsEnd(sent[0]);
        (await Developments(served)).ShouldBe(told[^1].GetProperty("publication").GetProperty("recorded").GetInt32());
        var again = (await elsewhere.Import("", "a/key_with%2F", Issue12)).Expected();
        again.Data.GetProperty("publication").GetProperty("alreadyRecorded").GetInt32().ShouldBe(0);
        var another = await anna.Import("?skipNotUnderstood=true", "a/key_with%2F", Issue12);
        (another.Status, another.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused"));
    }

    [Fact]
    public async Task A_dry_run_is_answered_at_once_with_every_row_and_records_nothing()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Publisher);

        var told = (await anna.Import("?dryRun=true", key: null, Issue12)).Expected();

        told.Status.ShouldBe(HttpStatusCode.OK);
        told.Data.TryGetProperty("import", out _).ShouldBeFalse();
        told.Data.GetProperty("state").GetString().ShouldBe("done");
        var publication = told.Data.GetProperty("publication");
        publication.GetProperty("rows").GetArrayLength().ShouldBe(publication.GetProperty("recorded").GetInt32());
        (await Developments(served)).ShouldBe(0);
        (await anna.Read("imports")).Expected().Data.GetArrayLength().ShouldBe(0);
        var coded = (await anna.Import($"{Coded}&dryRun=true", key: null, Sending.File("events.tsv", Icews(20)))).Expected();
        coded.Data.GetProperty("coded").GetProperty("recorded").GetInt32().ShouldBe(20);
        (await Developments(served)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_not_understood_holds_all_back_with_its_file_line_and_reason_and_leaves_the_key_free()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Publisher);
        var (right, wrong) = (Sending.File("right.csv", Columns, $"a/1,russia,{Period},2019-12-05,A talk,+1"), Sending.File("../../wrong.csv", Columns, $"a/2,russia,{Period},2019-12-06,A loan,much"));

        var held = (await anna.FollowToItsEnd(await anna.Import("", "loans", right, wrong)))[^1];

        held.GetProperty("state").GetString().ShouldBe("held-back");
        var place = held.GetProperty("publication").GetProperty("notUnderstood").EnumerateArray().Single();
        (place.GetProperty("file").GetString(), place.GetProperty("line").GetInt32()).ShouldBe(("wrong.csv", 2));
        place.GetProperty("why").GetString().ShouldNotBeNullOrEmpty();
        (await Developments(served)).ShouldBe(0);

        var mended = Sending.File("wrong.csv", Columns, $"a/2,russia,{Period},2019-12-06,A loan,+2");
        (await anna.FollowToItsEnd(await anna.Import("", "loans", right, mended)))[^1].GetProperty("state").GetString().ShouldBe("done");
        (await Developments(served)).ShouldBe(2);
    }

    [Fact]
    public async Task Coded_data_stopped_with_the_service_goes_on_when_sent_again_and_repeats_nothing()
    {
        const int Rows = 9_000;
        var file = Sending.File("events.tsv", Icews(Rows));
        await using var served = await ServedRecord.Open(server);
        await using var observer = new NpgsqlConnection(server.AsOwner(served.Record.Connection));
        await observer.OpenAsync(Cancel);
        await Execute(observer, $"{StoppedAtThirdBatch} listen second; select pg_advisory_lock(12)");
        using var anna = await served.Person("anna", Publisher);
        var sent = await anna.Import(Coded, "events", file);
        await observer.WaitAsync(Cancel);
        await foreach (var told in anna.Follow(sent.Link("stream"), lastEventId: null))
        {
            if (JsonElement.Parse(told.Data).GetProperty("rows").GetInt32() == 8_000)
                break;
        }

        await served.Stop();
        await Execute(observer, "select pg_advisory_unlock(12)");

        await using var other = await served.Beside();
        using var elsewhere = other.WithToken(Tokens.Of("subject of anna"));
        var interrupted = (await elsewhere.Follow(sent.Link("import"))).Expected().Data;
        interrupted.GetProperty("state").GetString().ShouldBe("interrupted");
        interrupted.GetProperty("why").GetString().ShouldNotBeNull().ShouldContain("Send it again with the same key");
        (interrupted.GetProperty("rows").GetInt32(), interrupted.GetProperty("of").GetInt32()).ShouldBe((8_000, Rows));
        (await Developments(served)).ShouldBe(8_000);

        var done = (await elsewhere.FollowToItsEnd(await elsewhere.Import(Coded, "events", file)))[^1];

        done.GetProperty("state").GetString().ShouldBe("done");
        done.GetProperty("coded").GetProperty("resumedAfter").GetInt32().ShouldBe(8_000);
        (await Developments(served)).ShouldBe(Rows);
        (await served.Record.Ask<long>("select count(distinct data -> 'particulars' -> 'origin' ->> 'identity') from barometer.mt_events where type = 'development_recorded_unscored'")).ShouldBe(Rows);
    }

    [Fact]
    public async Task An_import_whose_instance_is_silent_is_told_as_interrupted()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Publisher);
        var sent = await anna.Import("", "issue-12", Issue12);
        await anna.FollowToItsEnd(sent);

        await served.Record.Execute("update barometer.mt_doc_keptimport set data = data - 'publication' || '{\"state\": \"running\", \"heardAt\": \"2020-01-01T00:00:00Z\"}'");

        (await anna.Follow(sent.Link("import"))).Expected().Data.GetProperty("state").GetString().ShouldBe("interrupted");
        var again = await anna.FollowToItsEnd((await anna.Import("", "issue-12", Issue12)).Expected());
        again[^1].GetProperty("state").GetString().ShouldBe("done");
        (await Developments(served)).ShouldBe(again[^1].GetProperty("publication").GetProperty("recorded").GetInt32());
    }

    [Fact]
    public async Task An_editor_imports_into_what_is_there_and_has_nothing_opened_or_added()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        var news = Sending.File("news.csv", Columns, "a/1,eu,2020-01/2020-02,2020-01-05,A talk,+1");

        await Refused(news, "", "opening it is not for an editor");
        await Refused(Sending.File("events.tsv", Icews(2)), Coded, "adding one is for an administrator");
        (await Developments(served)).ShouldBe(0);

        (await boris.Command("periods", new { period = "2020-01/2020-02" })).Expected();
        (await anna.FollowToItsEnd((await anna.Import("", "again", news)).Expected()))[^1].GetProperty("state").GetString().ShouldBe("done");

        async Task Refused((string Part, string Name, byte[] Content) file, string query, string why)
        {
            var told = (await anna.FollowToItsEnd((await anna.Import(query, Guid.NewGuid().ToString(), file)).Expected()))[^1];
            told.GetProperty("state").GetString().ShouldBe("refused");
            told.GetProperty("why").GetString().ShouldNotBeNull().ShouldContain(why);
        }
    }

    [Fact]
    public async Task Coded_data_go_to_the_relationships_that_a_mapping_names()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Publisher);
        var (file, mapping) = (Sending.File("events.tsv", Icews(12)), Sending.File("mapping.csv", "party,counterparty,relationship", "Belarus,*,russia") with { Part = "mapping" });

        var told = (await anna.FollowToItsEnd(await anna.Import("?format=icews", "mapped", file, mapping)))[^1];

        told.GetProperty("state").GetString().ShouldBe("done");
        var coded = told.GetProperty("coded");
        (coded.GetProperty("unmapped").GetInt32(), coded.GetProperty("rows").GetInt32()).ShouldBe((8, 12));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_a_sentence_before_anything_is_read_into_the_record()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Publisher);
        using var rita = await served.Person("rita", Role.Reader);
        var file = Sending.File("events.tsv", Icews(2));

        (await anna.Import("", key: null, file)).Problem.ShouldBe("idempotency-key-missing");
        (await anna.Import("?format=xml", "k", file)).Detail.ShouldContain("icews or gdelt");
        (await anna.Import("?format=icews", "k", file)).Detail.ShouldContain("one of the two");
        (await anna.Import($"{Coded}&skipNotUnderstood=true", "k", file)).Detail.ShouldContain("for publications");
        (await anna.Import(Coded, "k", file, file)).Detail.ShouldContain("a file at a time");
        (await anna.Import("?relationships=dyads", "k", file)).Detail.ShouldContain("coded data");
        (await anna.Import("", "k")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await anna.Command("imports", new { })).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await rita.Import("", "k", file)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await anna.Read("imports/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await anna.Read("imports/nothing/stream")).Status.ShouldBe(HttpStatusCode.NotFound);
        var large = await anna.Import("", "k", ("file", "large.csv", new byte[65 * 1024 * 1024]));
        (large.Status, large.Problem).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "too-large"));
        large.Detail.ShouldContain("64 MB");
        // More than any other body may have.
        (await anna.Import("?dryRun=true", key: null, ("file", "issue.txt", new byte[2 * 1024 * 1024]))).Expected().Data.GetProperty("state").GetString().ShouldBe("held-back");
        (await Developments(served)).ShouldBe(0);
    }

    // In periods that the Minsk Barometer has.
    private static IEnumerable<string> Icews(int rows) => CodedFiles.Icews(rows).Select(r => r.Replace("\t2014-", "\t2020-", StringComparison.Ordinal));

    // The third batch waits at its checkpoint while a lock is held; of the second the test is told.
    private const string StoppedAtThirdBatch = """
        create function stop_third() returns trigger language plpgsql as $$
        begin
            if (new.data ->> 'rows')::int = 8000 then perform pg_notify('second', ''); end if;
            if (new.data ->> 'rows')::int > 8000 then perform pg_advisory_xact_lock(12); end if;
            return new;
        end $$;
        create trigger stop_third after insert or update on barometer.mt_doc_codedcheckpoint for each row execute function stop_third();
        """;

    private static Task<long> Developments(ServedRecord served) => served.Record.Ask<long>("select count(*) from barometer.mt_events where type in ('development_scored', 'development_recorded_unscored')");

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}

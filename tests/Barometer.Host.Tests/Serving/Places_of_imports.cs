using System.Net;
using Barometer.Domain.People;
using Npgsql;

namespace Barometer.Host.Tests.Serving;

/// <summary>Four imports run at once in an instance; the others are told so, and no place is lost.</summary>
public sealed class Places_of_imports(Server server)
{
    private const int Places = 4;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_four_imports_run_another_is_refused_and_the_same_ones_are_not_and_when_they_have_ended_it_runs()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        await using var held = await HeldTable.Of(server, served, "mt_events", "exclusive");
        var running = new List<Told>();
        for (var number = 1; number <= Places; number++)
            running.Add((await anna.Import("", $"import-{number}", News(number))).Expected());

        var another = await anna.Import("", "another", News(5));
        (another.Status, another.Problem).ShouldBe((HttpStatusCode.TooManyRequests, "too-many-requests"));
        another.Detail.ShouldContain("4 imports run at once; send it again with the same key");
        (await anna.Import("", "import-1", News(1))).Expected().Data.GetProperty("state").GetString().ShouldBe("running");

        await held.Release();
        foreach (var import in running)
            (await anna.FollowToItsEnd(import))[^1].GetProperty("state").GetString().ShouldBe("done");
        // A place is free a moment after its import is told as done.
        var sent = await anna.Import("", "another", News(5));
        for (var again = 0; again < 10_000 && sent.Status == HttpStatusCode.TooManyRequests; again++)
            sent = await anna.Import("", "another", News(5));
        (await anna.FollowToItsEnd(sent.Expected()))[^1].GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task An_import_that_could_not_be_begun_leaves_its_place_to_others()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        await using (var owner = NpgsqlDataSource.Create(server.AsOwner(served.Record.Connection)))
        await using (var command = owner.CreateCommand(NotKept))
            await command.ExecuteNonQueryAsync(Cancel);

        for (var number = 1; number <= Places + 1; number++)
            (await anna.Import("", $"broken-{number}", News(number))).Status.ShouldBe(HttpStatusCode.InternalServerError);

        (await anna.FollowToItsEnd((await anna.Import("", "whole", News(1))).Expected()))[^1].GetProperty("state").GetString().ShouldBe("done");
    }

    private static (string Part, string Name, byte[] Content) News(int number) =>
        Sending.File("news.csv", "origin,relationship,period,date,title,points", $"a/{number},eu,2019-11/2019-12,2019-12-05,Talk {number},+1");

    // The last step before an import runs is that it is kept, in the place that it has by then.
    private const string NotKept = """
        create function not_kept() returns trigger language plpgsql as 'begin raise exception ''broken''; end';
        create trigger not_kept before insert or update on barometer.mt_doc_keptimport for each row when (new.data ->> 'key' like 'broken%') execute function not_kept();
        """;
}

using System.Net;
using System.Net.Sockets;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>Where a development was read of is told as it was written, and nobody goes there.</summary>
public sealed class Sources_are_shown_and_never_fetched(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_done_with_them()
    {
        using var there = new TcpListener(IPAddress.Loopback, port: 0);
        there.Start();
        var visitor = there.AcceptTcpClientAsync(Cancel);
        var source = $"http://{there.LocalEndpoint}/news";
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);

        (await anna.Command("developments/scored", new { relationship = "russia", date = "2019-12-05", title = "A talk", sources = (string[])[source], points = new { development = new { positive = 1, negative = 0 } } })).Expected();
        (await anna.Command("developments/RU-12-001/descriptions", new { title = "A longer talk", sources = (string[])[source, $"{source}/2"] }, revision: 1)).Expected();
        var sent = (await anna.Import("", "once", Sending.File("news.csv", "origin,relationship,period,date,title,points,sources", $"a/1,eu,2019-11/2019-12,2019-12-05,A talk,+1,{source}"))).Expected();
        (await anna.FollowToItsEnd(sent))[^1].GetProperty("state").GetString().ShouldBe("done");
        foreach (var asked in (string[])["developments", "developments/RU-12-001/revisions", "explanations"])
            (await anna.Read(asked)).Expected();
        foreach (var format in (string[])["csv", "xlsx", "parquet"])
            (await anna.GetAsync($"/v1/barometers/minsk/exports/catalogue?format={format}", Cancel)).EnsureSuccessStatusCode();

        (await anna.Read("developments")).Body.GetRawText().ShouldContain(source);
        await served.Stop();
        visitor.IsCompleted.ShouldBeFalse();
    }
}

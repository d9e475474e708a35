using System.Net;
using System.Security.Claims;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Microsoft.AspNetCore.Http;

namespace Barometer.Host.Tests.Serving;

/// <summary>What is asked while as much runs as may is refused, and told which limit that is: first to whoever takes half of it, then to all.</summary>
public sealed class What_runs_at_once_is_limited(Server server)
{
    private const string Log = "/v1/barometers/minsk/log/stream";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Exports()
    {
        const string Limit = "8 exports at once, 4 of them for one credential";
        await using var served = await ServedRecord.Open(server);
        using var rita = await served.Person("rita", Role.Reader);
        using var robert = await served.Person("robert", Role.Reader);
        using var olga = await served.Person("olga", Role.Analyst);
        await using var held = await HeldTable.Of(server, served, "movements");

        // While none ends, the one that is answered is the one that is refused.
        var ritas = AtOnce(5, () => Refusal.Of(rita.GetAsync("/v1/barometers/minsk/exports/movements", Cancel)));
        (await await Task.WhenAny(ritas)).ShouldNotBeNull().ShouldTell(Limit);
        var roberts = AtOnce(5, () => Refusal.Of(robert.GetAsync("/v1/barometers/minsk/exports/movements", Cancel)));
        (await await Task.WhenAny(roberts)).ShouldNotBeNull().ShouldTell(Limit);
        (await Refusal.Of(olga.GetAsync("/v1/barometers/minsk/exports/indices", Cancel))).ShouldNotBeNull().ShouldTell(Limit);

        await held.Release();
        (await Task.WhenAll([.. ritas, .. roberts])).Count(r => r is null).ShouldBe(8);
        (await Refusal.Of(olga.GetAsync("/v1/barometers/minsk/exports/indices", Cancel))).ShouldBeNull();
    }

    [Theory]
    [InlineData("vintages")]
    [InlineData("figure-revisions")]
    [InlineData("reconciliation")]
    public async Task What_sums_much_of_the_record_up(string question)
    {
        await using var served = await ServedRecord.Open(server);
        using var rita = await served.Person("rita", Role.Reader);
        using var robert = await served.Person("robert", Role.Reader);
        await using var held = await HeldTable.Of(server, served, "movements");

        var ritas = AtOnce(11, () => rita.Read(question));
        var refused = await await Task.WhenAny(ritas);
        var roberts = robert.Read(question);

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.TooManyRequests, "too-many-requests"));
        refused.Detail.ShouldContain("4 vintages, figure revisions and reconciliations at once and 16 waiting, 10 of them for one credential");
        await held.Release();
        (await Task.WhenAll(ritas)).Count(t => t.Status == HttpStatusCode.OK).ShouldBe(10);
        (await roberts).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Strangers_neither_take_nor_wait_for_a_place()
    {
        await using var served = await ServedRecord.Open(server);
        using var rita = await served.Person("rita", Role.Reader);
        using var robert = await served.Person("robert", Role.Reader);
        using var stranger = served.Nobody();
        await using var held = await HeldTable.Of(server, served, "movements");

        // Each takes his half; where one finds none left, all are taken.
        var ritas = AtOnce(11, () => rita.Read("vintages"));
        await await Task.WhenAny(ritas);
        var roberts = AtOnce(11, () => robert.Read("vintages"));
        await await Task.WhenAny(roberts);
        var strangers = await Task.WhenAll(AtOnce(30, () => stranger.Read("vintages")));

        strangers.ShouldAllBe(t => t.Status == HttpStatusCode.Unauthorized);
        await held.Release();
        (await Task.WhenAll([.. ritas, .. roberts])).Count(t => t.Status == HttpStatusCode.OK).ShouldBe(20);
    }

    [Fact]
    public async Task Uploads()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var alma = await served.Person("alma", Role.Editor);
        await using var held = await HeldTable.Of(server, served, "mt_doc_settings");

        var annas = AtOnce(11, () => anna.Import("?dryRun=true", key: null, Sending.Sample(Samples.Developments)));
        var refused = await await Task.WhenAny(annas);
        var almas = alma.Import("?dryRun=true", key: null, Sending.Sample(Samples.Developments));

        (refused.Status, refused.Problem).ShouldBe((HttpStatusCode.TooManyRequests, "too-many-requests"));
        refused.Detail.ShouldContain("4 uploads at once and 16 waiting, 10 of them for one credential");
        await held.Release();
        (await Task.WhenAll(annas)).Count(t => t.Status == HttpStatusCode.OK).ShouldBe(10);
        (await almas).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Streams()
    {
        const string Limit = "200 streams at once, 100 of them for one credential";
        await using var served = await ServedRecord.Open(server);
        using var vera = await served.Person("vera", Role.Auditor);
        using var viktor = await served.Person("viktor", Role.Auditor);
        using var boris = await served.Person("boris", Role.ChiefEditor);

        // A stream of which nobody knows any more would be closed some time.
        var followed = new List<HttpResponseMessage>();

        foreach (var reader in (HttpClient[])[vera, viktor])
        {
            for (var stream = 0; stream < 100; stream++)
                followed.Add((await reader.GetAsync(Log, HttpCompletionOption.ResponseHeadersRead, Cancel)).EnsureSuccessStatusCode());
            (await Follow(reader)).ShouldNotBeNull().ShouldTell(Limit);
        }

        (await Follow(boris)).ShouldNotBeNull().ShouldTell(Limit);
        // Whoever goes away makes room, as soon as it is noticed.
        followed[..100].ForEach(stream => stream.Dispose());
        var refused = await Follow(boris);
        for (var again = 0; again < 10_000 && refused is not null; again++)
            refused = await Follow(boris);
        refused.ShouldBeNull();
        followed[100..].ForEach(stream => stream.Dispose());
    }

    [Fact]
    public async Task Requests_of_one_credential_in_a_second()
    {
        await using var served = await ServedRecord.Open(server);
        using var anna = await served.Person("anna", Role.Editor);
        using var alma = await served.Person("alma", Role.Editor);
        var rates = served.Part<Rates>();
        // So many are not sent here as fast as they are allowed again; they are counted as if they had been.
        var anothers = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", "subject of anna")], "Bearer")) };
        var refused = default(Refusal);

        // Some may be allowed again between the last of them and the one that is sent.
        for (var again = 0; again < 50 && refused is null; again++)
        {
            var counted = 0;
            while (rates.Wait(anothers) is null)
                (++counted).ShouldBeLessThan(1_000_000);
            refused = await Refusal.Of(anna.GetAsync("/v1/barometers/minsk/indices", Cancel));
        }

        refused.ShouldNotBeNull().ShouldTell("5000 requests a second for each credential");
        (await Refusal.Of(alma.GetAsync("/v1/barometers/minsk/indices", Cancel))).ShouldBeNull();
    }

    private static Task<T>[] AtOnce<T>(int times, Func<Task<T>> send) => [.. Enumerable.Range(0, times).Select(_ => send())];

    // It is followed until its reader is disposed of.
    private static Task<Refusal?> Follow(HttpClient reader) =>
        Refusal.Of(reader.GetAsync(Log, HttpCompletionOption.ResponseHeadersRead, Cancel));

    /// <summary>How a request was refused.</summary>
    private sealed record Refusal(HttpStatusCode Status, TimeSpan? RetryAfter, string Body)
    {
        /// <summary>The refusal; null where there was an answer.</summary>
        public static async Task<Refusal?> Of(Task<HttpResponseMessage> asked)
        {
            var response = await asked;
            return response.IsSuccessStatusCode ? null : new Refusal(response.StatusCode, response.Headers.RetryAfter?.Delta, await response.Content.ReadAsStringAsync(Cancel));
        }

        public void ShouldTell(string limit)
        {
            (Status, RetryAfter >= TimeSpan.FromSeconds(1)).ShouldBe((HttpStatusCode.TooManyRequests, true), Body);
            Body.ShouldContain("/problems/too-many-requests");
            Body.ShouldContain(limit);
        }
    }
}

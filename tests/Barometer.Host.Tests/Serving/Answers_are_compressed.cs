using System.IO.Compression;
using System.Net.Http.Headers;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>Who takes compressed answers gets them; the answer is the same, and is not sent again to who has it.</summary>
public sealed class Answers_are_compressed(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v1/barometers/minsk/indices")]
    [InlineData("v1/barometers/minsk/exports/indices")]
    [InlineData("v1/barometers/minsk/developments/RU-99-999")]
    public async Task To_who_takes_them_so_answers_tables_and_problems_come_compressed_and_are_the_same(string path)
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Score("russia", 1);
        using var rita = await served.Person("rita", Role.Reader);

        var plain = await rita.GetAsync(path, Cancel);
        var compressed = await Ask(rita, path, "gzip");

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        compressed.Headers.Vary.ShouldContain("Accept-Encoding");
        await using var packed = new GZipStream(await compressed.Content.ReadAsStreamAsync(Cancel), CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        // What differs is the moment, and the request that a problem is known by.
        Lines(await text.ReadToEndAsync(Cancel)).ShouldBe(Lines(await plain.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task Who_has_an_answer_is_not_sent_it_again_however_it_came()
    {
        await using var served = await ServedRecord.Open(server);
        using var rita = await served.Person("rita", Role.Reader);
        var tag = (await Ask(rita, "v1/barometers/minsk/indices", "gzip")).Headers.ETag.ShouldNotBeNull();

        using var again = new HttpRequestMessage(HttpMethod.Get, "v1/barometers/minsk/indices") { Headers = { IfNoneMatch = { tag } } };
        (await rita.SendAsync(again, Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotModified);
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient client, string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue(encoding) } } };
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(l => System.Text.RegularExpressions.Regex.Replace(l, "\"correlation\":\"[^\"]*\"", ""))];
}

using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Barometer.Domain.People;
using Barometer.Host.Tests.Serving.Described;

namespace Barometer.Host.Tests.Serving;

/// <summary>Who takes compressed answers gets them; the answer is the same, and is not sent again to who has it.</summary>
public sealed partial class Answers_are_compressed(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v1/barometers/minsk/indices", "gzip")]
    [InlineData("v1/barometers/minsk/indices", "br")]
    [InlineData("v1/barometers/minsk/exports/indices", "gzip")]
    [InlineData("v1/barometers/minsk/exports/indices", "br")]
    [InlineData("v1/barometers/minsk/developments/RU-99-999", "gzip")]
    [InlineData("v1/barometers/minsk/developments/RU-99-999", "br")]
    public async Task To_who_takes_them_so_answers_tables_and_problems_come_compressed_and_are_the_same(string path, string encoding)
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Score("russia", 1);
        using var rita = await served.Person("rita", Role.Reader);

        var plain = await rita.GetAsync(path, Cancel);
        var compressed = await Ask(rita, path, encoding);

        plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
        compressed.Content.Headers.ContentEncoding.ShouldBe([encoding]);
        compressed.Headers.Vary.ShouldContain("Accept-Encoding");
        Said(await compressed.Content.Text()).ShouldBe(Said(await plain.Content.Text()));
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

    // Every request has an id of its own, which a problem tells.
    private static string Said(string text) => Id().Replace(text, "");

    [GeneratedRegex("\"correlation\":\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>
/// Requests made from the document, right and wrong ones: the service never fails, answers nothing that the document does not say, and tells
/// nothing of its inside, nor of the command line. BAROMETER_REQUESTS says how many, BAROMETER_SEED with which seed.
/// </summary>
public sealed partial class Generated_requests(Server server, ITestOutputHelper output)
{
    private const int Usual = 10_000;
    private const int AtOnce = 4;
    private const int Shown = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_is_answered_as_the_document_says()
    {
        var (requests, seed) = (Setting("BAROMETER_REQUESTS") ?? Usual, Setting("BAROMETER_SEED") ?? Random.Shared.Next(1_000_000));
        output.WriteLine($"BAROMETER_SEED={seed} BAROMETER_REQUESTS={requests}");
        await using var served = await ServedRecord.OpenEmpty(server);
        using var nobody = served.Nobody();
        using var team = new Team(served);
        var description = await Description.Of(nobody);
        await foreach (var told in Story.Play(description, team))
            told.Status.ShouldBe(told.Example.Status, told.Body);
        await served.Record.Declared("vilnius");
        using var strangers = new Strangers(served, await served.Person("stranger", Role.Administrator, "vilnius"));
        var (wrong, statuses) = (new ConcurrentQueue<string>(), new ConcurrentDictionary<int, int>());

        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Cancel }, async (number, _) =>
        {
            var request = new AnyRequest(description, seed, number);
            var client = strangers.Of(request.Sender) ?? await team.Of(request.Operation);
            using var message = request.Message(served.Address);
            (int Status, string? Type, string Body) answer;
            try
            {
                answer = await client.Answered(message);
            }
            catch (HttpRequestException failure)
            {
                wrong.Enqueue($"{number}: {request}\n  → no answer: {failure.Message}");
                return;
            }

            statuses.AddOrUpdate(answer.Status, 1, (_, n) => n + 1);
            foreach (var mistake in Mistakes(description, request, message, answer).Take(3))
                wrong.Enqueue($"{number}: {request}\n  → {answer.Status} {mistake}");
        });

        var imports = await Imports(await team.Of(description.Find("listImports")));
        foreach (var import in imports.Where(i => i.Contains("a fault", StringComparison.Ordinal)))
            wrong.Enqueue($"behind its request: {import}");
        output.WriteLine($"{imports.Length} imports ran to their end.");
        output.WriteLine(string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}")));
        wrong.Take(Shown).ShouldBeEmpty($"{wrong.Count} mistakes with BAROMETER_SEED={seed}\n{string.Join('\n', served.Failures.Said.Take(Shown))}");
        statuses.Keys.ShouldContain(201);
    }

    // What comes of an import comes behind the request that sent it.
    private static async Task<string[]> Imports(HttpClient reader)
    {
        var ended = new List<string>();
        for (var page = await reader.Read("imports?take=100"); ; page = await reader.Follow(page.Link("next")))
        {
            foreach (var import in page.Expected().Data.EnumerateArray())
            {
                var told = default(string);
                await foreach (var one in reader.Follow($"/v1/barometers/minsk/imports/{import.GetProperty("import").GetString()}/stream", lastEventId: null))
                    told = one.Data;
                ended.Add(told.ShouldNotBeNull());
            }

            if (!page.Body.GetProperty("links").TryGetProperty("next", out _))
                return [.. ended];
        }
    }

    private static IEnumerable<string> Mistakes(Description description, AnyRequest request, HttpRequestMessage message, (int Status, string? Type, string Body) answer)
    {
        var (status, type, text) = answer;
        if (status >= 500)
            return [text];
        if (status >= 400 && Leak().IsMatch(text))
            return [$"tells of its inside: {text}"];
        if (status >= 400 && Typed().IsMatch(text))
            return [$"tells what to type: {text}"];
        if (message.Method == HttpMethod.Head || (request.MayBeNoHttp && status is 400 or 414 or 431 && text.Length == 0))
            return [];
        if (status >= 400 && type == "application/problem+json")
        {
            return request.IsOfOperation
                ? description.Mistakes(request.Operation, status, type, text)
                : description.Mistakes(JsonElement.Parse(text));
        }

        // Another address may be another operation's.
        var operations = request.IsOfOperation ? [request.Operation] : description.Operations;
        return operations.Select(o => description.Mistakes(o, status, type, text).ToArray()).MinBy(m => m.Length)!;
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"Barometer\.[A-Z]|System\.|Npgsql|Wolverine|Marten|Microsoft|Exception|mt_[a-z]|\.cs:|\bat [A-Z]\w+\.|SqlState|22P05", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Leak();

    [GeneratedRegex(@"(?<![\w-])--[a-z]|\bbarometer (open|close|declare|import|score|amend|replay|rules|link) [a-z0-9]", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Typed();

    // Whose credential is none, is another barometer's, or allows little.
    private sealed class Strangers(ServedRecord served, HttpClient ofAnother) : IDisposable
    {
        private readonly HttpClient[] _clients = [served.Nobody(), ofAnother, served.WithToken("x"), served.WithToken(Tokens.Of("nobody's subject")), served.WithKey("bk.minsk.x.y"), served.WithKey("bk"), served.WithKey(new string('k', 5_000))];

        public HttpClient? Of(int sender) => sender == 0 ? null : _clients[sender - 1];

        public void Dispose()
        {
            foreach (var client in _clients)
                client.Dispose();
        }
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Domain.Record;

namespace Barometer.Host.Tests.Serving;

/// <summary>Commands that were sent from several doors at once with one key each, and what came of them.</summary>
internal sealed class SentTwice
{
    /// <summary>From how many doors each is sent, where nothing else is said.</summary>
    private const int Doors = 4;

    private readonly ConcurrentQueue<Raced> _commands = [];

    /// <summary>How many commands were accepted.</summary>
    public int Answered => Accepted.Count();

    public IEnumerable<Raced> Accepted => _commands.Where(c => c.IsAccepted);

    /// <summary>Commands of which nothing came.</summary>
    public IEnumerable<string> Refused => _commands.Where(c => !c.IsAccepted).Select(c => $"{c.Path}: {c.First.Body}");

    /// <summary>Answers that were not the same as the first.</summary>
    public ConcurrentQueue<string> Different { get; } = [];

    public IEnumerable<string> Paths => _commands.Select(c => c.Path);

    /// <summary>Sends a command from every door at once.</summary>
    public Task Race(HttpClient client, string path, object body, bool anyRevision = false, string barometer = "minsk", string? named = null, int doors = Doors)
    {
        var (key, said) = ($"{Guid.NewGuid()}", named is null ? body : Named(body, named));
        return Race(path, () => client.Command(path, said, anyRevision ? "*" : null, key, barometer: barometer), doors);
    }

    /// <summary>The same of files, followed to their end: what is answered meanwhile tells how far they are.</summary>
    public async Task RaceImport(HttpClient client, (string Part, string Name, byte[] Content) file)
    {
        var key = $"{Guid.NewGuid()}";
        var told = await Task.WhenAll(Enumerable.Range(0, Doors).Select(_ => client.Import("", key, file)));
        foreach (var other in told.Where(t => t.Expected().Data.GetProperty("import").GetString() != key))
            Different.Enqueue($"imports: {other.Body}");
        (await client.FollowToItsEnd(told[0]))[^1].GetProperty("state").GetString().ShouldBe("done");
        await Race("imports", () => client.Import("", key, file));
    }

    /// <summary>Sends everything once more, long after.</summary>
    public Task Again() => Parallel.ForEachAsync(_commands, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (c, _) =>
        Compare(c, await Send(c.Path, c.Again)));

    private async Task Race(string path, Func<Task<Told>> send, int doors = Doors)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, doors).Select(_ => Send(path, send)));
        var raced = new Raced(path, send, answers[0]);
        _commands.Enqueue(raced);
        foreach (var answer in answers)
            Compare(raced, answer);
    }

    private void Compare(Raced raced, (HttpStatusCode Status, string Body) answer)
    {
        if (answer != raced.First || (int)answer.Status >= 500)
            Different.Enqueue($"{raced.Path}: first {raced.First}, then {answer}");
    }

    private static async Task<(HttpStatusCode Status, string Body)> Send(string path, Func<Task<Told>> send)
    {
        var told = await send();
        return (told.Status, Lasting(path, told));
    }

    // Byte for byte what was answered; but a secret is told once, and a refusal names the request that it refused.
    private static string Lasting(string path, Told told)
    {
        var text = told.Body.GetRawText();
        if ((int)told.Status < 300 && path != "keys")
            return text;
        var body = JsonNode.Parse(text)!.AsObject();
        body.Remove("correlation");
        (body["data"] as JsonObject)?.Remove("key");
        return body.ToJsonString();
    }

    private static JsonElement Named(object draft, string name)
    {
        var document = JsonNode.Parse(JsonSerializer.Serialize(draft, RecordJson.Options))!;
        document["document"]!["name"] = name;
        return JsonElement.Parse(document.ToJsonString());
    }
}

/// <summary>A command, how to send it again, and what was answered first.</summary>
internal sealed record Raced(string Path, Func<Task<Told>> Again, (HttpStatusCode Status, string Body) First)
{
    public bool IsAccepted => First.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted;

    /// <summary>What the development is called that it is about.</summary>
    public string Reference => JsonElement.Parse(First.Body).GetProperty("data").GetProperty("changes")[0].GetProperty("reference").GetString()!;
}

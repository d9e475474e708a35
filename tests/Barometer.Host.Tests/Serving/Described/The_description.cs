using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Domain.Record;
using Barometer.Domain.Tests;
using Barometer.Host.Serving.Description;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>The OpenAPI document: that it is the one that was meant, tells everything, and shows what is really answered.</summary>
public sealed class The_description(Server server)
{
    private static readonly string Folder = ProjectFolder.Of("src", "Barometer.Host", "Serving", "Description");

    private static readonly JsonSerializerOptions Readable = new(RecordJson.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static bool Writing => Environment.GetEnvironmentVariable("BAROMETER_WRITE_DESCRIPTION") == "1";

    [Fact]
    public async Task It_changes_only_when_it_is_meant_to()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        var told = await nobody.GetStringAsync("/openapi/v1.json", Cancel);

        (await File.ReadAllTextAsync(Path.Combine(Folder, "openapi.json"), Cancel)).Trim().ShouldBe(told.Trim(), "The interface is described otherwise than in src/Barometer.Host/Serving/Description/openapi.json; where that is meant, run ./scripts/openapi and commit what it writes.");
    }

    [Fact]
    public async Task Its_examples_are_what_is_really_sent_and_answered()
    {
        await using var served = await ServedRecord.OpenEmpty(server);
        using var nobody = served.Nobody();
        using var team = new Team(served);
        var description = await Description.Of(nobody);
        var (told, wrong) = (new List<Example>(), new List<string>());

        await foreach (var (example, operation, status, type, body) in Story.Play(description, team))
        {
            told.Add(example with { Answer = example.Operation == "issueKey" ? Hidden(body) : Description.IsJson(type) ? JsonNode.Parse(body) : type?.StartsWith("text/", StringComparison.Ordinal) == true ? JsonValue.Create(body) : null });
            if (status != example.Status)
                wrong.Add($"{operation} answers {status}: {body}");
            wrong.AddRange(description.Mistakes(operation, status, type, body).Select(m => $"{operation} answers otherwise than documented: {m}"));
            if (example.Body is { } said)
                wrong.AddRange(description.Form.Mistakes(operation.Body!.Value.GetProperty("schema"), JsonElement.Parse(said.ToJsonString())).Select(m => $"{operation} is sent otherwise than documented: {m}"));
            if (!Writing && example.Answer is { } shown)
                wrong.AddRange(description.Mistakes(operation, status, type, shown.ToJsonString()).Select(m => $"{operation} shows an answer otherwise than documented: {m}"));
        }

        if (Writing)
            await File.WriteAllTextAsync(Path.Combine(Folder, "examples.json"), JsonSerializer.Serialize(told, Readable) + "\n", Cancel);
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_tells_of_every_operation_what_it_does_and_shows_it()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        var missing = new List<string>();

        foreach (var operation in (await Description.Of(nobody)).Operations)
        {
            if (!operation.Json.TryGetProperty("summary", out _))
                missing.Add($"{operation} has no summary; write one above its method");
            missing.AddRange(operation.Json.TryGetProperty("parameters", out var parameters)
                ? parameters.EnumerateArray().Where(p => !p.TryGetProperty("description", out _)).Select(p => $"{operation} does not say what {p.GetProperty("name")} means; write it into Serving/Description/Parameters.cs")
                : []);
            if (!operation.Json.TryGetProperty("description", out _))
                missing.Add($"{operation} has no description");
            missing.AddRange(WithoutExample(operation).Select(what => $"{operation} shows no {what}"));
            if (Example.Of(operation.Id) is null)
                missing.Add($"{operation} has no example; add it to the story of Serving/Description/examples.json, and run ./scripts/openapi");
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_shows_a_computed_number_says_what_it_was_computed_from()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        var description = await Description.Of(nobody);

        var showing = description.Operations.Select(o => (Operation: o, Members: description.Form.MembersOf(Answered(o)))).Where(a => a.Members.Overlaps(["aggregate", "value", "difference", "mean"])).ToArray();

        showing.Length.ShouldBeGreaterThan(20);
        // An explanation lies between two moments, and says both.
        showing.Where(a => a.Operation.Id != "explain" && !a.Members.Overlaps(["asOf", "positions"])).Select(a => $"{a.Operation} does not say how far the record had come").ShouldBeEmpty();
        showing.Where(a => !a.Members.IsSupersetOf(["ruleSet", "digest"])).Select(a => $"{a.Operation} does not say under which rules").ShouldBeEmpty();
    }

    private static JsonElement? Answered(Operation operation) =>
        operation.Json.GetProperty("responses").TryGetProperty("200", out var response) && response.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var media) ? media.GetProperty("schema") : null;

    // What is sent, and what is answered where all goes well.
    private static IEnumerable<string> WithoutExample(Operation operation)
    {
        if (operation.Json.TryGetProperty("requestBody", out var body) && body.GetProperty("content").EnumerateObject().All(media => !media.Value.TryGetProperty("example", out _)))
            yield return "body";
        var answers = operation.Json.GetProperty("responses").EnumerateObject().Where(r => r.Name.StartsWith('2') && r.Value.TryGetProperty("content", out _)).SelectMany(r => r.Value.GetProperty("content").EnumerateObject());
        if (answers.All(media => !media.Value.TryGetProperty("example", out _)))
            yield return "answer";
    }

    // A secret is a secret, though it opens nothing any more.
    private static JsonNode Hidden(string body)
    {
        var answer = JsonNode.Parse(body)!;
        if (answer["data"] is { } key)
            key["key"] = "bk.minsk.news-reader.…";
        return answer;
    }
}

using System.Text.Json.Nodes;
using Barometer.Host.Serving.Description;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Every write of the document, asked for as a dry run before it is done.</summary>
public sealed class Dry_runs(Server server)
{
    // What is sent by POST and only asks.
    private static readonly string[] Asking = ["replay", "uncertainty", "sensitivity", "leaveOut", "bandDistances", "checkRuleSet", "compareDocuments", "smallestAmendment"];

    // An import is done behind its request, and a key is told once: what comes of these is not told beforehand.
    private static readonly string[] AnsweredOtherwise = ["import", "issueKey"];

    [Fact]
    public async Task Every_write_can_be_asked_for_as_a_dry_run_that_tells_what_would_come_and_leaves_nothing_behind()
    {
        await using var served = await ServedRecord.OpenEmpty(server);
        using var nobody = served.Nobody();
        using var team = new Team(served);
        var description = await Description.Of(nobody);
        var writes = description.Operations.Where(o => o.Method != HttpMethod.Get && !Asking.Contains(o.Id)).ToDictionary(o => o.Id, StringComparer.Ordinal);
        var (asked, wrong) = (new Dictionary<Example, string>(ReferenceEqualityComparer.Instance), new List<string>());

        await foreach (var (example, operation, status, _, body) in Story.Play(description, team, before: DryRun))
        {
            if (status != example.Status)
                wrong.Add($"{operation} answers after its dry run with {status}: {body}");
            if (asked.TryGetValue(example, out var foretold) && !AnsweredOtherwise.Contains(operation.Id) && Data(body) != foretold)
                wrong.Add($"{operation} answers otherwise than its dry run:\n{Data(body)}\n{foretold}");
        }

        wrong.ShouldBeEmpty();
        writes.Keys.Except(asked.Keys.Select(e => e.Operation)).ShouldBeEmpty("a write has an example in the story, which is asked for as a dry run");

        async Task DryRun(Example example, Operation operation)
        {
            if (!writes.ContainsKey(operation.Id))
                return;
            if (!operation.Parameters("query").Any(p => p.GetProperty("name").GetString() == "dryRun"))
                wrong.Add($"{operation} has no dry run");
            var client = await team.Of(operation);
            var (before, numbers) = (await served.Record.Everything(), await served.Record.NumbersGiven());
            var (status, _, body) = await example.DryRun(operation, client);
            if (status is not (>= 200 and < 300))
                wrong.Add($"{operation} answers its dry run with {status} {body}");
            if ((await served.Record.Everything()).Except(before).ToArray() is { Length: > 0 } left)
                wrong.Add($"{operation} leaves something behind:\n{string.Join('\n', left)}");
            // An import is tried out in its transaction, which is taken back; the numbers that it took are a gap, as they are where it is held back.
            if (operation.Id != "import" && await served.Record.NumbersGiven() != numbers)
                wrong.Add($"{operation} leaves a gap in the numbers of events");
            asked[example] = Data(body);
        }
    }

    private static string Data(string body) => JsonNode.Parse(body)?["data"]?.ToJsonString() ?? body;
}

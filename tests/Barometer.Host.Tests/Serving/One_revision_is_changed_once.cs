using System.Net;
using System.Text.Json;
using Barometer.Domain.People;

namespace Barometer.Host.Tests.Serving;

/// <summary>Several editors have one revision of a development before them and change it at once: one of them does, and the others are told who.</summary>
public sealed class One_revision_is_changed_once(Server server)
{
    private const int Editors = 6;
    private const int Rounds = 4;

    private static readonly object Points = new { development = new { positive = 1, negative = 0 } };

    // Each is sent on the revision that a development has when it was brought as is said here.
    private static readonly Dictionary<string, (string Brought, object Body)> Changes = new(StringComparer.Ordinal)
    {
        ["amendments"] = ("scored", new { points = Points }),
        ["withdrawals"] = ("scored", new { reason = "a rumour" }),
        ["reinstatements"] = ("withdrawn", new { reason = "no rumour" }),
        ["redatings"] = ("scored", new { date = "2019-12-06" }),
        ["refilings"] = ("scored", new { to = "2020-01/2020-02", reason = "continued" }),
        ["notes"] = ("scored", new { text = "see the minutes" }),
        ["descriptions"] = ("scored", new { title = "Another title" }),
        ["classifications"] = ("scored", new { classification = new { cameo = "036" } }),
        ["links"] = ("scored", new { with = "US-12-001" }),
        ["points"] = ("unscored", new { points = Points }),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> EveryChange => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task By_one_of_those_who_try(string change)
    {
        await using var served = await ServedRecord.Open(server);
        using var boris = await served.Person("boris", Role.ChiefEditor);
        (await boris.Command("periods", new { period = "2020-01/2020-02" })).Expected();
        (await Brought(boris, "scored", "us")).ShouldBe(("US-12-001", 1));
        var editors = new Dictionary<string, HttpClient>(StringComparer.Ordinal);
        foreach (var name in Enumerable.Range(1, Editors).Select(n => $"editor-{n}"))
            editors[name] = await served.Person(name, Role.Editor);

        for (var round = 0; round < Rounds; round++)
        {
            var (reference, revision) = await Brought(boris, Changes[change].Brought, "russia");
            var told = await Task.WhenAll(editors.Select(async e => (e.Key, Told: await e.Value.Command($"developments/{reference}/{change}", Changes[change].Body, revision))));

            var (first, accepted) = told.Where(t => (int)t.Told.Status < 300).ShouldHaveSingleItem();
            accepted.Tag.ShouldBe($"\"{revision + 1}\"");
            foreach (var (_, refused) in told.Where(t => t.Key != first))
                (refused.Status, refused.Problem, Current(refused)).ShouldBe((HttpStatusCode.PreconditionFailed, "stale-revision", (revision + 1, first)));
            (await boris.Read($"developments/{reference}/revisions")).Expected().Data.GetProperty("revisions").GetArrayLength().ShouldBe(revision + 1);
        }

        foreach (var editor in editors.Values)
            editor.Dispose();
    }

    [Fact]
    public async Task Every_change_of_a_development_is_tried()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        var document = JsonElement.Parse(await nobody.GetStringAsync("/openapi/v1.json", Cancel));

        var changes = from path in document.GetProperty("paths").EnumerateObject()
                      where path.Value.TryGetProperty("post", out var post) && post.TryGetProperty("parameters", out var parameters)
                          && parameters.EnumerateArray().Any(p => p.GetProperty("name").GetString() == "If-Match")
                      select path.Name.Split('/')[^1];

        changes.ShouldBe(Changes.Keys, ignoreOrder: true);
    }

    private static (int, string) Current(Told told) => (told.Body.GetProperty("current").GetProperty("revision").GetInt32(), told.Body.GetProperty("current").GetProperty("madeBy").GetString()!);

    private static async Task<(string Reference, int Revision)> Brought(HttpClient boris, string how, string relationship)
    {
        var happening = new { relationship, date = "2019-12-05", title = "A talk" };
        var told = how == "unscored"
            ? await boris.Command("developments/unscored", happening)
            : await boris.Command("developments/scored", new { happening.relationship, happening.date, happening.title, points = new { development = new { positive = 2, negative = 0 } } });
        var reference = told.Expected().Data.GetProperty("changes")[0].GetProperty("reference").GetString()!;
        if (how != "withdrawn")
            return (reference, 1);
        (await boris.Command($"developments/{reference}/withdrawals", new { reason = "a rumour" }, revision: 1)).Expected();
        return (reference, 2);
    }
}

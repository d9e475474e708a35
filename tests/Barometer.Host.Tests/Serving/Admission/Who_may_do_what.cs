using System.Net;
using System.Text;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.Record;
using Barometer.Host.Tests.Serving.Described;

namespace Barometer.Host.Tests.Serving.Admission;

/// <summary>Every endpoint of the OpenAPI document, with every credential, at one's own barometer, another's, and none.</summary>
public sealed class Who_may_do_what(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_lets_in_whose_role_has_its_right_and_tells_others_nothing()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Declared("vilnius");
        using var credentials = new Credentials(served);
        var (all, wrong) = (await credentials.All(), new List<string>());

        foreach (var operation in (await Description.Of(all[0].Client)).Operations.Where(o => o.Path.Contains("{barometer}", StringComparison.Ordinal)))
        {
            if (Decided.Roles(operation.Id) is not { } roles)
                wrong.Add($"{operation} is for whom? Write {operation.Id} into Decided");
            else
                wrong.AddRange(await Walk(operation, roles, all));
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_credential_nothing_is_answered_but_what_is_for_anybody_and_nothing_is_there_that_is_not_described()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();
        var answered = new List<string>();

        foreach (var (method, path) in served.Routes)
        {
            using var request = new HttpRequestMessage(method, At(path, "minsk"));
            using var response = await nobody.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                answered.Add($"{method} {path}");
        }

        answered.Order(StringComparer.Ordinal).ShouldBe(Decided.ForAnybody);
        var described = (await Description.Of(nobody)).Operations.Select(o => o.ToString()).ToHashSet(StringComparer.Ordinal);
        served.Routes.Select(r => $"{r.Method} {r.Path}").Where(r => !described.Contains(r) && !Decided.ForAnybody.Contains(r)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_has_a_credential_is_told_of_the_barometers_that_concern_him_and_of_no_other()
    {
        await using var served = await ServedRecord.Open(server);
        await served.Record.Declared("vilnius");
        using var credentials = new Credentials(served);
        var all = await credentials.All();

        (await Description.Of(all[0].Client)).Operations.Where(o => !o.IsForAnybody && !o.Path.Contains("{barometer}", StringComparison.Ordinal)).Select(o => o.Id).ShouldBe(Decided.ForEverybody);
        foreach (var credential in all)
        {
            var told = await credential.Client.Follow("/v1/barometers");
            if (credential.Role is null)
                told.Status.ShouldBe(HttpStatusCode.Unauthorized, credential.Who);
            else
                told.Expected().Data.EnumerateArray().Select(b => b.GetString()).ShouldBe([credential.Barometer], credential.Who);
        }
    }

    [Fact]
    public async Task A_key_is_issued_for_no_role_that_decides()
    {
        await using var served = await ServedRecord.Open(server);
        using var ada = await served.Person("ada", Role.Administrator);

        foreach (var role in Enum.GetValues<Role>().Except(Decided.OfKeys))
        {
            var told = await ada.Command("keys", new { name = "program", role = Word.Of(role), expires = DateTimeOffset.UtcNow.AddDays(30) });
            (told.Status, told.Problem).ShouldBe((HttpStatusCode.UnprocessableEntity, "refused-by-rule"), Word.Of(role));
        }
    }

    private static async Task<IEnumerable<string>> Walk(Operation operation, Role[] roles, IReadOnlyList<Credential> credentials)
    {
        var (wrong, unknown) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var credential in credentials)
        {
            foreach (var barometer in (string[])["minsk", "vilnius", "nowhere"])
            {
                var refused = credential.Refused(barometer, roles);
                var (status, problem) = await Ask(credential.Client, operation, barometer);
                if (refused == HttpStatusCode.NotFound)
                    unknown.Add(problem.Replace(barometer, "…", StringComparison.Ordinal));
                // Whoever is let in may have asked for nothing that is there; that the barometer is not there he must not be told.
                var met = refused is null ? (int)status < 500 && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && !problem.Contains("There is no barometer", StringComparison.Ordinal) : status == refused;
                if (!met)
                    wrong.Add($"{operation} answers {credential.Who} at {barometer} with {(int)status} {problem}");
            }
        }

        // What exists and does not concern one is told in the same words as what does not exist.
        return unknown.Count == 1 ? wrong : wrong.Append($"{operation} tells strangers what exists: {string.Join(" / ", unknown)}");
    }

    private static async Task<(HttpStatusCode Status, string Problem)> Ask(HttpClient client, Operation operation, string barometer)
    {
        using var request = new HttpRequestMessage(operation.Method, At(operation.Path, barometer));
        if (operation.Method != HttpMethod.Get)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType == "application/problem+json" ? Without(await response.Content.ReadAsStringAsync(Cancel), "correlation") : "");
    }

    private static string At(string path, string barometer) =>
        string.Join('/', path.Replace("{barometer}", barometer, StringComparison.Ordinal).Split('/').Select(part => part.StartsWith('{') ? "RU-12-001" : part));

    private static string Without(string problem, string member) =>
        string.Join(", ", JsonElement.Parse(problem).EnumerateObject().Where(m => m.Name != member).Select(m => m.ToString()));
}

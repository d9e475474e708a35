using System.Net;
using Barometer.Host.Serving;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>The reference page, and what a problem's address tells.</summary>
public sealed class What_is_told_of_the_interface(Server server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();

        using var page = await nobody.GetAsync("/reference/", Cancel);

        var text = await page.Content.ReadAsStringAsync(Cancel);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'self'");
        text.ShouldNotContain("http://");
        text.ShouldNotContain("https://");
        using var script = await nobody.GetAsync("/reference/scalar.js", Cancel);
        (script.StatusCode, script.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "text/javascript"));
    }

    [Fact]
    public async Task Every_problem_can_be_looked_up_at_its_address()
    {
        await using var served = await ServedRecord.Open(server);
        using var nobody = served.Nobody();

        foreach (var type in ProblemTypes.All)
        {
            var told = await nobody.Follow(type.Type);
            (told.Status, told.Body.GetProperty("title").GetString(), told.Body.GetProperty("status").GetInt32()).ShouldBe((HttpStatusCode.OK, type.Title, type.Status));
        }

        (await nobody.Follow("/problems/nonsense")).Problem.ShouldBe("not-found");
    }
}

using Barometer.Host.Tests.Movements;
using Barometer.Host.Tests.Replays;

namespace Barometer.Host.Tests.Terminal;

/// <summary>Answers about releases and vintages have the members that the page documents, and no others.</summary>
public sealed class VintageAnswersTests(ReleasedIssues issues) : IClassFixture<ReleasedIssues>
{
    [Fact]
    public async Task Release()
    {
        var typist = await Typist.WithOpenPeriod(issues.Server);
        await typist.Ask("close", ReleasedIssues.Issue12);

        DocumentedAnswers.ShouldBeDocumented("release", await typist.Ask("release", "corrected", "--reason", "oil"));
    }

    [Fact]
    public async Task Vintages()
    {
        var ruled = await Typist.WithOpenPeriod(issues.Server);
        await OwnRules.InFile("rules: [{ id: calmer, reason: r, scale: 0.5 }]", file => ruled.Ask("rules", "draft", file), "calmer");
        await ruled.Ask("rules", "publish", "calmer");
        await ruled.Ask("close", ReleasedIssues.Issue12, "--rules", "calmer");

        DocumentedAnswers.ShouldBeDocumented(
            "vintages",
            await issues.Typist.Ask("vintages"),
            await issues.Typist.Ask("vintages", "--triangle"),
            await ruled.Ask("vintages", "--show", "as-published"));
    }

    [Fact]
    public async Task Revisions()
    {
        var typist = await Typist.Before(issues.Server);
        await FigureRevisionsTests.TwentyPeriods(typist);

        DocumentedAnswers.ShouldBeDocumented("revisions", await issues.Typist.Ask("revisions", "--first-to", "2"), await typist.Ask("revisions", "russia"));
    }
}

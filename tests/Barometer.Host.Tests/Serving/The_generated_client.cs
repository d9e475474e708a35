using Barometer.Client;
using Role = Barometer.Domain.People.Role;

namespace Barometer.Host.Tests.Serving;

/// <summary>A client that a generator made from the OpenAPI document: it compiles, and it does what an editorial team does.</summary>
public sealed class The_generated_client(Server server)
{
    private const string Minsk = "minsk";
    private const string Issue12 = "2019-11/2019-12";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_the_cycle_of_an_issue()
    {
        await using var served = await ServedRecord.Open(server);
        using var ofAnna = await served.Person("anna", Role.Editor);
        using var ofBoris = await served.Person("boris", Role.ChiefEditor);
        var (anna, boris) = (new BarometerClient(ofAnna), new BarometerClient(ofBoris));

        // Scored, looked at again, and amended; whoever comes late is told so.
        var visit = (await anna.ScoreDevelopmentAsync(Minsk, Scored("2019-11-20", "The prime ministers meet in Moscow", +3), Key(), cancellationToken: Cancel)).Data.Changes.Single().Reference;
        await anna.AmendDevelopmentAsync(Minsk, visit, "\"1\"", new Amendment { Points = Score(+2) }, Key(), cancellationToken: Cancel);
        var stale = await Should.ThrowAsync<ApiException<Problem>>(() => boris.AmendDevelopmentAsync(Minsk, visit, "\"1\"", new Amendment { Points = Score(-3) }, Key(), cancellationToken: Cancel));
        (stale.StatusCode, stale.Result.Current!.Revision, stale.Result.Current.MadeBy).ShouldBe((412, 2, "anna"));
        await anna.NoteDevelopmentAsync(Minsk, visit, "*", new Note { Text = "Compare the communiqué." }, Key(), cancellationToken: Cancel);

        // Closed: what moves the figure from now on is proposed, and approved by somebody else.
        var closed = await boris.ClosePeriodAsync(Minsk, "2019-11--2019-12", new ClosingWord(), Key(), cancellationToken: Cancel);
        closed.Data.RuleSet.Name.ShouldBe("as-published");
        var change = new Amendment { Points = Score(+1), Reason = "nothing was signed", ReasonKind = ReasonKind.NewInformation };
        var proposed = await anna.AmendDevelopmentAsync(Minsk, visit, "\"3\"", change, Key(), cancellationToken: Cancel);
        (await Index(anna)).ShouldBe(2);
        await boris.ApproveProposalAsync(Minsk, proposed.Data.Proposal!.Id, Key(), cancellationToken: Cancel);
        (await Index(anna)).ShouldBe(1);
        (await Index(anna, asOf: "closing")).ShouldBe(2);

        // Explained, released, compared, replayed.
        var explained = (await anna.ExplainAsync(Minsk, "russia", Issue12, cancellationToken: Cancel)).Data.Explanations.Single();
        var movement = explained.Causes.Single().Movements.Single();
        (movement.Actor, movement.ApprovedBy, movement.ReasonKind, explained.Residual).ShouldBe(("anna", "boris", ReasonKind.NewInformation, 0));
        await boris.ReleaseFiguresAsync(Minsk, new CorrectedIssue { Name = "corrected-2020-03", Reason = "nothing was signed" }, Key(), cancellationToken: Cancel);
        (await anna.ReadVintagesAsync(Minsk, relationship: "russia", cancellationToken: Cancel)).Data.Releases.Count.ShouldBe(2);
        (await boris.ReplayAsync(Minsk, new ReplayWanted { Rules = "by-level", Period = Issue12, Relationship = "russia" }, Cancel)).Data.Single().Value.ShouldBe(1);
        (await boris.ReadLogAsync(Minsk, take: 100, cancellationToken: Cancel)).Data.Last().Actor.ShouldBe("boris");
    }

    private static ScoredHappening Scored(string date, string title, int points) => new() { Relationship = "russia", Date = date, Title = title, Points = Score(points) };

    private static Points Score(int points) => new() { ["development"] = new ScoreInDimension { Positive = Math.Max(points, 0), Negative = Math.Min(points, 0) } };

    private static string Key() => Guid.NewGuid().ToString();

    private static async Task<int> Index(BarometerClient client, string? asOf = null) =>
        (await client.ReadIndicesAsync(Minsk, Issue12, "russia", asOf, cancellationToken: Cancel)).Data.Indices1.Single().Aggregate;
}

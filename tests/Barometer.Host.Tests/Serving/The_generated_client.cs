using System.Text;
using Barometer.Client;
using Role = Barometer.Domain.People.Role;

namespace Barometer.Host.Tests.Serving;

/// <summary>A client that a generator made from the OpenAPI document: it compiles, and it does what an editorial team does in four months.</summary>
public sealed class The_generated_client(Server server)
{
    private const string Minsk = "minsk";
    private const string Issue12 = "2019-11/2019-12";
    private const string Issue12InPath = "2019-11--2019-12";
    private const string Issue13 = "2020-01/2020-02";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_runs_the_cycle_of_two_issues()
    {
        await using var served = await ServedRecord.Open(server);
        using var ofAnna = await served.Person("anna", Role.Editor);
        using var ofBoris = await served.Person("boris", Role.ChiefEditor);
        using var ofVera = await served.Person("vera", Role.Auditor);
        using var ofOlga = await served.Person("olga", Role.Analyst);
        var (anna, boris, vera, olga) = (new BarometerClient(ofAnna), new BarometerClient(ofBoris), new BarometerClient(ofVera), new BarometerClient(ofOlga));

        var visit = await November_and_December_are_scored(anna, boris);
        await IsPrinted(anna, "Minsk Barometer, issue 12", Issue12, "positive,+3", "negative,-1", "aggregate,+2", "catalogue-total,+2");
        await Issue_12_is_closed_when_its_question_is_answered(boris);
        await The_next_issue_begins(anna, boris);
        await A_closed_figure_is_corrected_by_two_people(anna, boris, visit);
        await A_change_that_the_chief_editor_does_not_share_is_rejected(anna, boris);
        await The_auditor_asks_why_the_figure_moved(vera, visit);
        await Issue_13_is_printed_held_against_the_record_and_closed(anna, boris, vera);
        await The_corrected_issue_goes_out(boris, vera);
        await The_analyst_asks_how_much_of_it_is_the_rules(olga);
        await Everything_is_in_the_log(vera);
    }

    private static async Task<string> November_and_December_are_scored(BarometerClient anna, BarometerClient boris)
    {
        var visit = Reference(await anna.ScoreDevelopmentAsync(Minsk, Scored("2019-11-20", "The prime ministers meet in Moscow", +3), Key(), cancellationToken: Cancel));
        var insult = Reference(await anna.ScoreDevelopmentAsync(Minsk, Scored("2019-12-05", "An insult on television", -2), Key(), cancellationToken: Cancel));
        var rumour = new Happening { Relationship = "russia", Date = "-", Period = Issue12, Title = "A rumour about customs", Reason = "nobody confirms it" };
        await anna.ConsiderDevelopmentAsync(Minsk, rumour, Key(), cancellationToken: Cancel);

        var would = await anna.AmendDevelopmentAsync(Minsk, insult, "\"1\"", new Amendment { Points = Score(-1) }, Key(), dryRun: true, cancellationToken: Cancel);
        would.Data.Indices.Single().After.Aggregate.ShouldBe(2);
        (await Index(anna)).ShouldBe(1);
        await anna.AmendDevelopmentAsync(Minsk, insult, "\"1\"", new Amendment { Points = Score(-1) }, Key(), cancellationToken: Cancel);
        (await Index(anna)).ShouldBe(2);
        var stale = await Should.ThrowAsync<ApiException<Problem>>(() => boris.AmendDevelopmentAsync(Minsk, insult, "\"1\"", new Amendment { Points = Score(-3) }, Key(), cancellationToken: Cancel));
        (stale.StatusCode, stale.Result.Current.Revision, stale.Result.Current.MadeBy).ShouldBe((412, 2, "anna"));

        await anna.NoteDevelopmentAsync(Minsk, visit, "\"1\"", new Note { Text = "Compare the communiqué." }, Key(), cancellationToken: Cancel);
        var consultation = new ClassificationChange { EventType = "CONSULT", Sources = [new WorldActor { Name = "Prime Minister", Country = "Belarus", Groups = [], Level = "head of government" }] };
        await anna.ClassifyDevelopmentAsync(Minsk, visit, "\"2\"", new Reclassification { Classification = consultation }, Key(), cancellationToken: Cancel);
        var talks = new ScoredHappening { Relationship = "security", Date = "2019-11-20", Title = "Talks on exercises", Points = new Points { ["national-security"] = Part(+1), ["regional-tension"] = Part(-1) } };
        var exercise = Reference(await anna.ScoreDevelopmentAsync(Minsk, talks, Key(), cancellationToken: Cancel));
        await anna.LinkDevelopmentAsync(Minsk, visit, "\"3\"", new SameHappening { With = exercise }, Key(), cancellationToken: Cancel);
        return visit;
    }

    private static async Task Issue_12_is_closed_when_its_question_is_answered(BarometerClient boris)
    {
        var asked = await Should.ThrowAsync<ApiException<Problem>>(() => boris.ClosePeriodAsync(Minsk, Issue12InPath, new ClosingWord(), Key(), cancellationToken: Cancel));
        var answers = asked.Result.Remedy.With.Select(question => new ClosingAnswer { Question = question, Word = "kept" }).ToArray();
        answers.ShouldHaveSingleItem().Question.ShouldBe("date:RU-12-003");
        var closed = await boris.ClosePeriodAsync(Minsk, Issue12InPath, new ClosingWord { Answers = answers }, Key(), cancellationToken: Cancel);
        closed.Data.RuleSet.Name.ShouldBe("as-published");
        (await boris.ReconcileAsync(Minsk, Issue12, cancellationToken: Cancel)).Data.Figures.ShouldAllBe(f => f.Difference == 0);
        (await boris.ReadSnapshotAsync(Minsk, Issue12InPath, cancellationToken: Cancel)).Data.Figures.Single(f => f.Relationship == "russia").Aggregate.ShouldBe(2);
    }

    private static async Task The_next_issue_begins(BarometerClient anna, BarometerClient boris)
    {
        await boris.OpenPeriodAsync(Minsk, new Opened { Period = Issue13 }, Key(), cancellationToken: Cancel);
        await anna.ScoreDevelopmentAsync(Minsk, Scored("2020-01-03", "Oil stops flowing", -3), Key(), cancellationToken: Cancel);
        await anna.ScoreDevelopmentAsync(Minsk, Scored("2020-02-10", "The price of gas is agreed", +1), Key(), cancellationToken: Cancel);
        var embargo = Reference(await anna.ScoreDevelopmentAsync(Minsk, Scored("2020-02-12", "An embargo on fuel", -2), Key(), cancellationToken: Cancel));
        (await Index(anna, period: Issue13)).ShouldBe(-4);
        await anna.WithdrawDevelopmentAsync(Minsk, embargo, "\"1\"", new Withdrawal { Reason = "a rumour" }, Key(), cancellationToken: Cancel);
        (await Index(anna, period: Issue13)).ShouldBe(-2);
    }

    private static async Task A_closed_figure_is_corrected_by_two_people(BarometerClient anna, BarometerClient boris, string visit)
    {
        var change = new Amendment { Points = Score(+2), Reason = "nothing was signed", ReasonKind = ReasonKind.NewInformation };
        var proposal = (await anna.AmendDevelopmentAsync(Minsk, visit, "\"4\"", change, Key(), cancellationToken: Cancel)).Data.Proposal!.Id;
        (await Index(anna)).ShouldBe(2);
        (await Should.ThrowAsync<ApiException<Problem>>(() => anna.ApproveProposalAsync(Minsk, proposal, Key(), cancellationToken: Cancel))).StatusCode.ShouldBe(403);
        (await boris.ReadProposalAsync(Minsk, proposal, cancellationToken: Cancel)).Data.Id.ShouldBe(proposal);
        await boris.ApproveProposalAsync(Minsk, proposal, Key(), cancellationToken: Cancel);
        (await Index(anna)).ShouldBe(1);
    }

    private static async Task A_change_that_the_chief_editor_does_not_share_is_rejected(BarometerClient anna, BarometerClient boris)
    {
        var change = new Withdrawal { Reason = "he was misquoted", ReasonKind = ReasonKind.NewInformation };
        var proposal = (await anna.WithdrawDevelopmentAsync(Minsk, "RU-12-002", "\"2\"", change, Key(), cancellationToken: Cancel)).Data.Proposal!.Id;
        await boris.RejectProposalAsync(Minsk, proposal, new Rejection { Reason = "he was not" }, Key(), cancellationToken: Cancel);
        (await Index(anna)).ShouldBe(1);
        var rejected = (await anna.ReadProposalAsync(Minsk, proposal, cancellationToken: Cancel)).Data;
        (rejected.State, rejected.RejectedBy, rejected.RejectedBecause).ShouldBe((ProposalState.Rejected, "boris", "he was not"));
    }

    private static async Task Issue_13_is_printed_held_against_the_record_and_closed(BarometerClient anna, BarometerClient boris, BarometerClient vera)
    {
        await IsPrinted(anna, "Minsk Barometer, issue 13", Issue13, "positive,+1", "negative,-3", "aggregate,-2", "catalogue-total,-1");
        var different = (await vera.ReconcileAsync(Minsk, Issue13, cancellationToken: Cancel)).Data.Figures.Single(f => f.Difference != 0);
        (different.Figure1, different.Difference, different.ContradictedInPrint!.Count).ShouldBe((FigureKind.CatalogueTotal, -1, 1));
        var closed = await boris.ClosePeriodAsync(Minsk, "2020-01--2020-02", new ClosingWord(), Key(), cancellationToken: Cancel);
        closed.Data.Figures.Single(f => f.Relationship == "russia").Aggregate.ShouldBe(-2);
    }

    private static async Task The_auditor_asks_why_the_figure_moved(BarometerClient vera, string visit)
    {
        (await Index(vera, asOf: "closing")).ShouldBe(2);
        var explained = (await vera.ExplainAsync(Minsk, "russia", Issue12, cancellationToken: Cancel)).Data.Explanations.Single();
        var movement = explained.Causes.Single().Movements.Single();
        (movement.Reference, movement.Aggregate, explained.Residual).ShouldBe((visit, -1, 0));
        (movement.Actor, movement.ApprovedBy, movement.Reason, movement.ReasonKind).ShouldBe(("anna", "boris", "nothing was signed", ReasonKind.NewInformation));
        (await vera.ReadRevisionsAsync(Minsk, visit, cancellationToken: Cancel)).Data.Revisions.Count.ShouldBe(5);
        using var movements = await vera.ExportTableAsync(Minsk, Table.Movements, Format.Csv, Issue12, cancellationToken: Cancel);
        using var text = new StreamReader(movements.Stream);
        (await text.ReadToEndAsync(Cancel)).ShouldContain("nothing was signed");
    }

    private static async Task The_corrected_issue_goes_out(BarometerClient boris, BarometerClient vera)
    {
        await boris.ReleaseFiguresAsync(Minsk, new CorrectedIssue { Name = "corrected-2020-03", Reason = "nothing was signed" }, Key(), cancellationToken: Cancel);
        var values = (await vera.ReadVintagesAsync(Minsk, Show.All, "russia", Issue12, cancellationToken: Cancel)).Data.Series.Single().Observations.Select(o => o.Aggregate).ToArray();
        (values[^1], values.Contains(2)).ShouldBe((1, true));
        var revised = (await vera.CompareVintagesAsync(Minsk, "russia", to: "corrected-2020-03", cancellationToken: Cancel)).Data.Indices.Single();
        (revised.N, revised.Mean, revised.MeanAbsolute).ShouldBe((2, -0.5m, 0.5m));
    }

    private static async Task The_analyst_asks_how_much_of_it_is_the_rules(BarometerClient olga)
    {
        var replayed = (await olga.ReplayAsync(Minsk, new ReplayWanted { Rules = "by-level", Period = Issue12, Relationship = "russia" }, cancellationToken: Cancel)).Data.Single();
        (replayed.Value, replayed.Against).ShouldBe((2.5m, 1m));
        (await olga.ReplayAgainAsync(Minsk, replayed.Replay1, cancellationToken: Cancel)).Data.First(r => r.Relationship == "russia").Value.ShouldBe(2.5m);
    }

    private static async Task Everything_is_in_the_log(BarometerClient vera)
    {
        var log = (await vera.ReadLogAsync(Minsk, take: 100, cancellationToken: Cancel)).Data;
        log.Count(e => e.Event == "development_scored").ShouldBe(6);
        log.Where(e => e.Event is "change_proposed" or "proposal_approved" or "proposal_rejected").Select(e => e.Actor).ShouldBe(["anna", "boris", "anna", "boris"]);
    }

    private static async Task IsPrinted(BarometerClient client, string publication, string period, params IEnumerable<string> figures)
    {
        string[] lines = ["publication,period,relationship,dimension,figure,printed,place", .. figures.Select(f => $"\"{publication}\",{period},russia,development,{f},headline")];
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        var sent = await client.ImportAsync(Minsk, idempotency_Key: Key(), file: [new FileParameter(file, "print.csv")], cancellationToken: Cancel);
        var told = sent.Data;
        while (told.State == ImportState.Running)
            told = (await client.ShowImportAsync(Minsk, sent.Data.Import1!, cancellationToken: Cancel)).Data;
        (told.State, told.Publication!.Figures).ShouldBe((ImportState.Done, lines.Length - 1));
    }

    private static ScoredHappening Scored(string date, string title, int points) => new() { Relationship = "russia", Date = date, Title = title, Points = Score(points) };

    private static Points Score(int points) => new() { ["development"] = Part(points) };

    private static ScoreInDimension Part(int points) => new() { Positive = Math.Max(points, 0), Negative = Math.Min(points, 0) };

    private static string Key() => Guid.NewGuid().ToString();

    private static string Reference(ResourceOfRecorded told) => told.Data.Changes.Single().Reference;

    private static async Task<int> Index(BarometerClient client, string period = Issue12, string? asOf = null) =>
        (await client.ReadIndicesAsync(Minsk, period, "russia", asOf, cancellationToken: Cancel)).Data.Indices1.Single().Aggregate;
}

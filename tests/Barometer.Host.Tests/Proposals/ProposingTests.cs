using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Proposals;

public sealed class ProposingTests(Server server)
{
    private static readonly PeriodId Later = PeriodId.Parse("2020-01/2020-02", provider: null);

    [Fact]
    public async Task A_change_of_a_closed_period_is_proposed_and_nothing_moves()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var before = await record.Figures();

        var answer = (await record.Send<Recorded>(ClosedRecord.Amend(reference))).Expected();

        (answer.Changes.Length, answer.Indices.Length, answer.Proposal!.Id.ToString()).ShouldBe((0, 0, "RU-12-001.1.1"));
        answer.Proposal.Indices.Select(i => (i.Before.Aggregate, i.After.Aggregate)).ShouldBe([(3, 1)]);
        (await record.Figures()).ShouldBe(before);
        (await record.Propose(ClosedRecord.Amend(reference, -1, "boris"))).Id.ToString().ShouldBe("RU-12-001.1.2");
        (await record.Figures()).ShouldBe(before);
    }

    [Fact]
    public async Task Every_change_that_would_move_a_figure_of_a_closed_period_is_proposed_and_moves_it_when_it_is_approved()
    {
        var record = await (await server.NewRecord()).Declared();
        await using var _ = record;
        (await record.Send<PeriodOpened>(new OpenPeriod(Later, "test"))).Expected();
        var (amended, withdrawn, redated, refiled) = (await Scored(record, 3), await Scored(record, 2), await Scored(record, 1), await Scored(record, -1));
        var given = (await record.Send<Recorded>(Unscored("russia"))).Expected().Changes[0].Reference;
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        DevelopmentCommand[] commands =
        [
            ClosedRecord.Amend(amended),
            Signed(new WithdrawDevelopment { Reference = withdrawn }),
            Signed(new ReinstateDevelopment { Reference = withdrawn }),
            Signed(new RedateDevelopment { Reference = redated, Date = PrintedDate.On(new DateOnly(2019, 11, 2)) }),
            Signed(new RefileDevelopment { Reference = refiled, To = Later }),
            Signed(new GivePoints { Reference = given, Points = Points.Of("development", -2) }),
        ];

        foreach (object command in commands.Append<object>(ClosedRecord.Late()))
        {
            var before = await record.Figures();
            var proposal = await record.Propose(command);
            (await record.Figures()).ShouldBe(before);

            var approved = (await record.Approve(proposal.Id)).Expected();

            approved.Indices.ShouldBe(proposal.Indices);
            approved.Proposal.ShouldBeNull();
            (await record.Figures()).ShouldNotBe(before);
        }

        (await record.Index("russia")).ShouldBe(new("russia", "development", EmptyRecord.Period, 1 + 2 + 1 + 2, -2, 5));
        (await record.Ask<long>("select count(*) from barometer.movements where approved_by = 'vera' and actor = 'anna'")).ShouldBe(9);
        (await record.Ask<long>("select count(*) from barometer.revision_history where approved_by = 'vera' and actor = 'anna'")).ShouldBe(7);
    }

    [Fact]
    public async Task What_moves_no_figure_is_recorded_by_one_person_after_the_closing_too()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        object[] commands =
        [
            ClosedRecord.Note(reference),
            new DescribeDevelopment { Reference = reference, Title = "Another title", Actor = "anna" },
            new ClassifyDevelopment { Reference = reference, Change = new() { Cameo = "036" }, Actor = "anna" },
            Unscored("russia"),
        ];

        foreach (var command in commands)
            (await record.Send<Recorded>(command)).Expected().Proposal.ShouldBeNull();
        (await record.Count("change_proposed")).ShouldBe(0);
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_and_not_proposed()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        object[] commands =
        [
            ClosedRecord.Amend(reference) with { Reason = null },
            ClosedRecord.Amend(reference) with { ReasonKind = null },
            ClosedRecord.Amend(reference, 4),
            ClosedRecord.Amend(reference, 3),
            ClosedRecord.Amend(reference) with { Revision = 7 },
            ClosedRecord.Late() with { AfterClosing = false },
        ];

        foreach (var command in commands)
            (await record.Send<Recorded>(command)).Refusal.ShouldNotBeNull();
        (await record.Count("change_proposed")).ShouldBe(0);
    }

    [Fact]
    public async Task Where_every_period_needs_two_persons_a_score_is_proposed_and_an_import_takes_no_points()
    {
        await using var record = await (await server.NewRecord()).Declared();
        (await record.Send<SettingsChanged>(new ChangeSettings(Name: null, Range: null, [], "dora", "four eyes") { TwoPersons = TwoPersons.EveryPeriod })).Expected();

        var proposal = await record.Propose(EmptyRecord.Scored("russia", 2));

        proposal.Id.ToString().ShouldBe("RU-12-NEW.1");
        (await record.Index("russia")).Developments.ShouldBe(0);
        (await record.Approve(proposal.Id)).Expected().Changes[0].Reference.ToString().ShouldBe("RU-12-001");
        (await record.Index("russia")).ShouldBe(new("russia", "development", EmptyRecord.Period, 2, 0, 1));
        var imported = (await record.Send<Host.Imports.Imported>(Samples.Issue12())).Expected();
        (imported.HeldBack, imported.Recorded).ShouldBe((true, 0));
        imported.NotUnderstood.ShouldAllBe(n => n.Why.Contains("two persons are needed in every period"));
    }

    [Fact]
    public async Task A_proposal_sent_twice_with_one_key_is_made_once_whatever_became_of_it()
    {
        var (record, reference) = await server.NewClosedRecord();
        await using var _ = record;
        var first = (await record.Send<Recorded>(ClosedRecord.Amend(reference), key: "once")).Expected();
        (await record.Approve(first.Proposal!.Id)).Expected();

        var again = (await record.Send<Recorded>(ClosedRecord.Amend(reference), key: "once")).Expected();

        Said(again).ShouldBe(Said(first));
        (await record.Count("change_proposed")).ShouldBe(1);
    }

    // Each another happening, so that closing raises no question.
    private static async Task<Reference> Scored(EmptyRecord record, int points)
    {
        var particulars = new Particulars { Title = $"{points} of them", Date = PrintedDate.On(new DateOnly(2019, 12, 10 + points)) };
        return (await record.Send<Recorded>(EmptyRecord.Scored("russia", points) with { Particulars = particulars })).Expected().Changes[0].Reference;
    }

    private static string Said<T>(T answer) => JsonSerializer.Serialize(answer, RecordJson.Options);

    private static T Signed<T>(T command)
        where T : DevelopmentCommand =>
        (T)(command with { Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error });

    private static RecordUnscored Unscored(string relationship) => new()
    {
        Relationship = relationship,
        Period = EmptyRecord.Period,
        Particulars = new Particulars { Title = "A visit", Date = PrintedDate.On(new DateOnly(2019, 12, 6)) },
        AfterClosing = true,
        Reason = "forgotten",
        ReasonKind = ReasonKind.Error,
        Actor = "anna",
    };
}

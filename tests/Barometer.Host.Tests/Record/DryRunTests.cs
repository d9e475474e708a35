using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Record;

public sealed class DryRunTests(Server server)
{
    private const string Key = "the key";

    [Fact]
    public async Task A_dry_run_gets_the_answer_that_the_command_gets_afterwards_and_leaves_nothing_behind()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        object[] commands =
        [
            EmptyRecord.Scored("russia", -2),
            new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna" },
            new WithdrawDevelopment { Reference = reference, Reason = "a rumour", Actor = "anna" },
        ];

        foreach (var (command, number) in commands.Select((c, i) => (c, i)))
        {
            var before = await Everything(record);
            var dry = (await record.Send<Recorded>(command, key: $"{Key} {number}", dryRun: true)).Expected();
            (await Everything(record)).ShouldBe(before);
            Said((await record.Send<Recorded>(command, key: $"{Key} {number}")).Expected()).ShouldBe(Said(dry));
        }
    }

    [Fact]
    public async Task A_dry_run_is_refused_as_the_command_would_be_and_tells_which_closed_period_it_would_touch_and_what_colour_it_would_change()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var calm = EmptyRecord.Scored("security", 1) with { Points = OfSecurity(-1) };
        var reference = (await record.Send<Recorded>(calm)).Expected().Changes[0].Reference;
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "vera"))).Expected();
        var amend = new AmendPoints { Reference = reference, Points = OfSecurity(-2), Actor = "anna" };

        (await record.Send<Recorded>(amend, dryRun: true)).Refusal!.Remedy!.Kind.ShouldBe(RemedyKind.GiveReasonAndKind);
        var told = (await record.Send<Recorded>(amend with { Reason = "misread", ReasonKind = ReasonKind.Error }, dryRun: true)).Expected().Proposal!;

        told.ClosedPeriods.ShouldBe([EmptyRecord.Period]);
        var index = told.Indices.ShouldHaveSingleItem();
        (index.Before.Aggregate, index.After.Aggregate, index.BandBefore, index.BandAfter).ShouldBe((-1, -2, "none", "Green"));
        (await record.Index("security", "regional-tension")).Aggregate.ShouldBe(-1);
        (await record.Ask<long>("select count(*) from barometer.mt_doc_proposal")).ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_of_a_proposal_and_of_its_approval_gets_the_answer_that_comes_afterwards()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "vera"))).Expected();
        object[] commands =
        [
            new AmendPoints { Reference = reference, Points = Points.Of("development", -1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error },
            new ApproveProposal(new ProposalId($"{reference}.1", 1), "vera"),
        ];

        foreach (var command in commands)
        {
            var before = await Everything(record);
            var dry = (await record.Send<Recorded>(command, dryRun: true)).Expected();
            (await Everything(record)).ShouldBe(before);
            Said((await record.Send<Recorded>(command)).Expected()).ShouldBe(Said(dry));
        }
    }

    private static Points OfSecurity(int tension) => new([Score.Of("national-security", 1), Score.Of("regional-tension", tension)]);

    // The counter of events too: a number that is given and not used is a gap, which whatever follows the record waits behind.
    private static Task<string> Everything(EmptyRecord record) => record.Ask<string>(
        """
        select (select last_value from barometer.mt_events_sequence) || ' ' || (select count(*) from barometer.mt_events) || ' ' || (select count(*) from barometer.mt_doc_receipt)
            || ' ' || (select sum(version) from barometer.mt_streams) || ' ' || (select count(*) from barometer.movements) || ' ' || (select sum(positive) from barometer.indices)
        """);

    private static string Said(Recorded answer) => JsonSerializer.Serialize(answer, RecordJson.Options);
}

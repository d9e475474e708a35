using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Host.Store;

namespace Barometer.Host.Tests.Store;

public sealed class SchemaTests(Server server)
{
    [Fact]
    public async Task Four_verbs_that_are_the_first_at_once_apply_the_schema_once()
    {
        var connection = await server.NewEmptyDatabase();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Schema.Ensure(connection, TestContext.Current.CancellationToken))));

        await using var record = await (await EmptyRecord.Open(connection)).Declared();
        await record.Score("russia", 1);
    }

    [Fact]
    public async Task A_record_from_before_there_were_proposals_is_brought_up_and_goes_on()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        (await record.Send<PeriodClosed>(new ClosePeriod(EmptyRecord.Period, [], "boris"))).Expected();
        await record.Execute(
            """
            alter table barometer.movements drop column approved_by;
            alter table barometer.revision_history drop column approved_by;
            drop table barometer.mt_doc_proposal;
            update barometer.mt_doc_settings set data = data - 'twoPersons';
            comment on schema barometer is 'build of before';
            """);

        await Schema.Ensure(record.Connection, TestContext.Current.CancellationToken);

        (await record.SendBoth(new AmendPoints { Reference = reference, Points = Points.Of("development", 1), Actor = "anna", Reason = "misread", ReasonKind = ReasonKind.Error })).Expected();
        (await record.Ask<long>("select count(*) from barometer.movements where approved_by is null")).ShouldBe(1);
        (await record.Ask<string>("select approved_by from barometer.movements where cause = 'amended'")).ShouldBe("approver");
    }
}

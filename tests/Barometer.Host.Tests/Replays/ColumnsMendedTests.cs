using Barometer.Domain.Developments;
using Barometer.Host.Imports;
using Barometer.Host.Record;

namespace Barometer.Host.Tests.Replays;

/// <summary>Whatever becomes of the columns at rest, a replay finds it, and has them made again from the record, which it only reads.</summary>
public sealed class ColumnsMendedTests(Server server)
{
    public static TheoryData<string, string> Damages { get; } = new()
    {
        { "a row deleted", "delete from barometer.columns where relationship = 'china' and position = 5" },
        { "all rows deleted", "delete from barometer.columns" },
        { "points altered", "update barometer.columns set positive = positive + 1 where relationship = 'russia' and position = 7" },
        { "points exchanged", "update barometer.columns set positive = (array[3, 1])[position - 3] where relationship = 'russia' and position in (4, 5)" },
        { "a day altered", "update barometer.columns set day = day - 1 where relationship = 'eu' and position = 3" },
        { "a day taken away", "update barometer.columns set latest = null where relationship = 'eu' and position = 3" },
        { "a title altered", "update barometer.columns set title = 'another' where relationship = 'eu' and position = 3" },
        { "a row added", "insert into barometer.columns select barometer, relationship, position + 1000, dimension, class, issue, ordinal + 1000, day, earliest, latest, told, positive, negative, linked, title from barometer.columns where relationship = 'us' and position = 2" },
        { "a row moved to another relationship", "update barometer.columns set relationship = 'us', position = 1000 where relationship = 'eu' and position = 3" },
        { "rows added of a relationship that is none", "insert into barometer.columns select barometer, 'nowhere', position, dimension, class, issue, ordinal, day, earliest, latest, told, positive, negative, linked, title from barometer.columns where relationship = 'us'" },
        { "a classification altered", "update barometer.column_classes set classification = '{\"theme\": \"Other\"}' where class = (select min(class) from barometer.column_classes)" },
        { "classifications deleted", "delete from barometer.column_classes" },
        { "a check deleted", "delete from barometer.column_checks where relationship = 'eu'" },
        { "a check altered", "update barometer.column_checks set digest = digest + 1 where relationship = 'eu'" },
        { "a check that promises too much", "update barometer.column_checks set rows = 9000000000000000000 where relationship = 'eu'" },
        { "a record from before there were columns", "delete from barometer.column_classes returning 1), checks as (delete from barometer.column_checks), rows as (delete from barometer.columns" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Damage_is_found_and_mended_from_the_record(string what, string damage)
    {
        await using var record = await server.NewRecord();
        (await record.Send<Imported>(Samples.Issue12())).Expected();
        (await record.Send<Recorded>(new AmendPoints { Reference = Reference.Parse("RU-12-016", provider: null), Points = Points.Of("development", 1), Actor = "anna" })).Expected();
        (await record.Send<Recorded>(new NoteDevelopment { Reference = Reference.Parse("EU-12-003", provider: null), Note = "seen", Actor = "anna" })).Expected();
        var (now, before, events) = (await record.Now(), await ColumnsOf.Tables(record), await ColumnsOf.Record(record));
        var columns = await ColumnsOf.Events(record, now);

        (await record.Ask<long>($"with damage as ({damage} returning 1) select count(*) from damage")).ShouldBeGreaterThan(0, what);
        (await ColumnsOf.Tables(record)).ShouldNotBe(before, what);

        (await ColumnsOf.Rest(record, now)).ShouldBe(columns, what);
        (await ColumnsOf.Tables(record)).ShouldBe(before, what);
        (await ColumnsOf.Record(record)).ShouldBe(events, what);
    }

    [Fact]
    public async Task Columns_at_an_earlier_moment_are_held_against_the_record_too()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("china", 3);
        var early = await record.Now();
        await record.Score("china", -1);
        await record.Ask<long>("with damage as (update barometer.columns set positive = 2 where position = 2 returning 1) select count(*) from damage");

        (await ColumnsOf.Rest(record, early)).ShouldBe(await ColumnsOf.Events(record, early));
        (await record.Ask<short>("select positive from barometer.columns where position = 2")).ShouldBe((short)3);
    }

    [Fact]
    public async Task A_record_from_before_there_were_columns_that_was_added_to_since_is_found_to_lack_the_rest()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await record.Score("china", 3);
        await record.Ask<long>("with classes as (delete from barometer.column_classes), checks as (delete from barometer.column_checks), rows as (delete from barometer.columns returning 1) select count(*) from rows");
        await record.Score("china", -1);

        (await ColumnsOf.Rest(record, await record.Now())).ShouldBe(await ColumnsOf.Events(record, await record.Now()));
        (await record.Ask<long>("select count(*) from barometer.columns")).ShouldBe(2);
    }

    [Fact]
    public async Task What_one_barometer_lost_is_no_matter_of_another()
    {
        await using var record = await (await (await server.NewRecord()).Declared()).Declared("other");
        await record.Score("china", 3);
        await record.Score("china", -3, barometer: "other");
        await record.Ask<long>("with damage as (delete from barometer.columns where barometer = 'other' returning 1) select count(*) from damage");

        (await ColumnsOf.Rest(record, await record.Now())).ShouldBe(await ColumnsOf.Events(record, await record.Now()));
        (await record.Ask<long>("select count(*) from barometer.columns where barometer = 'other'")).ShouldBe(0);
        (await ColumnsOf.Rest(record, await record.Now("other"), "other")).ShouldBe(await ColumnsOf.Events(record, await record.Now("other"), "other"));
    }
}

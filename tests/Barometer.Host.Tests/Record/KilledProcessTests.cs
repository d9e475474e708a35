using System.Text.Json;
using Barometer.Domain.Developments;
using Barometer.Host.Store;

namespace Barometer.Host.Tests.Record;

public sealed class KilledProcessTests(Server server)
{
    private const string Key = "lost-answer";

    [Fact]
    public async Task A_process_killed_after_the_commit_and_before_the_answer_has_amended_once_and_gets_that_answer_when_run_again()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 3);
        string[] command = ["amend", reference.ToString(), "--points", "+1", "--reason", "misread", "--actor", "anna", "--key", Key, "--json"];

        var receipt = await KilledBeforeTheAnswer(record, command);
        var again = await Executable.Run(record.Connection, command);

        again.ExitCode.ShouldBe(0, again.Error);
        JsonElement.DeepEquals(JsonDocument.Parse(again.Out).RootElement, receipt.Answer).ShouldBeTrue(again.Out);
        receipt.Answer.GetProperty("changes")[0].GetProperty("revision").GetInt32().ShouldBe(2);
        (await record.Read(s => s.LoadAsync<Development>(reference.ToString())))!.Revision.ShouldBe(2);
        (await record.Index("russia")).Positive.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_killed_after_the_commit_and_before_the_answer_has_imported_once_and_gets_that_answer_when_run_again()
    {
        await using var record = await server.NewRecord();
        string[] command = ["import", Samples.Developments, Samples.Printed, "--actor", "anna", "--key", Key, "--json"];

        var receipt = await KilledBeforeTheAnswer(record, command);
        var again = await Executable.Run(record.Connection, command);

        again.ExitCode.ShouldBe(0, again.Error);
        JsonElement.DeepEquals(JsonDocument.Parse(again.Out).RootElement, receipt.Answer).ShouldBeTrue(again.Out);
        receipt.Answer.GetProperty("recorded").GetInt32().ShouldBe(143);
        (await record.Ask<long>("select count(*) from barometer.mt_events where type = 'development_scored'")).ShouldBe(143);
    }

    private static async Task<Receipt> KilledBeforeTheAnswer(EmptyRecord record, string[] command)
    {
        await using var way = new LostAnswers(record.Connection);
        using var killed = Executable.Start(way.Connection, command);
        var ended = killed.End();
        await Task.WhenAny(way.Lost, ended);
        // Had it ended by itself, its answer would not have been lost.
        ended.IsCompleted.ShouldBeFalse(ended.IsCompleted ? (await ended).ToString() : "");
        await killed.Kill();
        (await ended).Out.ShouldBe("");
        return (await record.Read(s => s.LoadAsync<Receipt>(Key))).ShouldNotBeNull();
    }
}

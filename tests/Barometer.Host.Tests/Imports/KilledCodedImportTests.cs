using System.Text.Json;
using Npgsql;

namespace Barometer.Host.Tests.Imports;

public sealed class KilledCodedImportTests(Server server) : IDisposable
{
    private const int Rows = 9_000;
    private const int CommittedBefore = 8_000;

    // The third batch stops at its checkpoint for as long as the test holds a lock; of the second the test is told.
    private const string Stop = """
        create function stop_third() returns trigger language plpgsql as $$
        begin
            if (new.data ->> 'rows')::int = 8000 then perform pg_notify('second', ''); end if;
            if (new.data ->> 'rows')::int > 8000 then perform pg_advisory_xact_lock(12); end if;
            return new;
        end $$;
        create trigger stop_third after insert or update on barometer.mt_doc_codedcheckpoint for each row execute function stop_third();
        """;

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task A_process_killed_in_the_middle_of_an_import_has_lost_nothing_and_repeats_nothing_when_run_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var record = await server.NewRecord();
        // The same row stands in it more than once, on both sides of where it is killed.
        await File.WriteAllLinesAsync(_file, CodedFiles.Icews(Rows - 3).Prepend(CodedFiles.Icews(1).Single()).Concat(CodedFiles.Icews(2)), cancellation);
        string[] command = ["import", _file, "--format", "icews", "--relationships", "dyads", "--calendar", "month", "--barometer", "minsk", "--actor", "anna", "--json"];
        await using var observer = new NpgsqlConnection(server.AsOwner(record.Connection));
        await observer.OpenAsync(cancellation);
        await Execute(observer, $"{Stop} listen second; select pg_advisory_lock(12)");

        using (var killed = Executable.Start(record.Connection, command))
        {
            await observer.WaitAsync(cancellation);
            await killed.Kill();
        }

        await Execute(observer, "select pg_advisory_unlock(12)");
        (await Developments(record)).ShouldBe(CommittedBefore);
        var again = await Executable.Run(record.Connection, command);

        again.ExitCode.ShouldBe(0, again.Error);
        var answer = JsonDocument.Parse(again.Out).RootElement;
        (Number(answer, "recorded"), Number(answer, "alreadyRecorded"), Number(answer, "resumedAfter")).ShouldBe((Rows - CommittedBefore, CommittedBefore, CommittedBefore));
        (await Developments(record)).ShouldBe(Rows);
        (await record.Ask<long>("select count(distinct data -> 'particulars' -> 'origin' ->> 'identity') from barometer.mt_events where type = 'development_recorded_unscored'")).ShouldBe(Rows);
        (await record.Ask<long>("select count(*) from barometer.mt_doc_development")).ShouldBe(Rows);
        (await record.Ask<long>("select count(*) from barometer.mt_streams s where version <> (select count(*) from barometer.mt_events e where e.stream_id = s.id)")).ShouldBe(0);
    }

    public void Dispose() => File.Delete(_file);

    private static Task<long> Developments(EmptyRecord record) => record.Ask<long>("select count(*) from barometer.mt_events where type = 'development_recorded_unscored'");

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static int Number(JsonElement e, string member) => e.GetProperty(member).GetInt32();
}

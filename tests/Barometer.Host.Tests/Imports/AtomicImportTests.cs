using System.Diagnostics;
using Barometer.Host.Imports;
using Npgsql;

namespace Barometer.Host.Tests.Imports;

public sealed class AtomicImportTests(Server server, ITestOutputHelper output)
{
    private const string Application = "import-under-test";

    private static readonly AsyncLocal<Action?> Import = new();

    private const string Counts = """
        select (select count(*) from barometer.mt_events where type <> 'tombstone')::text || ' events, '
            || (select count(*) from barometer.mt_doc_development) || ' developments, '
            || (select count(*) from barometer.mt_doc_period) || ' periods, '
            || (select count(*) from barometer.mt_doc_settings) || ' settings, '
            || (select count(*) from barometer.movements) || ' movements, '
            || (select coalesce(sum(positive), 0) from barometer.indices) || ' positive, '
            || (select count(*) from barometer.revision_history) || ' revisions, '
            || (select count(*) from barometer.origins) || ' origins'
        """;

    [Fact]
    public async Task An_import_whose_session_is_ended_at_any_of_its_statements_is_wholly_there_or_wholly_absent_and_is_completed_by_running_it_again()
    {
        var (statements, whole, absent) = await Undisturbed();
        output.WriteLine($"{statements} statements; whole: {whole}");
        statements.ShouldBeGreaterThan(10);

        for (var at = 1; at <= statements; at++)
        {
            var database = await server.NewDatabase();
            await using var record = await EmptyRecord.Open(Named(database));
            var ended = await EndedAt(at, record, database);

            var found = await new Observer(database).Ask(Counts);
            new[] { whole, absent }.ShouldContain(found, $"the session was ended at statement {at}: {ended}");
            var again = (await record.Send<Imported>(Samples.Issue12())).Expected();
            (again.Recorded + again.AlreadyRecorded).ShouldBe(143);
            (await new Observer(database).Ask(Counts)).ShouldBe(whole, $"after running it again; the session was ended at statement {at}");
        }
    }

    private async Task<(int Statements, string Whole, string Absent)> Undisturbed()
    {
        var database = await server.NewDatabase();
        var absent = await new Observer(database).Ask(Counts);
        await using var record = await EmptyRecord.Open(Named(database));
        var statements = 0;
        using (Listen(() => statements++))
            (await record.Send<Imported>(Samples.Issue12())).Expected().Recorded.ShouldBe(143);
        return (statements, await new Observer(database).Ask(Counts), absent);
    }

    private static async Task<string> EndedAt(int statement, EmptyRecord record, string database)
    {
        var reached = 0;
        using var listening = Listen(() =>
        {
            if (++reached == statement)
                new Observer(database).EndSessions();
        });
        try
        {
            await record.Send<Imported>(Samples.Issue12());
            return "it went through";
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure.GetBaseException().Message;
        }
    }

    // Npgsql tells of every statement as it starts one, in the flow of whoever sends it: that of the import is marked.
    private static ActivityListener Listen(Action statement)
    {
        Import.Value = statement;
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ =>
            {
                var mine = Import.Value;
                Import.Value = null;
                mine?.Invoke();
                Import.Value = mine;
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Named(string connection) => new NpgsqlConnectionStringBuilder(connection) { ApplicationName = Application }.ConnectionString;

    /// <summary>Looks at the database, and ends the import's sessions, over a connection of its own of which nobody is told.</summary>
    private sealed class Observer(string connection)
    {
        public async Task<string> Ask(string sql)
        {
            await using var open = new NpgsqlConnection(connection);
            await open.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(sql, open);
            return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        public void EndSessions()
        {
            using var open = new NpgsqlConnection(connection);
            open.Open();
            using var command = new NpgsqlCommand($"select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '{Application}' and datname = current_database()", open);
            command.ExecuteScalar();
        }
    }
}

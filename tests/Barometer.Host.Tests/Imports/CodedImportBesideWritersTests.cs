using System.Text.Json;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;
using Barometer.Host.Imports;
using Barometer.Host.Record;
using Barometer.Host.Tests.Replays;
using Barometer.Publications.Coded;
using Wolverine;

namespace Barometer.Host.Tests.Imports;

public sealed class CodedImportBesideWritersTests(Server server) : IDisposable
{
    private const string Barometer = "icews";
    private const int Rows = 5_000;
    private const int Scored = 30;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coded");

    [Fact]
    public async Task Two_imports_and_an_editor_in_the_same_relationships_lose_nothing_and_give_no_reference_twice()
    {
        await using var record = await server.NewRecord();
        string[] rows = [.. CodedFiles.Icews(Rows)];
        (await Import(record, rows.Take(100))).Recorded.ShouldBe(100);
        var relationships = (await record.Read(s => s.LoadAsync<Settings>(Settings.Stream), Barometer))!.Relationships;

        var one = Import(record, rows);
        var other = Import(record, rows.Select(r => r.Replace("Citizen", "Police", StringComparison.Ordinal)));
        for (var i = 0; i < Scored; i++)
            (await record.Send<Recorded>(Score(relationships[i % relationships.Length].Key), Barometer)).Expected();

        ((await one).Recorded, (await other).Recorded).ShouldBe((Rows - 100, Rows));
        (await record.Ask<long>("select count(*) from barometer.mt_doc_development")).ShouldBe((2 * Rows) + Scored);
        (await record.Ask<long>("select sum(n::bigint)::bigint from barometer.mt_doc_numbering, jsonb_each_text(data -> 'last') l (issue, n)")).ShouldBe((2 * Rows) + Scored);
        (await record.Ask<long>("select count(*) from barometer.mt_streams s where version <> (select max(version) from barometer.mt_events e where e.stream_id = s.id)")).ShouldBe(0);
        var now = await record.Now(Barometer);
        (await ColumnsOf.Rest(record, now, Barometer)).ShouldBe(await ColumnsOf.Events(record, now, Barometer));
    }

    [Theory]
    [InlineData("anna")]
    [InlineData("boris")]
    public async Task Of_two_imports_at_once_with_the_same_key_the_one_that_ends_last_gets_the_first_answer_or_where_it_says_something_else_none(string actor)
    {
        await using var record = await server.NewRecord();
        var command = await Command(CodedFiles.Icews(30));
        var meanwhile = default(Decision<CodedImported>);

        var decision = await Send(record, command with { Progress = new Meanwhile(() => meanwhile = Send(record, command with { Actor = actor }, "once").GetAwaiter().GetResult()) }, "once");

        if (actor == command.Actor)
            JsonSerializer.Serialize(decision.Expected(), RecordJson.Options).ShouldBe(JsonSerializer.Serialize(meanwhile!.Expected(), RecordJson.Options));
        else
            (meanwhile!.Expected().Rows, decision.Refusal?.Kind).ShouldBe((30, RefusalKind.Conflict));
        (await record.Ask<long>("select count(*) from barometer.mt_doc_development")).ShouldBe(30);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<CodedImported> Import(EmptyRecord record, IEnumerable<string> rows) => (await Send(record, await Command(rows))).Expected();

    private async Task<ImportCodedData> Command(IEnumerable<string> rows)
    {
        var file = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);
        return new ImportCodedData(file, CodedFormat.Icews, CodedRelationships.Dyads, Mapping: null, CodedCalendar.Month, DryRun: false, "anna");
    }

    private static Task<Decision<CodedImported>> Send(EmptyRecord record, ImportCodedData command, string? key = null)
    {
        var envelope = new Envelope { TenantId = Barometer };
        if (key is not null)
            envelope.Headers[Signing.KeyHeader] = key;
        return CodedImporting.Handle(command, record.Store, envelope, TestContext.Current.CancellationToken);
    }

    private static ScoreDevelopment Score(string relationship) => new()
    {
        Relationship = relationship,
        Particulars = new Particulars { Title = "Told by an editor", Date = PrintedDate.On(new DateOnly(2014, 1, 5)) },
        Points = Points.Of("development", 1),
        Actor = "boris",
    };

    // What happens while an import is under way: between its rows and its receipt.
    private sealed class Meanwhile(Action what) : IProgress<CodedProgress>
    {
        public void Report(CodedProgress value) => what();
    }
}

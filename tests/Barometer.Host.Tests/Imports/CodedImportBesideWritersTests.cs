using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
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

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<CodedImported> Import(EmptyRecord record, IEnumerable<string> rows)
    {
        var file = Path.Combine(_folder.FullName, Path.GetRandomFileName());
        await File.WriteAllLinesAsync(file, rows, TestContext.Current.CancellationToken);
        var command = new ImportCodedData(file, CodedFormat.Icews, CodedRelationships.Dyads, Mapping: null, CodedCalendar.Month, DryRun: false, "anna");
        return (await CodedImporting.Handle(command, record.Store, new Envelope { TenantId = Barometer }, TestContext.Current.CancellationToken)).Expected();
    }

    private static ScoreDevelopment Score(string relationship) => new()
    {
        Relationship = relationship,
        Particulars = new Particulars { Title = "Told by an editor", Date = PrintedDate.On(new DateOnly(2014, 1, 5)) },
        Points = Points.Of("development", 1),
        Actor = "boris",
    };
}

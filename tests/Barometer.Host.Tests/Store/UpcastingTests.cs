using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Host.Store;
using Marten;

namespace Barometer.Host.Tests.Store;

public sealed class UpcastingTests(Server server)
{
    /// <summary>How an earlier Barometer might have told of a note.</summary>
    private sealed record NotedOfOld(Reference Development, int Number, string Who, string Words);

    [Fact]
    public async Task An_event_stored_under_an_old_name_and_form_is_read_as_the_event_of_today()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 2);
        await Store(record, "development_noted_v0", $$"""{"development": "{{reference}}", "number": 2, "who": "anna", "words": "seen twice"}""");
        using var store = DocumentStore.For(options =>
        {
            RecordStore.Configure(options, record.Connection);
            options.Events.Upcast<NotedOfOld, DevelopmentNoted>("development_noted_v0", old => new DevelopmentNoted { Reference = old.Development, Revision = old.Number, Actor = old.Who, Note = old.Words });
        });

        await using var session = store.QuerySession("minsk");
        var events = await session.Events.FetchStreamAsync(Domain.Barometers.Declaring.StreamOf("russia"), token: TestContext.Current.CancellationToken);
        var development = events.Select(e => e.Data).OfType<DevelopmentEvent>().Aggregate((Development?)null, Development.Fold);

        development!.Notes.ShouldBe(ImmutableArray.Create("seen twice"));
        development.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task An_event_is_read_by_its_name_whatever_class_once_wrote_it()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var reference = await record.Score("russia", 2);
        await Store(record, "development_noted", $$"""{"reference": "{{reference}}", "revision": 2, "actor": "anna", "note": "seen twice"}""");

        await using var session = record.Store.QuerySession("minsk");
        var events = await session.Events.FetchStreamAsync(Domain.Barometers.Declaring.StreamOf("russia"), token: TestContext.Current.CancellationToken);

        events[^1].Data.ShouldBeOfType<DevelopmentNoted>().Note.ShouldBe("seen twice");
    }

    private static Task<long> Store(EmptyRecord record, string name, string data) => record.Ask<long>($"""
        with stored as (
            insert into barometer.mt_events (seq_id, id, stream_id, version, data, type, mt_dotnet_type, timestamp, tenant_id, is_archived)
            values (nextval('barometer.mt_events_sequence'), gen_random_uuid(), 'relationship/russia', 3, '{data}', '{name}', 'Gone.Away, Nowhere', now(), 'minsk', false) returning 1),
        bumped as (update barometer.mt_streams set version = 3 where id = 'relationship/russia' and tenant_id = 'minsk' returning 1)
        select count(*) from stored, bumped
        """);
}

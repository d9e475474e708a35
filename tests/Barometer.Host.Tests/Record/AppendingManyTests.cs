using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Host.Record;
using Marten;

namespace Barometer.Host.Tests.Record;

public sealed class AppendingManyTests(Server server)
{
    // What no two records have in common: when something was recorded, and the identity that the store gives an event.
    private static readonly Dictionary<string, string> Contents = new(StringComparer.Ordinal)
    {
        ["mt_events"] = "to_jsonb(t) - 'id' - 'timestamp'",
        ["mt_streams"] = "to_jsonb(t) - 'timestamp' - 'created'",
        ["mt_doc_development"] = "to_jsonb(t) - 'mt_last_modified'",
        ["mt_doc_numbering"] = "to_jsonb(t) - 'mt_last_modified'",
        ["movements"] = "to_jsonb(t) - 'recorded_at'",
        ["indices"] = "to_jsonb(t)",
        ["revision_history"] = "to_jsonb(t) - 'recorded_at'",
        ["origins"] = "to_jsonb(t)",
        ["columns"] = "to_jsonb(t)",
        ["column_classes"] = "to_jsonb(t)",
        ["column_checks"] = "to_jsonb(t)",
    };

    [Fact]
    public async Task Developments_appended_many_at_once_are_in_the_record_as_a_session_appends_them()
    {
        var asASessionDoes = await RecordedBy((session, developments) =>
        {
            foreach (var stream in developments.GroupBy(d => Declaring.StreamOf(d.Relationship), StringComparer.Ordinal))
                session.Events.Append(stream.Key, stream);
            return Task.CompletedTask;
        });

        (await RecordedBy((session, developments) => session.AppendMany(developments, TestContext.Current.CancellationToken))).ShouldBe(asASessionDoes);
    }

    [Fact]
    public async Task What_is_appended_many_at_once_is_in_the_record_once_the_session_is_saved_and_not_before()
    {
        await using var record = await (await server.NewRecord()).Declared();
        await using (var session = Open(record))
        {
            await session.LockStreams([Declaring.StreamOf("us")], TestContext.Current.CancellationToken);
            await session.AppendMany([Scored("us", "US", 1)], TestContext.Current.CancellationToken);
        }

        (await record.Ask<long>("select count(*) from barometer.mt_events where type like 'development%'")).ShouldBe(0);
        (await record.Score("us", 2)).ToString().ShouldBe("US-12-001");
    }

    [Fact]
    public async Task Nothing_is_appended_to_a_stream_that_was_never_started()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var session = Open(record);

        var append = () => session.AppendMany([Scored("us", "US", 1), Scored("mars", "MA", 1)], TestContext.Current.CancellationToken);

        (await append.ShouldThrowAsync<InvalidOperationException>()).Message.ShouldBe("The stream 'relationship/mars' was never started.");
        await session.DisposeAsync();
        (await record.Ask<long>("select version from barometer.mt_streams where id = 'relationship/us'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_stream_can_be_started_among_those_that_are_appended_to_and_each_event_be_signed_by_its_own_sender()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var mars = new RelationshipDeclared("mars", "boris");
        await using var session = Open(record);
        await session.LockStreams([Declaring.StreamOf("us")], TestContext.Current.CancellationToken);

        await session.AppendMany(
            [new Appended(Declaring.StreamOf("us"), Scored("us", "US", 1)), new Appended(Declaring.StreamOf("mars"), mars) { Starts = typeof(Numbering), By = new Signature("boris", "his", "his own", Key: null) }],
            ImmutableDictionary<string, object>.Empty,
            [],
            TestContext.Current.CancellationToken);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await record.Ask<string>("select type || ' ' || version from barometer.mt_streams where id = 'relationship/mars'")).ShouldBe("numbering 1");
        (await record.Ask<string>("select string_agg(user_name || ' ' || causation_id, ',' order by seq_id) from barometer.mt_events where type = 'development_scored' or stream_id = 'relationship/mars'"))
            .ShouldBe("anna a cause,boris his own");
        (await record.Read(s => s.LoadAsync<Numbering>("relationship/mars"))).ShouldNotBeNull();
    }

    private async Task<string> RecordedBy(Func<IDocumentSession, DevelopmentRecorded[], Task> append)
    {
        await using var record = await (await server.NewRecord()).Declared();
        (await record.Score("us", 3)).Ordinal.ShouldBe(1);
        DevelopmentRecorded[][] batches =
        [
            [Scored("us", "US", 2), Scored("eu", "EU", 1), Coded("us", "US", 3)],
            [Coded("eu", "EU", 2), Scored("china", "CN", 1), Scored("us", "US", 4)],
        ];
        foreach (var batch in batches)
        {
            await using var session = Open(record);
            await session.LockStreams([.. batch.Select(d => Declaring.StreamOf(d.Relationship)).Distinct()], TestContext.Current.CancellationToken);
            await append(session, batch);
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        // Whoever comes next goes on from there.
        (await record.Score("us", 1)).Ordinal.ShouldBe(5);
        var contents = new List<string>();
        foreach (var (table, row) in Contents)
            contents.Add(await record.Ask<string>($"select '{table}' || string_agg(E'\\n' || r, '' order by r) from (select ({row})::text from barometer.{table} t where {Appended(table)}) x (r)"));
        return string.Join("\n\n", contents);
    }

    // A command that a handler took carries an identity of its own.
    private static string Appended(string table) => table == "mt_events" ? "correlation_id = 'a correlation'" : "true";

    private static IDocumentSession Open(EmptyRecord record)
    {
        var session = record.Store.LightweightSession("minsk");
        (session.LastModifiedBy, session.CorrelationId, session.CausationId) = ("anna", "a correlation", "a cause");
        session.SetHeader(Signing.KeyHeader, "a key");
        return session;
    }

    private static DevelopmentScored Scored(string relationship, string prefix, int ordinal) => Told(new DevelopmentScored { Points = Points.Of("development", ordinal) }, relationship, prefix, ordinal);

    private static DevelopmentRecordedUnscored Coded(string relationship, string prefix, int ordinal) => Told(new DevelopmentRecordedUnscored(), relationship, prefix, ordinal);

    private static T Told<T>(T e, string relationship, string prefix, int ordinal)
        where T : DevelopmentRecorded
    {
        var date = PrintedDate.On(new DateOnly(2019, 12, ordinal));
        return (T)(e with
        {
            Reference = new Reference(prefix, 12, ordinal),
            Revision = 1,
            Actor = "anna",
            Relationship = relationship,
            Filing = Filing.Under(EmptyRecord.Period, date),
            Particulars = new Particulars
            {
                Title = $"{relationship} {ordinal}",
                Date = date,
                Classification = new Classification { EventType = "CONSULT", Theme = $"“{ordinal}”" },
                Origin = new Origin(Origin.PlaceInIssue(12, relationship, ordinal), ordinal, ordinal),
            },
        });
    }
}

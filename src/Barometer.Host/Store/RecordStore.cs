using Barometer.Host.Imports;
using Barometer.Host.Replays;
using Barometer.Projections;
using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Projections;
using JasperFx.MultiTenancy;
using Marten.Services;

namespace Barometer.Host.Store;

/// <summary>How the record is kept in PostgreSQL: streams by name, a tenant a barometer, every projection in the transaction of its event (but for the service's columns).</summary>
public static class RecordStore
{
    /// <summary>The schema of the record's tables.</summary>
    public const string Schema = "barometer";

    // The same few statements come with every command, and a thousand times with a batch of an import: a connection has the
    // server read each once. It plans anew every time, since a plan made while a table was small would go on reading all of it
    // (but for what is asked in one trip: see OneTrip). Nor is a connection reset when it comes back: what is set on it is set for a transaction,
    // and whoever took a lock of the session releases it.
    // A connection string that says otherwise is heeded, for what comes later in it counts.
    private const string Prepared = "Max Auto Prepare=100;No Reset On Close=true;Options=-c plan_cache_mode=force_custom_plan;";

    /// <summary>Sets the store up for a database.</summary>
    /// <param name="store">The store.</param>
    /// <param name="connection">To the database.</param>
    /// <param name="columns">Whether the columns of replays come in the transaction of the event, or behind it.</param>
    public static void Configure(StoreOptions store, string connection, ProjectionLifecycle columns = ProjectionLifecycle.Inline)
    {
        store.Connection(Prepared + connection);
        store.DatabaseSchemaName = Schema;
        // The schema is applied as a step of its own (Schema.cs); no session looks for missing tables.
        store.AutoCreateSchemaObjects = AutoCreate.None;
        store.DisableNpgsqlLogging = true;
        store.Serializer(Serializer());
        store.Policies.AllDocumentsAreMultiTenanted();
        ConfigureEvents(store);
        ConfigureProjections(store, columns);
        store.Schema.For<Receipt>();
        store.Schema.For<SavedReplay>();
        store.Schema.For<CodedCheckpoint>();
        store.Schema.For<KeptImport>();
    }

    private static SystemTextJsonSerializer Serializer()
    {
        var serializer = new SystemTextJsonSerializer();
        serializer.Configure(options => RecordJson.Configure(options));
        return serializer;
    }

    private static void ConfigureEvents(StoreOptions store)
    {
        store.Events.StreamIdentity = StreamIdentity.AsString;
        store.Events.TenancyStyle = TenancyStyle.Conjoined;
        // Rich: projections in the transaction of the event see its version and sequence.
        store.Events.AppendMode = EventAppendMode.Rich;
        store.Events.UseMandatoryStreamTypeDeclaration = true;
        store.Events.MetadataConfig.HeadersEnabled = true;
        store.Events.MetadataConfig.CausationIdEnabled = true;
        store.Events.MetadataConfig.CorrelationIdEnabled = true;
        store.Events.MetadataConfig.UserNameEnabled = true;
        store.Events.TimeProvider = new MicrosecondClock(TimeProvider.System);
        foreach (var (type, name) in Contracts.Names)
            store.Events.MapEventType(type, name);
    }

    private static void ConfigureProjections(StoreOptions store, ProjectionLifecycle columns)
    {
        store.Projections.Add(new BarometerSettings(), ProjectionLifecycle.Inline);
        store.Projections.Add(new Projections.Periods(), ProjectionLifecycle.Inline);
        store.Projections.Add(new Projections.RuleSets(), ProjectionLifecycle.Inline);
        store.Projections.Add(new Projections.Appointments(), ProjectionLifecycle.Inline);
        store.Projections.Add(new References(), ProjectionLifecycle.Inline);
        store.Projections.Add(new Projections.Developments(), ProjectionLifecycle.Inline);
        store.Projections.Add(new Projections.Proposals(), ProjectionLifecycle.Inline);
        new Projections.Movements().AddTo(store);
        new Indices().AddTo(store);
        new RevisionHistory().AddTo(store);
        new Origins().AddTo(store);
        new PeriodSnapshots().AddTo(store);
        new FollowingColumns().AddTo(store, columns);
        // A rebuild takes and writes this many events at a time.
        foreach (var projection in store.Projections.All)
            (projection.Options.BatchSize, projection.Options.RebuildFlushThreshold) = (5_000, 5_000);

        // What follows behind, and a rebuild, stop at what they cannot read: an index that leaves an event out in silence would be the worst of all.
        store.Projections.Errors.SkipApplyErrors = false;
        store.Projections.Errors.SkipSerializationErrors = false;
        store.Projections.Errors.SkipUnknownEvents = false;
    }
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Host.Movements;
using Barometer.Host.Store;
using Barometer.Publications.Minsk;
using Marten.Services;
using Npgsql;

namespace Barometer.Host.Imports;

/// <summary>
/// The one transaction of an import, however many rows it has: the store works through them in batches, and the database
/// commits once.
/// </summary>
internal sealed class ImportTransaction(IDocumentStore store, NpgsqlTransaction transaction, Envelope envelope, ImportPublication command)
{
    private const int Batch = 1_000;

    /// <summary>The settings; where none are declared, those of the Minsk Barometer are declared first.</summary>
    public async Task<(Settings Settings, bool Declared)> Settings(CancellationToken cancellation)
    {
        await using var session = Open();
        if (await session.LoadAsync<Settings>(Domain.Barometers.Settings.Stream, cancellation) is { } settings)
            return (settings, false);
        var declared = MinskBarometer.Declared(command.Actor);
        Barometers.Declaring.Start(session, declared);
        await session.SaveChangesAsync(cancellation);
        return (Domain.Barometers.Declaring.Fold(declared), true);
    }

    /// <summary>Locks every relationship of the barometer, and so keeps every period from closing meanwhile.</summary>
    public async Task Lock(Settings settings, CancellationToken cancellation)
    {
        await using var session = Open();
        await session.LockRelationships(settings.Relationships.Select(r => r.Key), cancellation);
    }

    /// <summary>The periods that the publication is about, those opened for it among them; refused where whoever imports may open none.</summary>
    public async Task<Decision<(IReadOnlyDictionary<PeriodId, Period> Periods, ImmutableArray<PeriodId> Opened)>> Periods(Settings settings, CancellationToken cancellation)
    {
        await using var session = Open();
        var periods = (await session.Query<Period>().ToListAsync(cancellation)).ToDictionary(p => p.PeriodId);
        var opened = ImmutableArray.CreateBuilder<PeriodId>();
        foreach (var id in ImportPlan.PeriodsOf(command.Readings, settings).Where(p => !periods.ContainsKey(p)))
        {
            if (!Opening.Decide(new OpenPeriod(id, command.Actor), settings, period: null).Accepted(out var e, out _))
                continue;
            if (ImportRights.RefuseToOpen(id, settings, command.As) is { } refusal)
                return refusal;
            session.Events.StartStream<Period>(id.Stream, e);
            periods.Add(id, Period.Fold(state: null, e));
            opened.Add(id);
        }

        await session.SaveChangesAsync(cancellation);
        return ((IReadOnlyDictionary<PeriodId, Period>)periods, opened.ToImmutable());
    }

    /// <summary>What is in the record already of what was read.</summary>
    public async Task<IReadOnlyDictionary<string, KnownOrigin>> Known(CancellationToken cancellation)
    {
        await using var session = Open();
        var identities = command.Readings.SelectMany(r => r.Developments).Select(d => d.Particulars.Origin!.Identity).ToArray();
        var known = await session.AdvancedSql.QueryAsync<KnownOrigin>(
            $"select json_build_object('identity', identity, 'reference', reference, 'says', says) from {RecordStore.Schema}.origins where barometer = ? and identity = any(?)",
            cancellation, SessionOfTenant.Of(envelope), identities);
        return known.ToDictionary(k => k.Identity);
    }

    /// <summary>Which references have been given, by relationship.</summary>
    public async Task<IReadOnlyDictionary<string, Numbering>> Numberings(Settings settings, CancellationToken cancellation)
    {
        await using var session = Open();
        var numberings = await session.Query<Numbering>().ToListAsync(cancellation);
        return settings.Relationships.ToDictionary(r => r.Key, r => numberings.Single(n => n.Id == Domain.Barometers.Declaring.StreamOf(r.Key)));
    }

    /// <summary>Records developments, batch by batch.</summary>
    public async Task Record(IEnumerable<DevelopmentRecorded> events, CancellationToken cancellation)
    {
        var recorded = 0;
        foreach (var batch in events.Chunk(Batch))
        {
            cancellation.ThrowIfCancellationRequested();
            await using var session = Open();
            await session.AppendMany(batch, cancellation);
            await session.SaveChangesAsync(cancellation);
            recorded += batch.Length;
            command.Progress?.Report(recorded);
        }
    }

    /// <summary>Records what is printed.</summary>
    public async Task Record(ImportedPrint print, CancellationToken cancellation)
    {
        await using var session = Open();
        foreach (var (period, e) in print.Events)
            session.Events.Append(period.Stream, e);
        await session.SaveChangesAsync(cancellation);
    }

    /// <summary>What developments would do to the indices, and how far the record has come before them.</summary>
    public async Task<(Positions AsOf, ImmutableArray<IndexChange> Indices)> Moved(IEnumerable<DevelopmentRecorded> events, CancellationToken cancellation)
    {
        await using var session = Open();
        // Where an event will stand is not known yet, and no sum asks for it.
        var movements = events.SelectMany(e => Posting.Of(e, new RecordPlace(e.Relationship, Position: 0, Sequence: 0, RecordedAt: default)));
        return (await AsOf.Now(session, cancellation), [.. IndexChange.Of(movements, await IndexReading.Now(session, cancellation))]);
    }

    /// <summary>A session within the import's transaction.</summary>
    public IDocumentSession Open()
    {
        var options = SessionOptions.ForTransaction(transaction);
        options.TenantId = SessionOfTenant.Of(envelope);
        return store.LightweightSession(options).Signed(envelope, command.Actor);
    }
}

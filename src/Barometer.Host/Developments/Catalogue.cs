using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Barometers;
using Barometer.Host.Movements;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Barometer.Host.Store;
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>A part of the catalogue: developments as they stand, withdrawn ones among them.</summary>
/// <param name="AsOf">How far the record had come when this part was read.</param>
/// <param name="Developments">In the order of their references.</param>
/// <param name="After">Where the next part begins; absent at the end.</param>
public sealed record CataloguePage(Positions AsOf, ImmutableArray<Development> Developments, string? After);

/// <summary>Developments as they are read over HTTP.</summary>
public static class Catalogue
{
    /// <summary>How much of it is told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 100, Most: 1_000);

    /// <summary>The catalogue, page by page: developments as they stand, withdrawn ones among them.</summary>
    [WolverineGet("/v1/barometers/{barometer}/developments", OperationId = "listDevelopments"), Needs(Right.Read)]
    public static async Task<Answer<CataloguePage>> List(string? relationship, string? period, string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Page(session, relationship, period, after, take, door.Cancellation)))
        .WithWhere(page => page.After is not null, page => ("next", door.Again(("after", page.After!))));

    /// <summary>One development as it stands. Its entity tag is its revision, which a change names in If-Match.</summary>
    [WolverineGet("/v1/barometers/{barometer}/developments/{reference}", OperationId = "readDevelopment"), Needs(Right.Read)]
    public static async Task<Answer<Development>> Get(string reference, HttpDoor door) =>
        (await door.Read(session => One(session, reference, door.Cancellation)))
        .Tagged(d => d.Revision.ToString(CultureInfo.InvariantCulture))
        .With(
            d => ("revisions", door.Link($"developments/{d.Reference}/revisions")),
            d => ("relationship", door.Link($"relationships/{d.Relationship}")),
            d => ("period", Periods.PeriodPath.Link(door, d.Filing.Period)));

    private static async Task<Decision<Development>> One(IQuerySession session, string named, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal) || !Saying.Reference(named).Accepted(out var reference, out refusal))
            return refusal;
        return await session.LoadAsync<Development>(reference.ToString(), cancellation) is { } development ? development : reference.Missing();
    }

    private static async Task<Decision<CataloguePage>> Page(IQuerySession session, string? relationship, string? period, string? after, int? take, CancellationToken cancellation)
    {
        if (!Portion.Of(take).Accepted(out var most, out var refusal))
            return refusal;
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out refusal) || !Saying.Period(period).Accepted(out PeriodId? named, out refusal))
            return refusal;
        if (relationship is not null && !settings.Find(relationship).About("relationship").Accepted(out _, out refusal))
            return refusal;
        if (!(await AsOf.Resolve(session, moment: null, period: null, cancellation)).Accepted(out var positions, out refusal))
            return refusal;
        var found = await session.AdvancedSql.QueryAsync<Development>(
            $"""
            select data from {RecordStore.Schema}.mt_doc_development
            where tenant_id = ? and ? in ('', data ->> 'relationship') and ? in ('', data -> 'filing' ->> 'period') and id collate "C" > ?
            order by id collate "C" limit ?
            """,
            cancellation, session.TenantId, relationship ?? "", named?.ToString() ?? "", after ?? "", most + 1);
        return new CataloguePage(positions, [.. found.Take(most)], found.Count > most ? found[most - 1].Id : null);
    }
}

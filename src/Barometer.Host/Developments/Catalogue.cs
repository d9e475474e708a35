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
using Wolverine.Http;

namespace Barometer.Host.Developments;

/// <summary>A part of the catalogue: developments as they stand, or as they stood, withdrawn ones among them.</summary>
/// <param name="AsOf">How far the record had come; asked as of these, the part is the same for ever.</param>
/// <param name="Developments">In the order of their references as text. Where a period is asked for, a part may hold fewer than were looked at, or none.</param>
/// <param name="After">Where the next part begins; absent at the end.</param>
public sealed record CataloguePage(Positions AsOf, ImmutableArray<Development> Developments, string? After);

/// <summary>Developments as they are read over HTTP.</summary>
public static class Catalogue
{
    /// <summary>How much of it is told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 100, Most: 1_000);

    /// <summary>The catalogue, page by page: developments as they stand, or as they stood, withdrawn ones among them. Its pages are all of one moment, where the positions of that have room in an address.</summary>
    [WolverineGet("/v1/barometers/{barometer}/developments", OperationId = "listDevelopments"), Needs(Right.Read)]
    public static async Task<Answer<CataloguePage>> List(string? relationship, string? period, string? asOf, string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Page(session, (relationship, period, asOf, after, take), door.Cancellation)))
        .WithEach(page => page.Developments.Select(d => (d.Id, door.Link($"developments/{d.Id}"))))
        .With(page => ("again", door.Again(page.AsOf)))
        .WithWhere(page => page.After is not null, page => ("next", Next(door, page)));

    /// <summary>One development as it stands. Its entity tag is its revision, which a change names in If-Match.</summary>
    [WolverineGet("/v1/barometers/{barometer}/developments/{reference}", OperationId = "readDevelopment"), Needs(Right.Read)]
    public static async Task<Answer<Development>> Get(string reference, HttpDoor door) =>
        (await door.Read(session => One(session, reference, door.Cancellation)))
        .Tagged(d => d.Revision.ToString(CultureInfo.InvariantCulture))
        .With(
            d => ("revisions", door.Link($"developments/{d.Reference}/revisions")),
            d => ("relationship", door.Link($"relationships/{d.Relationship}")),
            d => ("period", Periods.PeriodPath.Link(door, d.Filing.Period)));

    // Positions of thousands of relationships have no room in an address: the next part is then as it stands.
    private static string Next(HttpDoor door, CataloguePage page) =>
        door.Again(("asOf", page.AsOf.ToString()), ("after", page.After)) is { Length: <= Limits.LongestLink } ofTheMoment ? ofTheMoment : door.Again(("after", page.After));

    private static async Task<Decision<Development>> One(IQuerySession session, string named, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal) || !Saying.Reference(named).Accepted(out var reference, out refusal))
            return refusal;
        return await session.LoadAsync<Development>(reference.ToString(), cancellation) is { } development ? development : reference.Missing();
    }

    private static async Task<Decision<CataloguePage>> Page(
        IQuerySession session, (string? Relationship, string? Period, string? AsOf, string? After, int? Take) said, CancellationToken cancellation)
    {
        if (!Portion.Of(said.Take).Accepted(out var most, out var refusal))
            return refusal;
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out refusal) || !Saying.Period(said.Period).Accepted(out PeriodId? named, out refusal))
            return refusal;
        if (said.After is not null && !Saying.Reference(said.After).About("after").Accepted(out _, out refusal))
            return refusal;
        if (said.Relationship is { } relationship && !settings.Find(relationship).About("relationship").Accepted(out _, out refusal))
            return refusal;
        if (!(await AsOf.Resolve(session, said.AsOf, named, cancellation)).About("asOf").Accepted(out var positions, out refusal))
            return refusal;
        var asked = positions.Only(said.Relationship);
        var (developments, after) = await CatalogueReading.Part(session, new CatalogueQuestion(said.Relationship, named, said.After, most), asked, cancellation);
        return new CataloguePage(asked, developments, after);
    }
}

using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Domain.Periods;
using Barometer.Host.Barometers;
using Barometer.Host.Movements;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Wolverine.Http;

namespace Barometer.Host.Periods;

/// <summary>A period as it is answered.</summary>
/// <param name="Period">Which.</param>
/// <param name="Issue">The number of the issue for it.</param>
/// <param name="ClosedBy">Who closed it; absent while it is open.</param>
/// <param name="Printed">The figures in print, the latest of each.</param>
public sealed record AnsweredPeriod(PeriodId Period, int Issue, string? ClosedBy, ImmutableArray<PrintedFigure> Printed)
{
    internal static AnsweredPeriod Of(Period period) => new(period.PeriodId, period.Issue, period.ClosedBy, period.Printed);
}

/// <summary>Periods, and what their closings fixed, as they are read over HTTP.</summary>
public static class Listing
{
    /// <summary>Every period that was opened, in order.</summary>
    [WolverineGet("/v1/barometers/{barometer}/periods", OperationId = "listPeriods"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<AnsweredPeriod>>> List(HttpDoor door) =>
        (await door.Read(session => All(session, door.Cancellation))).WithEach(all => all.Select(p => (p.Period.ToString(), PeriodPath.Link(door, p.Period))));

    /// <summary>Every release, in order: closings, and corrected issues beside them.</summary>
    [WolverineGet("/v1/barometers/{barometer}/releases", OperationId = "listReleases"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<AnsweredRelease>>> Releases(HttpDoor door) =>
        (await door.Read(session => Releases(session, door.Cancellation))).WithEach(all => all.Select(r => (r.Name, door.Link($"indices?asOf={r.Positions}"))));

    /// <summary>One period: open or closed, and what was printed of it.</summary>
    [WolverineGet("/v1/barometers/{barometer}/periods/{period}", OperationId = "readPeriod"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredPeriod>> Get(string period, HttpDoor door) =>
        (await door.Read(session => One(session, period, door.Cancellation))).With(
            p => ("indices", door.Link($"indices?period={p.Period}")),
            p => ("developments", door.Link($"developments?period={p.Period}")),
            p => ("reconciliation", door.Link($"reconciliation?period={p.Period}")),
            p => ("vintages", door.Link($"vintages?period={p.Period}")))
        .WithWhere(p => p.ClosedBy is not null, p => ("snapshot", $"{PeriodPath.Link(door, p.Period)}/snapshot"));

    /// <summary>What the closing of a period fixed for ever: every figure, every development with its revision, positions, rule set and digest.</summary>
    [WolverineGet("/v1/barometers/{barometer}/periods/{period}/snapshot", OperationId = "readSnapshot"), Needs(Right.Read)]
    public static Task<Answer<PeriodClosed>> Snapshot(string period, HttpDoor door) => door.Read(session => Snapshot(session, period, door.Cancellation));

    private static async Task<Decision<ImmutableArray<AnsweredPeriod>>> All(IQuerySession session, CancellationToken cancellation) =>
        (await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal)
            ? (await session.Query<Period>().ToListAsync(cancellation)).OrderBy(p => p.PeriodId.FirstDay).Select(AnsweredPeriod.Of).ToImmutableArray()
            : refusal;

    private static async Task<Decision<ImmutableArray<AnsweredRelease>>> Releases(IQuerySession session, CancellationToken cancellation) =>
        (await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal)
            ? (await ReleaseReading.All(session, cancellation)).Then(all => all.Select(AnsweredRelease.Of).ToImmutableArray())
            : refusal;

    private static async Task<Decision<AnsweredPeriod>> One(IQuerySession session, string part, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal) || !PeriodPath.Read(part).Accepted(out var named, out refusal))
            return refusal;
        return await session.LoadAsync<Period>(named.Stream, cancellation) is { } period ? AnsweredPeriod.Of(period) : Domain.Periods.Opening.NotOpened(named, settings);
    }

    private static async Task<Decision<PeriodClosed>> Snapshot(IQuerySession session, string part, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal) || !PeriodPath.Read(part).Accepted(out var named, out refusal))
            return refusal;
        return await SnapshotReading.Of(session, named, cancellation) is { } snapshot ? snapshot : Refusal.NotFound($"{named} is not closed; it has no snapshot yet.");
    }
}

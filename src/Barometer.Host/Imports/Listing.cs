using System.Collections.Immutable;
using Barometer.Domain.People;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Imports;

/// <summary>The doors that tell of imports sent over HTTP. Any instance tells how far one is.</summary>
public static class Listing
{
    /// <summary>How many imports are told at once.</summary>
    internal static Portion Portion { get; } = new(Usual: 20, Most: 100);

    /// <summary>The imports that were sent over HTTP, page by page, the last one first.</summary>
    [WolverineGet("/v1/barometers/{barometer}/imports", OperationId = "listImports"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<AnsweredImport>>> List(string? after, int? take, HttpDoor door) =>
        (await door.Read(session => Latest(session, after, take, door.Cancellation)))
        .WithEach(all => all.Select(i => (i.Import!, door.Link($"imports/{i.Import}"))))
        .WithWhere(all => all.Length == (take ?? Portion.Usual), all => ("next", door.Again(("after", all[^1].Import))));

    /// <summary>How far an import is, and what it came to. While it runs, its counts are at most about a second old.</summary>
    [WolverineGet("/v1/barometers/{barometer}/imports/{import}", OperationId = "showImport"), Needs(Right.Read)]
    public static async Task<Answer<AnsweredImport>> Get(string import, HttpDoor door) =>
        Linked(door, await door.Ask(session => Find(session, import, door.Cancellation)));

    /// <summary>How far an import is, told whenever it has come further, until it ends. The events are named by its state.</summary>
    [WolverineGet("/v1/barometers/{barometer}/imports/{import}/stream", OperationId = "followImport"), Needs(Right.Read), EnableRateLimiting(Limits.Following)]
    public static async Task<ServedEvents<AnsweredImport>> Stream(string import, HttpDoor door)
    {
        if (!(await door.Ask(session => Find(session, import, door.Cancellation))).Accepted(out _, out var refusal))
            return new ServedEvents<AnsweredImport>(refusal);
        var told = default(AnsweredImport);
        return new ServedEvents<AnsweredImport>(door, async cancellation =>
        {
            if (told is { State: not ImportState.Running } || !(await door.Ask(session => Find(session, import, cancellation))).Accepted(out var now, out _))
                return null;
            var news = told is null || (now.State, now.Rows, now.Of) != (told.State, told.Rows, told.Of);
            told = now;
            return news ? [new Served<AnsweredImport>(Id: null, Word.Of(now.State), now)] : [];
        });
    }

    /// <summary>An import with links to how far it is.</summary>
    internal static Answer<AnsweredImport> Linked(HttpDoor door, Decision<AnsweredImport> import) => new Answer<AnsweredImport>(import)
        .With(i => ("import", door.Link($"imports/{i.Import}")), i => ("stream", door.Link($"imports/{i.Import}/stream")), _ => ("imports", door.Link("imports")));

    private static async Task<Decision<ImmutableArray<AnsweredImport>>> Latest(IQuerySession session, string? after, int? take, CancellationToken cancellation)
    {
        if (!Portion.Of(take).Accepted(out var most, out var refusal) || (after is not null && !(await KeptImports.Find(session, after, cancellation)).About("after").Accepted(out _, out refusal)))
            return refusal;
        return (await KeptImports.Latest(session, after, most, cancellation)).Select(i => AnsweredImport.As(i)).ToImmutableArray();
    }

    private static async Task<Decision<AnsweredImport>> Find(IQuerySession session, string import, CancellationToken cancellation) =>
        (await KeptImports.Find(session, import, cancellation)).Then(i => AnsweredImport.As(i));
}

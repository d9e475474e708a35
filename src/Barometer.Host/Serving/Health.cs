using System.Collections.Immutable;
using Barometer.Host.Serving.Running;
using Barometer.Host.Store;
using Barometer.Projections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Weasel.Postgresql;

namespace Barometer.Host.Serving;

/// <summary>Whether the service can answer.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (it answers, and something is slower than it should be) or <c>unready</c>.</param>
/// <param name="Wrong">What is wrong, in sentences.</param>
/// <param name="Lag">How long what follows behind the record has been behind, in seconds; 0 where it is not, null where that is not known.</param>
internal sealed record Readiness(string Status, ImmutableArray<string> Wrong, decimal? Lag);

/// <summary>Whether the service lives, and whether it can answer; told to everybody, since it says nothing else.</summary>
internal static class Health
{
    /// <summary>What its addresses start with.</summary>
    public const string Root = "/health";

    /// <summary>How many seconds what follows behind may be behind before that is told.</summary>
    public const int MostLag = 30;

    // How old the first event is that the columns have not come to. Numbers that failed transactions left out are no events.
    private const string AskLag = $"""
        select coalesce((
            select round(extract(epoch from clock_timestamp() - timestamp), 1) from {RecordStore.Schema}.mt_events
            where seq_id > coalesce((select last_seq_id from {RecordStore.Schema}.mt_event_progression where name = '{FollowingColumns.Name}:All'), 0)
            order by seq_id limit 1), 0)
        """;

    public static void Map(WebApplication app)
    {
        app.MapGet($"{Root}/live", () => TypedResults.Ok(new HealthTold("live")))
            .WithName("live").WithSummary("Whether the service lives.").WithTags("Health").AllowAnonymous();
        app.MapGet($"{Root}/ready", (IDocumentStore store, CancellationToken cancellation) => Ready(store, app.Logger, cancellation))
            .WithName("ready").WithSummary("Whether the service can answer.").WithTags("Health").Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable).AllowAnonymous();
    }

    private static async Task<IResult> Ready(IDocumentStore store, ILogger log, CancellationToken cancellation)
    {
        var readiness = await Of(store, log, cancellation);
        return TypedResults.Json(readiness, statusCode: readiness.Status == "unready" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static async Task<Readiness> Of(IDocumentStore store, ILogger log, CancellationToken cancellation)
    {
        try
        {
            var database = ((PostgresqlDatabase)store.Storage.Database).DataSource;
            // The sentence names settings of the inside, which are no business of everybody's.
            if (await Schema.Objection(database, cancellation) is { } objection)
            {
                log.Unready(objection);
                return new Readiness("unready", ["the database is not set up for this build of Barometer; the log says more"], Lag: null);
            }

            await using var ask = database.CreateCommand(AskLag);
            var lag = (decimal)(await ask.ExecuteScalarAsync(cancellation))!;
            return lag <= MostLag
                ? new Readiness("ready", [], lag)
                : new Readiness("degraded", [$"the columns of replays are {lag} s behind the record, more than {MostLag}; replays fetch what is missing themselves, and take longer"], lag);
        }
        catch (Exception failure) when (Unavailable.Is(failure))
        {
            return new Readiness("unready", ["the database cannot be reached"], Lag: null);
        }
    }
}

/// <summary>That the service lives.</summary>
/// <param name="Status">Always <c>live</c>: what does not live does not answer.</param>
public sealed record HealthTold(string Status);

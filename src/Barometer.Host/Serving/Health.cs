using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Barometer.Host.Serving;

/// <summary>Whether the service lives, and whether it can answer; told to everybody, since it says nothing else.</summary>
internal static class Health
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { Status = "live" })).AllowAnonymous();
        app.MapGet("/health/ready", Ready).AllowAnonymous();
    }

    private static async Task<IResult> Ready(IDocumentStore store, CancellationToken cancellation)
    {
        try
        {
            await using var connection = store.Storage.Database.CreateConnection();
            await connection.OpenAsync(cancellation);
            // A pooled connection is open although its server is gone.
            await using var ask = connection.CreateCommand();
            ask.CommandText = "select 1";
            await ask.ExecuteScalarAsync(cancellation);
            return TypedResults.Ok(new { Status = "ready" });
        }
        catch (NpgsqlException)
        {
            return TypedResults.Json(new { Status = "the database cannot be reached" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

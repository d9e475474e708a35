using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Host.Barometers;
using Barometer.Host.Developments;
using Barometer.Host.Exports.Tables;
using Barometer.Host.Replays;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Exports;

/// <summary>The exports as they are read over HTTP: csv, xlsx or parquet, as <c>format</c> or Accept says.</summary>
public static class Downloading
{
    /// <summary>A table: indices, movements, or the catalogue of developments.</summary>
    [WolverineGet("/v1/barometers/{barometer}/exports/{table}", OperationId = "exportTable"), Needs(Right.Read), EnableRateLimiting(Limits.Exporting)]
    public static Download Get(string table, string? format, string? period, string? asOf, HttpDoor door) =>
        new(door, format, (session, cancellation) => Of(table, period, asOf, session, cancellation));

    /// <summary>What a table's columns mean, and what to cite (W3C Metadata Vocabulary for Tabular Data).</summary>
    [WolverineGet("/v1/barometers/{barometer}/exports/{table}/metadata", OperationId = "describeTable"), Needs(Right.Read), EnableRateLimiting(Limits.Exporting), ProducesResponseType<JsonElement>(StatusCodes.Status200OK, "application/csvm+json")]
    public static Task<IResult> Describe(string table, string? period, string? asOf, HttpDoor door) =>
        Download.Described(door, door.Link($"exports/{table}"), (session, cancellation) => Of(table, period, asOf, session, cancellation));

    /// <summary>A saved replay: its indices, or with lines what their differences are made of.</summary>
    [WolverineGet("/v1/barometers/{barometer}/exports/replays/{replay}", OperationId = "exportReplay"), Needs(Right.Read), EnableRateLimiting(Limits.Exporting)]
    public static Download GetReplay(string replay, string? format, bool? lines, HttpDoor door) =>
        new(door, format, (session, cancellation) => Of(replay, lines ?? false, session, cancellation));

    /// <summary>What the columns of a saved replay's table mean, and what to cite.</summary>
    [WolverineGet("/v1/barometers/{barometer}/exports/replays/{replay}/metadata", OperationId = "describeReplay"), Needs(Right.Read), EnableRateLimiting(Limits.Exporting), ProducesResponseType<JsonElement>(StatusCodes.Status200OK, "application/csvm+json")]
    public static Task<IResult> DescribeReplay(string replay, bool? lines, HttpDoor door) =>
        Download.Described(door, door.Link($"exports/replays/{replay}"), (session, cancellation) => Of(replay, lines ?? false, session, cancellation));

    private static async Task<Decision<Export>> Of(string table, string? period, string? asOf, IQuerySession session, CancellationToken cancellation)
    {
        if (!Saying.Period(period).Accepted(out Domain.Periods.PeriodId? named, out var refusal))
            return refusal;
        var question = new ExportQuestion(named, asOf);
        return RecordTable.All.FirstOrDefault(t => t.Name == table) is { } known
            ? await known.Read(session, question, cancellation)
            : Refusal.NotFound($"There is no table '{table}'; there are {string.Join(", ", RecordTable.All.Select(t => t.Name))}, and replays by their id (replays/…).");
    }

    private static async Task<Decision<Export>> Of(string replay, bool lines, IQuerySession session, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out var settings, out var refusal)
            || !(await Replaying.Saved(session, replay, relationship: null, developments: false, cancellation)).Accepted(out var again, out refusal))
            return refusal;
        return lines
            ? ReplayLinesTable.Of(session.TenantId, settings, again.Question, again.Answer)
            : ReplayTable.Of(session.TenantId, settings, again.Question, again.Answer);
    }
}

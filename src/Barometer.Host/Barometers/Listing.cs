using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.People;
using Barometer.Host.Exports;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.Authorization;
using Wolverine.Http;

namespace Barometer.Host.Barometers;

/// <summary>Barometers and whose development they index, as they are read over HTTP.</summary>
public static class Listing
{
    /// <summary>The barometers at which the caller has a role.</summary>
    [WolverineGet("/v1/barometers", OperationId = "listBarometers"), Authorize]
    public static async Task<Answer<ImmutableArray<string>>> List(HttpDoor door) =>
        new Answer<ImmutableArray<string>>(await door.Barometers()).WithEach(all => all.Select(b => (b, Addresses.OfBarometer(b))));

    /// <summary>What the publisher settled for a barometer.</summary>
    [WolverineGet("/v1/barometers/{barometer}", OperationId = "readBarometer"), Needs(Right.Read)]
    public static async Task<Answer<Settings>> Get(HttpDoor door) =>
        (await door.Read(session => SettingsReading.Of(session, door.Cancellation))).With(
            [.. ((string[])["relationships", "developments", "periods", "indices", "vintages", "figure-revisions", "explanations", "reconciliation", "proposals", "texts", "releases", "rule-sets", "replays", "imports", "log", "people", .. RecordTable.All.Select(t => $"exports/{t.Name}")])
                .Select(part => (Func<Settings, (string, string)>)(_ => (part, door.Link(part))))]);

    /// <summary>Whose development a barometer indexes, in the order in which they are shown.</summary>
    [WolverineGet("/v1/barometers/{barometer}/relationships", OperationId = "listRelationships"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<Relationship>>> Relationships(HttpDoor door) =>
        (await door.Read(async session => (await SettingsReading.Of(session, door.Cancellation)).Then(settings => settings.Relationships)))
        .WithEach(all => all.Select(r => (r.Key, door.Link($"relationships/{r.Key}"))));

    /// <summary>One relationship.</summary>
    [WolverineGet("/v1/barometers/{barometer}/relationships/{relationship}", OperationId = "readRelationship"), Needs(Right.Read)]
    public static async Task<Answer<Relationship>> One(string relationship, HttpDoor door) =>
        (await door.Read(async session => (await SettingsReading.Of(session, door.Cancellation)).Accepted(out var settings, out var refusal) ? settings.Find(relationship) : refusal))
        .With(
            r => ("indices", door.Link($"indices?relationship={r.Key}")),
            r => ("developments", door.Link($"developments?relationship={r.Key}")),
            r => ("explanation", door.Link($"explanations?relationship={r.Key}")),
            r => ("vintages", door.Link($"vintages?relationship={r.Key}")));
}

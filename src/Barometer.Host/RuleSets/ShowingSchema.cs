using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets.Reading;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>The doors of the schema of rule sets; no record is needed.</summary>
public static class ShowingSchema
{
    /// <summary>The JSON Schema of rule sets, for editors.</summary>
    [WolverineGet("/v1/barometers/{barometer}/rule-set-schema", OperationId = "readRuleSetSchema"), Needs(Right.Read)]
    public static Answer<JsonElement> Get(HttpDoor door) => new Answer<JsonElement>(Read()).With(_ => ("rule-sets", door.Link("rule-sets")));

    internal static Command Verb() => Terminal.Verb.Of(
        "schema",
        "The JSON Schema of rule sets, for editors.",
        [],
        (_, _) => Task.FromResult((Decision<JsonElement>)Read()),
        (door, _) => door.Out.WriteLine(Schema.Text.TrimEnd()));

    private static JsonElement Read() => JsonElement.Parse(Schema.Text);
}

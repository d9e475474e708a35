using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Barometer.Host.Serving.Description;

/// <summary>
/// One request and what was answered. All of them, in the order of <c>examples.json</c>, are the story of a small record: a test sends them
/// to a service, and <c>./scripts/openapi</c> writes down what it answers.
/// </summary>
/// <param name="Operation">Which operation.</param>
/// <param name="Path">What the address names, but for the barometer.</param>
/// <param name="Query">What the query says.</param>
/// <param name="IfMatch">The revision that the change is made on, as in If-Match.</param>
/// <param name="Body">The body; none where none is sent.</param>
/// <param name="Files">The files that are sent in place of a body, by name.</param>
/// <param name="Key">The idempotency key, where it is named later.</param>
/// <param name="Status">The status that is answered.</param>
/// <param name="Answer">The answer; as text where it is text, and none where it is neither that nor JSON.</param>
internal sealed record Example(
    string Operation, JsonObject? Path = null, JsonObject? Query = null, string? IfMatch = null, JsonNode? Body = null, JsonObject? Files = null, string? Key = null, int Status = 200, JsonNode? Answer = null)
{
    /// <summary>Whose record the story is about.</summary>
    public const string Barometer = "minsk";

    /// <summary>What an idempotency key looks like.</summary>
    private const string AnyKey = "0196f0c2-5a1e-7d3b-9c47-2f6f1d0b8a11";

    /// <summary>The story, from its beginning.</summary>
    public static Example[] Story { get; } = JsonSerializer.Deserialize<Example[]>(Resource(), RecordJson.Options)!;

    private static readonly FrozenDictionary<string, Example> ByOperation = Story.DistinctBy(e => e.Operation).ToFrozenDictionary(e => e.Operation);

    /// <summary>The first example of an operation; null where there is none yet.</summary>
    public static Example? Of(string? operation) => operation is null ? null : ByOperation.GetValueOrDefault(operation);

    /// <summary>What a parameter says in it; null where it is not said.</summary>
    public JsonNode? Said(string parameter) => parameter switch
    {
        "barometer" => JsonValue.Create(Barometer),
        SaidHeaders.KeyHeader => JsonValue.Create(Key ?? AnyKey),
        "If-Match" when IfMatch is not null => JsonValue.Create(IfMatch),
        _ => (Path?[parameter] ?? Query?[parameter])?.DeepClone(),
    };

    private static Stream Resource() => typeof(Example).Assembly.GetManifestResourceStream("examples.json")!;
}

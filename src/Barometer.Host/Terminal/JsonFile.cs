using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Host.Terminal;

/// <summary>Reads a file that holds one value as JSON, or says where it does not.</summary>
internal static class JsonFile
{
    // A member that is misspelt is told, and not left out in silence.
    private static readonly JsonSerializerOptions Options = new(RecordJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The value, or a refusal.</summary>
    /// <param name="file">The file named.</param>
    /// <param name="what">What it should hold, with its article left out: "declaration".</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<T>> Read<T>(FileInfo file, string what, CancellationToken cancellation)
        where T : notnull
    {
        try
        {
            await using var stream = file.OpenRead();
            return await JsonSerializer.DeserializeAsync<T>(stream, Options, cancellation) is { } value
                ? value
                : Refusal.Usage($"{file.Name} is no {what}: it says null.");
        }
        catch (JsonException wrong)
        {
            return Refusal.Usage($"{file.Name} is no {what}: line {wrong.LineNumber + 1} at {wrong.Path} is not as it should be.");
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Domain.Record;

/// <summary>How the record is written as JSON: one form for events, state and answers, pinned by tests.</summary>
public static class RecordJson
{
    /// <summary>Camel case, enums as words in kebab case, nothing written for what is absent.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    /// <summary>Gives another serializer's options the same form.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // Names and titles stay readable in the database and on a terminal; no answer is ever embedded in HTML unescaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(Word.Form));
        return options;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.RuleSets.Arithmetic;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>The forms of values that are written as something else than their members: texts, numbers, words.</summary>
internal static class Forms
{
    private static readonly Dictionary<Type, Action<OpenApiSchema>> Written = new()
    {
        [typeof(PeriodId)] = s => AsText(s, Patterns.Period, "2019-11/2019-12"),
        [typeof(Reference)] = s => AsText(s, Patterns.Reference, "RU-12-016"),
        [typeof(ProposalId)] = s => AsText(s, Patterns.Proposal, "RU-12-016.3.1"),
        [typeof(Positions)] = s => AsText(s, Patterns.Positions, "china:19,eu:25"),
        [typeof(FixedPoint)] = AsNumber,
        [typeof(Points)] = AsScores,
        [typeof(Stream)] = s => s.Description = "A file.",
        [typeof(JsonElement)] = s => (s.Type, s.Description) = (JsonSchemaType.Object, "An object of a form of its own."),
    };

    /// <summary>Gives a schema the form of a type's values; false where they are written member by member.</summary>
    public static bool Write(OpenApiSchema schema, Type type)
    {
        if (Written.TryGetValue(type, out var write))
            write(schema);
        else if (type.IsEnum)
            AsWord(schema, type);
        else
            return false;
        return true;
    }

    private static void AsText(OpenApiSchema schema, string pattern, string example)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
        schema.Examples = [example];
    }

    private static void AsNumber(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Number;
        schema.Format = "decimal";
        schema.Examples = [JsonValue.Create(0.5m)];
    }

    private static void AsScores(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalProperties = new OpenApiSchema
        {
            Title = "ScoreInDimension",
            Type = JsonSchemaType.Object,
            Description = "The score in one dimension. 0 and 0 is a score, too.",
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["positive"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Minimum = "0", Description = "The positive part, 0 or more." },
                ["negative"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Maximum = "0", Description = "The negative part, 0 or less." },
            },
            Required = new HashSet<string>(StringComparer.Ordinal) { "positive", "negative" },
            AdditionalPropertiesAllowed = false,
        };
        schema.Examples = [JsonNode.Parse("""{"development": {"positive": 2, "negative": 0}}""")!];
    }

    private static void AsWord(OpenApiSchema schema, Type enumeration)
    {
        var words = XmlDocumentation.Words(enumeration).ToArray();
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. words.Select(w => JsonValue.Create(w.Word))];
        schema.Description = $"{XmlDocumentation.Of(enumeration)} {string.Join(' ', words.Select(w => $"`{w.Word}`: {w.Said}"))}".Trim();
    }
}

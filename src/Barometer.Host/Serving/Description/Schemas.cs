using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What the framework leaves out of schemas: it looks into no converter, into no list that may be absent, and takes what is absent for required.</summary>
internal static class Schemas
{
    /// <summary>Completes every schema that has a name.</summary>
    public static void Complete(OpenApiDocument document)
    {
        foreach (var (name, found) in document.Components!.Schemas!)
        {
            if (found is not OpenApiSchema schema || Names.TypeOf(name) is not { } type)
                continue;
            if (!Forms.Write(schema, type))
                Complete(schema, type);
            schema.Description ??= XmlDocumentation.Of(type);
        }
    }

    private static void Complete(OpenApiSchema schema, Type type)
    {
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (IsNullable(member))
                schema.Required?.Remove(name);
            if (type.GetProperties().FirstOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == name) is not { } property)
                continue;
            Describe(member, property);
            if (member is OpenApiSchema number && (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(decimal))
                number.Format = "decimal";
        }
    }

    private static void Describe(IOpenApiSchema member, PropertyInfo property)
    {
        var described = member.OneOf is [_, var either] ? either : member;
        if (described.Description is null or "" || (described is OpenApiSchemaReference { Reference.Description: null }))
            described.Description = XmlDocumentation.Of(property);
    }

    private static bool IsNullable(IOpenApiSchema member) =>
        member.Type?.HasFlag(JsonSchemaType.Null) == true || member.OneOf?.Any(one => one.Type == JsonSchemaType.Null) == true;
}

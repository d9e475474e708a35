using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Barometer.Host.Serving.Description;

/// <summary>What the code says of its own types. The framework tells most of it; not of types that are only ever members of others.</summary>
internal static partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, string>> Known = [];

    /// <summary>The summary of a type; null where there is none.</summary>
    public static string? Of(Type type) => In(type.Assembly).GetValueOrDefault($"T:{Name(type)}");

    /// <summary>What is said of a member, above it or among the parameters of its record; null where nothing is.</summary>
    public static string? Of(PropertyInfo property) =>
        In(property.DeclaringType!.Assembly).GetValueOrDefault($"P:{Name(property.DeclaringType)}.{property.Name}")
        ?? In(property.DeclaringType.Assembly).GetValueOrDefault($"T:{Name(property.DeclaringType)}({property.Name})");

    /// <summary>The summaries of an enumeration's values, by their words.</summary>
    public static IEnumerable<(string Word, string? Said)> Words(Type enumeration) =>
        Enum.GetValues(enumeration).Cast<Enum>().Select(v => (Word.Of(v), In(enumeration.Assembly).GetValueOrDefault($"F:{Name(enumeration)}.{v}")));

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static FrozenDictionary<string, string> In(Assembly assembly) => Known.GetOrAdd(assembly, a =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{a.GetName().Name}.xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").SelectMany(Said).ToFrozenDictionary(m => m.Name, m => m.Said)
            : FrozenDictionary<string, string>.Empty;
    });

    private static IEnumerable<(string Name, string Said)> Said(XElement member) =>
    [
        .. from summary in member.Elements("summary") select (member.Attribute("name")!.Value, Text(summary)),
        .. from parameter in member.Elements("param") select ($"{member.Attribute("name")!.Value}({parameter.Attribute("name")!.Value})", Text(parameter)),
    ];

    private static string Text(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Value: "" } named => named.Attributes().First().Value.Split('.', ':')[^1],
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}

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

    /// <summary>The summaries of an enumeration's values, by their words.</summary>
    public static IEnumerable<(string Word, string? Said)> Words(Type enumeration) =>
        Enum.GetValues(enumeration).Cast<Enum>().Select(v => (Word.Of(v), In(enumeration.Assembly).GetValueOrDefault($"F:{Name(enumeration)}.{v}")));

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static FrozenDictionary<string, string> In(Assembly assembly) => Known.GetOrAdd(assembly, a =>
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{a.GetName().Name}.xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").Where(m => m.Element("summary") is not null)
                .ToFrozenDictionary(m => m.Attribute("name")!.Value, m => Text(m.Element("summary")!))
            : FrozenDictionary<string, string>.Empty;
    });

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

using System.Text.Json.Nodes;
using Barometer.Host.Serving.Description;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>What requests are made of: the values of the story under their names, and values that nobody should send.</summary>
internal static class Pool
{
    private static readonly ILookup<string, string> Known = Example.Story
        .SelectMany(e => Leaves(e.Path).Concat(Leaves(e.Query)).Concat(Leaves(e.Body)))
        .Where(leaf => leaf.Value.GetValueKind() == System.Text.Json.JsonValueKind.String)
        .ToLookup(leaf => leaf.Name, leaf => leaf.Value.ToString(), StringComparer.Ordinal);

    private static readonly string[] EveryKnown = [.. Known.SelectMany(k => k).Distinct(StringComparer.Ordinal)];

    /// <summary>Texts that trip up parsers, databases, spreadsheets and people.</summary>
    public static string[] OddTexts { get; } =
    [
        "", " ", "\t", "-", ".", "..", "/", "*", "@", ":", ",", "null", "true", "0", "-1", "1e999", "NaN", "9999-12-31", "0000-00-00", "2019-13-45",
        "2019-12/2019-11", "9999-12/9999-12", "0001-01", "start", "closing", "closing:2019-11/2019-12", "china:99999999999999999999", "china:1,china:2", "RU-12-99999999999", "RU-99999999999-001",
        "RU-00-000", "-12-001", "RU-12-001.99999999999.1", "RU-12-NEW.1", "as-published@99999999999", "as-published@-1", "@", "minsk\u0000", "\u0000", "a\u0000b", "=1+1", "+cmd|' /C calc'!A0",
        "<script>alert(1)</script>", "'; drop table developments; --", "%s%n", "${jndi:ldap://x}", "../../etc/passwd", "\r\nSet-Cookie: a=b", "\u202Eesrever", "\uFEFFbom", "👩‍👩‍👧‍👦", "é", "e\u0301", "İ", "ß", "\uFFFF", "\u200B",
    ];

    /// <summary>Values as JSON that are of another kind, size or spelling than is asked for.</summary>
    public static string[] OddValues { get; } =
    [
        "null", "true", "0", "-0", "1", "-1", "4", "1.5", "1e2", "1e400", "-1e400", "2147483648", "-2147483649", "9223372036854775808", "99999999999999999999999999999999999999", "0.1234567891", "1e-400",
        "\"\"", "\"1\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"\":null}", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\uFFFF\"",
        "{\"development\":{\"positive\":2147483647,\"negative\":-2147483648}}", "{\"development\":{\"positive\":-1,\"negative\":1}}", "{\"\\u0000\":{\"positive\":1,\"negative\":0}}", "{\"development\":null}", "{\"development\":{\"positive\":1,\"negative\":0},\"development\":{\"positive\":1,\"negative\":0}}",
        "0x1", "01", "+1", ".5", "NaN", "Infinity", "'single'", "undefined", "\"unterminated", "[1,]", "{\"a\":1,}", "/* comment */ 1",
    ];

    /// <summary>A text for something of that name: mostly one that stood there in the story.</summary>
    public static string Text(string name, Random random) => random.Next(10) switch
    {
        0 => Any(OddTexts, random),
        1 => Any(EveryKnown, random),
        _ => Known[name].ToArray() is { Length: > 0 } known ? Any(known, random) : Any(EveryKnown, random),
    };

    /// <summary>A text of many characters.</summary>
    public static string LongText(Random random) => new(Any(['a', '9', ' ', 'ж', '"'], random), Any([300, 5_000, 100_000], random));

    /// <summary>One of several.</summary>
    public static T Any<T>(IReadOnlyList<T> several, Random random) => several[random.Next(several.Count)];

    private static IEnumerable<(string Name, JsonNode Value)> Leaves(JsonNode? node, string name = "") => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, m.Key)),
        JsonArray items => items.SelectMany(i => Leaves(i, name)),
        null => [],
        _ => [(name, node)],
    };
}

using System.Text;
using System.Text.Json.Nodes;
using static Barometer.Host.Tests.Serving.Described.Pool;

namespace Barometer.Host.Tests.Serving.Described;

/// <summary>What can be wrong with a body: what it says, how it is written, and how it is encoded.</summary>
internal static class Spoiling
{
    private const string Mark = "\"§odd§\"";

    /// <summary>A body of which something is wrong.</summary>
    public static byte[] Body(JsonNode? right, Random random)
    {
        var text = right?.ToJsonString() ?? "";
        return random.Next(22) switch
        {
            < 8 => Utf8(OddMember(right, random)),
            8 => Utf8(WithoutMember(right, random)),
            9 => Utf8(text.Length > 1 ? string.Concat("{\"unknown\":1,", text.AsSpan(1)) : "{\"unknown\":1}"),
            10 => Utf8(Twice(text)),
            11 => Utf8(text.ToUpperInvariant()),
            12 => Utf8(text[..random.Next(text.Length + 1)]),
            13 => Utf8(Any(OddValues, random)),
            14 => Utf8(text + Any(["{}", "x", "\0", "\n\n" + text], random)),
            15 => Encoding.Unicode.GetBytes(text),
            16 => [0xEF, 0xBB, 0xBF, .. Utf8(text)],
            17 => NotUtf8(text, random),
            18 => [],
            19 => Utf8(string.Concat(Enumerable.Repeat(Any(["[", "{\"a\":"], random), 100_000))),
            20 => Utf8(text.Replace("\"", random.Next(2) == 0 ? "'" : "\\\"", StringComparison.Ordinal)),
            _ => Large(text, random),
        };
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // Mostly a little too large; now and then much.
    private static byte[] Large(string text, Random random) =>
        Utf8($"{{\"title\":\"{new string('x', random.Next(8) == 0 ? 10_000_000 : random.Next(900_000, 1_200_000))}\",{(text.Length > 1 ? text.AsSpan(1) : "}")}");

    private static byte[] NotUtf8(string text, Random random)
    {
        var bytes = Utf8(text);
        if (bytes.Length > 0)
            bytes[random.Next(bytes.Length)] = Any<byte>([0xC0, 0xFF, 0x80, 0xED, 0x00], random);
        return bytes;
    }

    private static string OddMember(JsonNode? right, Random random)
    {
        var body = right?.DeepClone() as JsonObject ?? [];
        var (holder, name) = Member(body, random);
        holder[name] = "§odd§";
        var odd = random.Next(10) switch
        {
            0 => System.Text.Json.JsonSerializer.Serialize(LongText(random)),
            < 4 => System.Text.Json.JsonSerializer.Serialize(Any(OddTexts, random)),
            _ => Any(OddValues, random),
        };
        return body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace(Mark, odd, StringComparison.Ordinal);
    }

    private static string WithoutMember(JsonNode? right, Random random)
    {
        var body = right?.DeepClone() as JsonObject ?? [];
        var (holder, name) = Member(body, random);
        holder.Remove(name);
        return body.ToJsonString();
    }

    // The same member twice: which of the two is meant, nobody knows.
    private static string Twice(string text) => text.Length > 2 ? $"{text[..^1]},{text[1..]}" : text;

    private static (JsonObject Holder, string Name) Member(JsonObject body, Random random)
    {
        if (body.Count == 0)
            return (body, "unknown");
        var (name, value) = body.ElementAt(random.Next(body.Count));
        return random.Next(2) == 0 ? (body, name) : value switch
        {
            JsonObject { Count: > 0 } inner => Member(inner, random),
            JsonArray items when items.OfType<JsonObject>().FirstOrDefault() is { } first => Member(first, random),
            _ => (body, name),
        };
    }
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Barometer.Domain.RuleSets;

/// <summary>
/// JSON in its canonical form (RFC 8785): no white space, members sorted by the UTF-16 code units of their names, numbers as
/// ECMAScript prints them, strings with the fewest escapes. Two documents that mean the same have the same digest.
/// </summary>
public static class CanonicalJson
{
    /// <summary>SHA-256 over the UTF-8 of the canonical form, in lower-case hexadecimal.</summary>
    public static string Digest(JsonElement element) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(element))));

    /// <summary>The canonical form.</summary>
    /// <exception cref="JsonException">A member is named twice, a number is beyond what a double can hold, or a string has half a surrogate pair.</exception>
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder();
        try
        {
            Write(element, text);
        }
        catch (InvalidOperationException broken)
        {
            throw new JsonException($"A string is no Unicode text: {broken.Message}", broken);
        }

        return text.ToString();
    }

    private static void Write(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, text);
                break;
            case JsonValueKind.Array:
                WriteAll(element.EnumerateArray(), '[', ']', text, item => Write(item, text));
                break;
            case JsonValueKind.String:
                WriteString(element.GetString()!, text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(element.GetDouble()));
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }

    private static void WriteObject(JsonElement element, StringBuilder text)
    {
        JsonProperty[] members = [.. element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal)];
        if (members.GroupBy(m => m.Name).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new JsonException($"'{twice.Key}' is named twice in one object.");
        WriteAll(members, '{', '}', text, member =>
        {
            WriteString(member.Name, text);
            text.Append(':');
            Write(member.Value, text);
        });
    }

    private static void WriteAll<T>(IEnumerable<T> items, char open, char close, StringBuilder text, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            if (!first)
                text.Append(',');
            first = false;
            write(item);
        }

        text.Append(close);
    }

    private static void WriteString(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }

    // RFC 8785, section 3.2.2.3, defines numbers as IEEE 754 doubles printed by ECMAScript's Number::toString: .NET gives the
    // same shortest digits, and ECMAScript decides where the point and the exponent go.
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
            throw new JsonException("A number is beyond what a double can hold.");
        if (value == 0)
            return "0";
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = shortest.Split('E') is [var before, var after]
            ? (before, int.Parse(after, CultureInfo.InvariantCulture))
            : (shortest, 0);
        var whole = mantissa.Split('.')[0].Length;
        var significant = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var point = whole + exponent - (mantissa.Count(char.IsDigit) - significant.Length);
        var digits = significant.TrimEnd('0');
        return (value < 0 ? "-" : "") + Place(digits, point);
    }

    private static string Place(string digits, int point) => point switch
    {
        > 0 and <= 21 when digits.Length <= point => digits.PadRight(point, '0'),
        > 0 and <= 21 => $"{digits[..point]}.{digits[point..]}",
        > -6 and <= 0 => $"0.{new string('0', -point)}{digits}",
        _ => $"{digits[..1]}{(digits.Length > 1 ? $".{digits[1..]}" : "")}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture)}",
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>Holds one value against the schema. What it is, the schema says: 036 is a code where a word belongs, and 36 where a number does.</summary>
internal sealed class ScalarChecking(Mistakes mistakes)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>The value as JSON; null of what has no right form, which is told.</summary>
    public JsonNode? Check(Scalar scalar, Shape shape, string name)
    {
        if (shape.OnlyTrue)
            return scalar is { Quoted: false, Text: "true" } ? JsonValue.Create(value: true) : Wrong(scalar, shape, name);
        if (shape.Types.Contains("boolean"))
            return scalar is { Quoted: false, Text: "true" or "false" } ? JsonValue.Create(scalar.Text == "true") : Wrong(scalar, shape, name);
        if (shape.Types.Contains("string"))
            return Word(scalar, shape, name);
        return Number(scalar, shape, name);
    }

    /// <summary>True for what is Unicode text without control characters; anything else is told.</summary>
    public bool IsText(Scalar scalar, string name)
    {
        if (scalar.Text.EnumerateRunes().Count(r => r == Rune.ReplacementChar) > scalar.Text.Count(c => c == '\uFFFD'))
            mistakes.Tell(scalar, $"'{name}' has half a character in it (a lone surrogate).");
        else if (scalar.Text.FirstOrDefault(IsControl, ' ') is not ' ' and var control)
            mistakes.Tell(scalar, $"'{name}' has a control character in it (U+{(int)control:X4}).");
        else
            return true;
        return false;
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    /// <summary>As much of a text as is worth telling.</summary>
    public static string Short(string text) => (text.Length <= 60 ? text : $"{text[..60]}…").ReplaceLineEndings(" ");

    private JsonValue? Word(Scalar scalar, Shape shape, string name)
    {
        var text = scalar.Text;
        if (!IsText(scalar, name))
            return null;
        if (shape.Words is { } words && !words.Contains(text))
            return Told(scalar, $"'{name}' is '{Short(text)}'; it should be {shape.Title}, one of {string.Join(", ", words)}{Nearest.Asked(text, words)}");
        var fits = text.Length >= (shape.Bound("minLength") ?? 0)
            && text.Length <= (shape.Bound("maxLength") ?? int.MaxValue)
            && (shape.Said("pattern") is not { } pattern || Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Enough))
            && (shape.Said("format") is not "date" || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        return fits ? JsonValue.Create(text) : Wrong(scalar, shape, name);
    }

    private JsonValue? Number(Scalar scalar, Shape shape, string name)
    {
        if (scalar.Quoted && FixedPoint.TryParse(scalar.Text, CultureInfo.InvariantCulture, out _))
            return Told(scalar, $"'{name}' is the text '{scalar.Text}'; write the number without quotes.");
        if (scalar.Quoted || !FixedPoint.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number))
            return Wrong(scalar, shape, name);
        var value = number.ToDecimal();
        var fits = value >= (shape.Bound("minimum") ?? value)
            && value <= (shape.Bound("maximum") ?? value)
            && (shape.Bound("exclusiveMinimum") is not { } above || value > above)
            && (number.IsWhole || !shape.Types.Contains("integer"));
        return fits ? JsonValue.Create(value) : Wrong(scalar, shape, name);
    }

    private JsonValue? Wrong(Scalar scalar, Shape shape, string name) => Told(scalar, $"'{name}' is '{Short(scalar.Text)}'; it should be {shape.Title}.");

    private JsonValue? Told(Scalar scalar, string sentence)
    {
        mistakes.Tell(scalar, sentence);
        return null;
    }
}

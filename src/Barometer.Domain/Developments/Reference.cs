using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>
/// What a person reads out to name a development: <c>RU-12-016</c>. It is given under the lock of the relationship's stream,
/// from the period that the development is filed under at first, and never changes; so it is the development's identity too.
/// </summary>
/// <param name="Prefix">The relationship's, in capitals.</param>
/// <param name="Issue">The number of the issue for that period.</param>
/// <param name="Ordinal">1 for the first development of that relationship and issue.</param>
[JsonConverter(typeof(TextConverter<Reference>))]
public readonly record struct Reference(string Prefix, int Issue, int Ordinal) : IParsable<Reference>
{
    /// <summary>Refuses because there is no such development.</summary>
    public Refusal Missing() => Refusal.NotFound($"There is no development {this}.");

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Issue:00}-{Ordinal:000}");

    /// <summary>Reads <c>RU-12-016</c>, in capitals or not.</summary>
    /// <exception cref="FormatException">The text is no reference.</exception>
    public static Reference Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var reference) ? reference : throw new FormatException($"'{s}' is no reference; one looks like RU-12-016.");

    /// <summary>Reads <c>RU-12-016</c>, in capitals or not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Reference result)
    {
        result = default;
        if (s?.Trim().ToUpperInvariant().Split('-') is not [{ Length: > 0 } prefix, var issue, var ordinal])
            return false;
        if (!Number(issue, out var i) || !Number(ordinal, out var o))
            return false;
        result = new Reference(prefix, i, o);
        return true;
    }

    private static bool Number(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

using Barometer.Domain.Record;

namespace Barometer.Domain.Barometers;

/// <summary>The key of a barometer: what it is called by at every door, and what tells its record from those of others.</summary>
public static class BarometerKey
{
    private const int Longest = 63;

    /// <summary>A key as written, or a refusal of what none can be.</summary>
    public static Decision<string> Read(string text) =>
        text.Length is >= 1 and <= Longest && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? text
            : Refusal.Usage($"'{text}' is no name of a barometer; one has lower-case letters, digits and hyphens, at most {Longest}: minsk.");
}

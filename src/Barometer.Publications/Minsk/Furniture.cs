using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Barometers;

namespace Barometer.Publications.Minsk;

/// <summary>Lines that say nothing of their own: column headers that every page repeats, the footer that runs through the issue.</summary>
internal static partial class Furniture
{
    /// <summary>True for a line of a catalogue's column header, wherever it is wrapped.</summary>
    public static bool IsColumnHeader(Line line, ImmutableArray<Dimension> dimensions)
    {
        var names = string.Join(' ', dimensions.Select(d => d.Name));
        return Columns().Match(line.Text) is { Success: true } match
            ? match.Groups[1].Length == 0 || IsPartOf(match.Groups[1].Value, names)
            : dimensions.Length > 1 && IsPartOf(line.Text, names);
    }

    /// <summary>True for the footer.</summary>
    public static bool IsFooter(Line line) => Footer().IsMatch(line.Text);

    // "National", "security", "Regional tension": whole words of the dimensions' names, one after another.
    private static bool IsPartOf(string text, string names) =>
        $" {names} ".Contains($" {text} ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^Date Event(?: Points?)? ?(.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Columns();

    [GeneratedRegex("^[A-Z ]+ BAROMETER: Monitoring of ", RegexOptions.CultureInvariant)]
    private static partial Regex Footer();
}

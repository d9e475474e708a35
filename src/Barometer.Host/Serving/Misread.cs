using System.Text.RegularExpressions;

namespace Barometer.Host.Serving;

/// <summary>
/// Where a body was not understood. The serializer says it in a sentence that names types of the inside too; only what is in the body is
/// for whoever sent it.
/// </summary>
internal static partial class Misread
{
    /// <summary>The place, as the end of a sentence; nothing where it is not known.</summary>
    /// <param name="message">The serializer's.</param>
    public static string Place(string? message) => message switch
    {
        null => "",
        _ when Missing().Match(message) is { Success: true } missing => $": it lacks {missing.Groups["members"].Value.Replace("'", "", StringComparison.Ordinal)}",
        _ when Unknown().Match(message) is { Success: true } unknown => $": nothing is called '{unknown.Groups["member"].Value}' there",
        _ when Twice().Match(message) is { Success: true } twice => $": '{twice.Groups["member"].Value}' is there twice",
        _ when At().Match(message) is { Success: true } at => $" at {at.Groups["path"].Value}",
        _ => "",
    };

    [GeneratedRegex(@"was missing required properties including: (?<members>'[^.]*')", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^The JSON property '(?<member>.*)' could not be mapped to any \.NET member", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^Duplicate property '(?<member>.*)' encountered", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Twice();

    [GeneratedRegex(@"Path: (?<path>[^|]*?)\.? \|", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();
}

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

    /// <summary>The member that was not understood, by its path in the body; null where it is not known.</summary>
    /// <param name="message">The serializer's.</param>
    public static string? Field(string? message)
    {
        if (message is null)
            return null;
        var at = At().Match(message) is { Success: true } found ? found.Groups["path"].Value : "$";
        var member = Missing().Match(message) is { Success: true } missing ? missing.Groups["members"].Value.Split(',')[0].Trim('\'')
            : Unknown().Match(message) is { Success: true } unknown ? unknown.Groups["member"].Value
            : Twice().Match(message) is { Success: true } twice ? twice.Groups["member"].Value
            : null;
        var path = member is null || at.EndsWith($".{member}", StringComparison.Ordinal) ? at : $"{at}.{member}";
        return path.Length > 2 ? path[2..] : null;
    }

    [GeneratedRegex(@"was missing required properties including: (?<members>'[^.]*')", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^The JSON property '(?<member>.*)' could not be mapped to any \.NET member", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"^Duplicate property '(?<member>.*)' encountered", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Twice();

    [GeneratedRegex(@"Path: (?<path>[^|]*?)\.? \|", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();
}

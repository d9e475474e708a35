using System.Text.RegularExpressions;
using Barometer.Domain.Movements;
using Microsoft.AspNetCore.WebUtilities;

namespace Barometer.Host.Serving;

/// <summary>The addresses that answers link to.</summary>
internal static partial class Addresses
{
    private const string Root = "/v1";

    /// <summary>The address of a barometer.</summary>
    public static string OfBarometer(string barometer) => $"{Root}/barometers/{barometer}";

    /// <summary>The address of something of the barometer that is asked.</summary>
    /// <param name="door">Where it is asked.</param>
    /// <param name="path">What follows the barometer, as <c>developments/RU-12-016</c>.</param>
    public static string Link(this HttpDoor door, string path) => BeyondAscii().Replace($"{OfBarometer(door.Barometer)}/{path}", part => Uri.EscapeDataString(part.Value));

    /// <summary>The address of this request asked again as of positions, for ever with the same answer.</summary>
    public static string Again(this HttpDoor door, Positions positions) => door.Again(("asOf", positions.ToString()));

    /// <summary>The address of this request with some values of its query said outright.</summary>
    public static string Again(this HttpDoor door, params IEnumerable<(string Name, string? Value)> said) => door.Beside(door.Request.Path, said);

    /// <summary>An address that is asked as this request is, but for some values of its query; null leaves one out.</summary>
    public static string Beside(this HttpDoor door, string path, params IEnumerable<(string Name, string? Value)> said)
    {
        var query = QueryHelpers.ParseQuery(door.Request.QueryString.Value);
        foreach (var (name, value) in said)
        {
            query.Remove(name);
            if (value is not null)
                query[name] = value;
        }

        return QueryHelpers.AddQueryString(path, query);
    }

    // References and keys may have letters that an address has none of.
    [GeneratedRegex(@"[^\x00-\x7F]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BeyondAscii();
}

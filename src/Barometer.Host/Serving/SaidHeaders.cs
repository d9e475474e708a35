using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Net.Http.Headers;

namespace Barometer.Host.Serving;

/// <summary>The revision that a command was made on.</summary>
/// <param name="Seen">Which; null to act on the current one, whatever it is.</param>
internal readonly record struct SeenRevision(int? Seen);

/// <summary>Where a stream's reader was cut off.</summary>
/// <param name="Value">The last event that it saw; null where it saw none.</param>
internal readonly record struct SeenEvent(long? Value);

/// <summary>What is said in headers of a request, or a refusal of what makes no sense there.</summary>
internal static partial class SaidHeaders
{
    /// <summary>The header that carries the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The most characters that an idempotency key has.</summary>
    public const int LongestKey = 200;

    /// <summary>The form of an idempotency key: visible characters without spaces.</summary>
    public const string KeyForm = "^[!-~]+$";

    /// <summary>The header in which a stream's reader who was cut off says what it saw last.</summary>
    public const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>The idempotency key; empty where what is only asked has none, for it changes nothing.</summary>
    public static Decision<string> Key(this HttpDoor door)
    {
        var said = door.Request.Headers[KeyHeader];
        if (said.Count == 0)
            return door.DryRun ? "" : Problems.KeyMissing;
        var key = said.ToString();
        return said.Count == 1 && key.Length <= LongestKey && Visible().IsMatch(key)
            ? key
            : Refusal.Usage($"{KeyHeader} is 1 to {LongestKey} visible characters without spaces; a new UUID for each command is best.").About(KeyHeader);
    }

    /// <summary>The revision of <c>If-Match</c>. A change of a development names what it was made on.</summary>
    public static Decision<SeenRevision> Revision(this HttpDoor door)
    {
        var said = door.Request.Headers.IfMatch;
        if (said.Count == 0)
            return Problems.IfMatchMissing;
        if (said is ["*"])
            return new SeenRevision(Seen: null);
        return EntityTagHeaderValue.TryParse(said.ToString(), out var tag) && !tag.IsWeak && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new SeenRevision(revision)
            : Refusal.Usage($"If-Match is the revision that you saw, as \"3\", or *; not {said}.").About(HeaderNames.IfMatch);
    }

    /// <summary>The last event that a stream's reader saw, as it says when it comes again.</summary>
    public static Decision<SeenEvent> LastEventId(this HttpDoor door)
    {
        var said = door.Request.Headers[LastEventIdHeader].ToString();
        if (said.Length == 0)
            return new SeenEvent(Value: null);
        return long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new SeenEvent(id)
            : Refusal.Usage($"{LastEventIdHeader} is the id of an event of this stream; not {said}.").About(LastEventIdHeader);
    }

    [GeneratedRegex(KeyForm, RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Visible();
}

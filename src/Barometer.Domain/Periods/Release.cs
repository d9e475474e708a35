using System.Text.RegularExpressions;
using Barometer.Domain.Movements;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Periods;

/// <summary>A named moment at which figures went out: a closing, or an issue that a chief editor corrected. Releases of a barometer come one after another.</summary>
/// <param name="Name">What it is called by: <c>closing:2019-11/2019-12</c>, or the name that it was given.</param>
/// <param name="Sequence">Its event's place in the whole store, by which releases are in order.</param>
/// <param name="RecordedAt">When, in UTC.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="Rules">The rule set that it pins; its bands give the colours.</param>
/// <param name="Closes">The period that it closed; null for a corrected issue.</param>
/// <param name="MadeBy">Who.</param>
/// <param name="Reason">Why; null for a closing.</param>
public sealed partial record Release(
    string Name, long Sequence, DateTimeOffset RecordedAt, Positions Positions, RuleSet Rules, PeriodId? Closes, string MadeBy, string? Reason)
{
    /// <summary>The name of the stream that holds the corrected issues of a barometer; a closing stands in its period's.</summary>
    public const string Stream = "releases";

    /// <summary>What the names of closings start with, and no other.</summary>
    public const string Closing = "closing";

    /// <summary>The name of a period's closing.</summary>
    public static string OfClosing(PeriodId period) => $"{Closing}:{period}";

    /// <summary>True for a name that can be given to a release.</summary>
    public static bool CanBeCalled(string name) => Key().IsMatch(name) && !name.StartsWith(Closing, StringComparison.Ordinal);

    // It begins with a letter: "release:5" would be a position of a relationship of that name.
    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Domain.Proposals;

/// <summary>
/// What a person reads out to name a proposal: <c>RU-12-016.3.1</c> is the first on revision 3 of RU-12-016, <c>RU-12-NEW.2</c> the
/// second of a new development for issue 12. It is given under the lock of the relationship's stream, and never changes.
/// </summary>
/// <param name="Subject">What it was made on: a development's revision, or an issue of a relationship.</param>
/// <param name="Ordinal">1 for the first proposal on that.</param>
[JsonConverter(typeof(TextConverter<ProposalId>))]
public readonly record struct ProposalId(string Subject, int Ordinal) : IParsable<ProposalId>
{
    private const string New = "NEW";

    /// <summary>What the names of all streams of proposals start with.</summary>
    public const string Streams = "proposal/";

    /// <summary>The name of the proposal's stream.</summary>
    public string Stream => $"{Streams}{this}";

    /// <summary>What a proposal of a change is made on: the revision before it, or for a new development the issue.</summary>
    public static string SubjectOf(DevelopmentEvent change) => change is DevelopmentRecorded
        ? string.Create(CultureInfo.InvariantCulture, $"{change.Reference.Prefix}-{change.Reference.Issue:00}-{New}")
        : string.Create(CultureInfo.InvariantCulture, $"{change.Reference}.{change.Revision - 1}");

    /// <summary>The proposal of that name, or a refusal that says what one looks like.</summary>
    public static Decision<ProposalId> Read(string written) =>
        TryParse(written, CultureInfo.InvariantCulture, out var id)
            ? id
            : Refusal.Usage($"'{written}' is no proposal; one looks like RU-12-016.3.1, or RU-12-{New}.1 where it is of a new development.");

    /// <summary>Refuses because there is no such proposal.</summary>
    public Refusal Missing() => Refusal.NotFound($"There is no proposal {this}.");

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Subject}.{Ordinal}");

    /// <summary>Reads <c>RU-12-016.3.1</c>, in capitals or not.</summary>
    /// <exception cref="FormatException">The text is no proposal.</exception>
    public static ProposalId Parse(string s, IFormatProvider? provider) =>
        Read(s).Accepted(out var id, out var refusal) ? id : throw new FormatException(refusal.Sentence);

    /// <summary>Reads <c>RU-12-016.3.1</c>, in capitals or not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProposalId result)
    {
        result = default;
        var parts = (s ?? "").Trim().ToUpperInvariant().Split('.');
        var isOfNew = parts is [var issue, _] && issue.Split('-') is [{ Length: > 0 }, var number, New] && IsNumber(number);
        var isOfKnown = parts is [var reference, var revision, _] && Reference.TryParse(reference, provider, out _) && IsNumber(revision);
        if (!(isOfNew || isOfKnown) || !IsNumber(parts[^1]))
            return false;
        result = new ProposalId(string.Join('.', parts[..^1]), int.Parse(parts[^1], CultureInfo.InvariantCulture));
        return true;
    }

    private static bool IsNumber(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Barometer.Domain.Record;

namespace Barometer.Domain.Movements;

/// <summary>
/// How far the record has come: for each relationship the last position of its stream. Asked again as of the same positions,
/// a question has the same answer, whatever is recorded meanwhile. Written <c>china:19,eu:25</c>.
/// </summary>
/// <param name="ByRelationship">The last position counted; a relationship that is not named counts nothing.</param>
[JsonConverter(typeof(TextConverter<Positions>))]
public sealed record Positions(ImmutableSortedDictionary<string, long> ByRelationship) : IParsable<Positions>
{
    /// <summary>Before anything was recorded.</summary>
    public static Positions Start { get; } = new(ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>Positions of these relationships.</summary>
    public static Positions Of(IEnumerable<KeyValuePair<string, long>> positions) =>
        new(positions.ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>The last position of a relationship; 0 before its first.</summary>
    public long this[string relationship] => ByRelationship.GetValueOrDefault(relationship);

    /// <summary>Those of one relationship, or all of them where none is named.</summary>
    public Positions Only(string? relationship) => relationship is null ? this : Of(ByRelationship.Where(p => p.Key == relationship));

    /// <summary>A relationship in which these come before others; null where they come before them in none.</summary>
    public string? BehindIn(Positions others) => others.ByRelationship.Keys.FirstOrDefault(r => this[r] < others[r]);

    /// <inheritdoc />
    public bool Equals(Positions? other) => other is not null && ByRelationship.SequenceEqual(other.ByRelationship);

    /// <inheritdoc />
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() =>
        ByRelationship.IsEmpty ? "start" : string.Join(',', ByRelationship.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}:{p.Value}")));

    /// <summary>Reads <c>china:19,eu:25</c> or <c>start</c>.</summary>
    /// <exception cref="FormatException">The text names no positions.</exception>
    public static Positions Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var positions) ? positions : throw new FormatException($"'{s}' names no positions; they look like china:19,eu:25.");

    /// <summary>Reads <c>china:19,eu:25</c> or <c>start</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Positions result)
    {
        result = Start;
        if (s == "start")
            return true;
        foreach (var part in (s ?? "").Split(','))
        {
            if (part.Split(':') is not [{ Length: > 0 } relationship, var number]
                || result.ByRelationship.ContainsKey(relationship)
                || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                return false;
            result = new Positions(result.ByRelationship.SetItem(relationship, position));
        }

        return true;
    }
}

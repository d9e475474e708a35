using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Barometer.Domain.Barometers;

namespace Barometer.Publications.Coded;

/// <summary>Relationships between the two countries of a dyad: their keys, names and prefixes, each given once in a barometer.</summary>
public sealed class Dyads
{
    private static readonly Dimension Development = new("development", "Development", "improved", "deteriorated");

    private readonly Dictionary<Dyad, string> _keys;
    private readonly HashSet<string> _taken;

    /// <summary>The dyads among a barometer's relationships.</summary>
    /// <param name="declared">All its relationships.</param>
    public Dyads(ImmutableArray<Relationship> declared)
    {
        _keys = declared.Where(r => r.Parties.Length == 2).DistinctBy(r => Dyad.Between(r.Parties[0], r.Parties[1])).ToDictionary(r => Dyad.Between(r.Parties[0], r.Parties[1]), r => r.Key);
        _taken = declared.SelectMany(r => (string[])[KeyPlace(r.Key), PrefixPlace(r.Prefix)]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The key of the relationship that a row belongs to; null where there is none.</summary>
    public string? KeyOf(CodedRow row) => Dyad.Of(row) is { } dyad ? _keys.GetValueOrDefault(dyad) : null;

    /// <summary>Relationships for those dyads that have none yet, in ordinal order.</summary>
    public ImmutableArray<Relationship> Missing(IEnumerable<Dyad> found) =>
        [.. found.Where(d => !_keys.ContainsKey(d)).OrderBy(d => d.First, StringComparer.Ordinal).ThenBy(d => d.Second, StringComparer.Ordinal).Select(Declare)];

    private Relationship Declare(Dyad dyad)
    {
        var (one, other) = (Words(dyad.First), Words(dyad.Second));
        var key = Unique(KeyPlace, $"{string.Join('-', one)}-{string.Join('-', other)}".ToLowerInvariant(), "-");
        var prefix = Unique(PrefixPlace, $"{Short(one)}{Short(other)}", "");
        _keys.Add(dyad, key);
        return new Relationship(key, $"{dyad.First}–{dyad.Second}", [], prefix, [Development]) { Parties = [dyad.First, dyad.Second] };
    }

    // Two names may come to one key, as A-B and A B do; the second gets a number.
    private string Unique(Func<string, string> place, string wanted, string before)
    {
        var given = wanted;
        for (var number = 2; !_taken.Add(place(given)); number++)
            given = string.Create(CultureInfo.InvariantCulture, $"{wanted}{before}{number}");
        return given;
    }

    // Keys and prefixes are two kinds of names, each unique among its own.
    private static string KeyPlace(string key) => $"key {key}";

    private static string PrefixPlace(string prefix) => $"prefix {prefix}";

    private static string[] Words(string name)
    {
        var letters = new StringBuilder(name.Length);
        foreach (var c in name)
            letters.Append(char.IsLetterOrDigit(c) ? c : ' ');
        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words ? words : ["unnamed"];
    }

    // South Sudan is SS, Sudan SUD.
    private static string Short(string[] words) =>
        (words is [var only] ? only[..Math.Min(only.Length, 3)] : string.Concat(words.Take(3).Select(w => w[0]))).ToUpperInvariant();
}

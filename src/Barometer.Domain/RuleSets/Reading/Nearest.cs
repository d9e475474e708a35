namespace Barometer.Domain.RuleSets.Reading;

/// <summary>What somebody may have meant who mistyped a word.</summary>
public static class Nearest
{
    // Longer ones are no slip of the finger, and comparing them would take long.
    private const int Longest = 64;

    /// <summary>The known word that is reached with the fewest changes, at most a third of its letters; null where none is near.</summary>
    public static string? To(string written, IEnumerable<string> known) =>
        written.Length > Longest
            ? null
            : known.Where(k => k.Length <= Longest)
                .Select(k => (Word: k, Changes: Changes(Folded(written), Folded(k))))
                .Where(k => k.Changes <= Math.Max(1, k.Word.Length / 3))
                .OrderBy(k => k.Changes)
                .Select(k => k.Word)
                .FirstOrDefault();

    /// <summary>The end of a sentence: "; did you mean 'x'?", or its full stop.</summary>
    public static string Asked(string written, IEnumerable<string> known) => To(written, known) is { } word ? $"; did you mean '{word}'?" : ".";

    // half_life, Half-Life and halfLife are the same slip.
    private static string Folded(string word) => word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    // Levenshtein's distance, where an exchange of two neighbours counts as one change.
    private static int Changes(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}

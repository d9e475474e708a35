namespace Barometer.Domain.Developments;

/// <summary>Hyphens, dashes and minus signs, which print and people use one for another.</summary>
public static class Dashes
{
    private const string All = "-‐‑‒–—―−﹣－";

    /// <summary>True for any of them.</summary>
    public static bool Are(char c) => All.Contains(c, StringComparison.Ordinal);

    /// <summary>The same text, of the same length, with every one of them a hyphen.</summary>
    public static string Plain(string text) => string.Create(text.Length, text, (plain, printed) =>
    {
        for (var i = 0; i < plain.Length; i++)
            plain[i] = Are(printed[i]) ? '-' : printed[i];
    });
}

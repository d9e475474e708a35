using System.Collections.Frozen;

namespace Barometer.Publications.Coded;

/// <summary>CAMEO codes and the labels that coded data give them; cameo-labels.txt beside this file has them, a line a code.</summary>
public static class CameoLabels
{
    private static readonly (string Code, string[] Labels)[] Known = [.. Read()];
    private static readonly FrozenDictionary<string, string> Codes = Known.SelectMany(k => k.Labels.Select(l => (k.Code, Label: l))).ToFrozenDictionary(k => k.Label, k => k.Code);
    private static readonly FrozenDictionary<string, string> Labels = Known.ToFrozenDictionary(k => k.Code, k => k.Labels[0]);

    /// <summary>The code of a label; null where it is not known.</summary>
    public static string? CodeOf(string label) => Codes.GetValueOrDefault(label);

    /// <summary>The label of a code, of several the first; null where it is not known.</summary>
    public static string? LabelOf(string? code) => code is null ? null : Labels.GetValueOrDefault(code);

    private static IEnumerable<(string Code, string[] Labels)> Read()
    {
        using var reader = new StreamReader(typeof(CameoLabels).Assembly.GetManifestResourceStream("Barometer.Publications.Coded.cameo-labels.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var code = line.IndexOf(' ', StringComparison.Ordinal);
            yield return (line[..code], line[(code + 1)..].Split(" | "));
        }
    }
}

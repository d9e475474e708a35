using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Barometer.Publications.Minsk;

/// <summary>The total under a catalogue: a number for each dimension, and a colour in brackets.</summary>
internal sealed partial class CatalogueTotal(int dimensions)
{
    private readonly List<(int Points, int Line)> _points = [];
    private bool _begun;

    public ImmutableArray<(int Points, int Line)> Points => [.. _points];

    public (string Colour, int Line)? Band { get; private set; }

    /// <summary>True when the line belongs to the total.</summary>
    public bool Takes(Line line)
    {
        if (!_begun && !Total().IsMatch(line.Plain))
            return false;
        if (_begun && Colour().Match(line.Text) is { Success: true } colour)
        {
            Band = (colour.Groups[1].Value, line.Number);
            return true;
        }

        var (before, scores) = TrailingScores.Of(line, dimensions - _points.Count);
        var takes = !_begun || (before.Length == 0 && scores.Length > 0);
        _begun = true;
        if (takes)
            _points.AddRange(scores.Select(s => (s, line.Number)));
        return takes;
    }

    [GeneratedRegex(@"^Total\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"^\((\p{L}+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Colour();
}

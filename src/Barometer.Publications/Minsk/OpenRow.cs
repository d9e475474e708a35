using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Record;

namespace Barometer.Publications.Minsk;

/// <summary>A row that is being read: it has its date, and takes lines until it has its scores.</summary>
internal sealed partial class OpenRow(int place, PrintedDate date, int firstLine, ImmutableArray<Dimension> dimensions)
{
    private readonly List<Line> _title = [];
    private readonly List<int> _scores = [];
    private int _lastLine = firstLine;
    private bool _looksWrong;

    public int FirstLine { get; } = firstLine;

    public bool HasTitle => _title.Count > 0;

    public bool IsComplete => _scores.Count >= dimensions.Length;

    public string Text => $"{date.Printed} {Line.Join(_title)}";

    /// <summary>Takes a line of the title, with the scores at its end.</summary>
    public void Add(Line line)
    {
        _lastLine = line.Number;
        if (line.IsBlank)
            return;
        // One more than there can be, so that one too many is seen and not taken for a word of the title.
        var (before, scores) = TrailingScores.Of(line, dimensions.Length - _scores.Count + 1);
        _looksWrong = scores.IsEmpty && TrailingScores.LooksWrong(line);
        if (before.Length > 0)
            _title.Add(line with { Text = before });
        _scores.AddRange(scores);
    }

    /// <summary>Takes a score of the other sign that stands alone below a row of one dimension: "+1" and "-1" are one score of two parts.</summary>
    public bool TakesSecond(Line line)
    {
        if (dimensions.Length != 1 || _scores.Count != 1 || TrailingScores.Of(line, 1) is not ({ Length: 0 }, [var second]) || second * _scores[0] >= 0)
            return false;
        _scores.Add(second);
        _lastLine = line.Number;
        return true;
    }

    /// <summary>The row, or why it is none.</summary>
    public Decision<CatalogueRow> Finish()
    {
        if (_scores.Count < dimensions.Length)
            return Refusal.Usage(_looksWrong
                ? "What stands at the end is no score; one looks like +2, -1 or 0."
                : $"The row has {_scores.Count} of its {dimensions.Length} score{(dimensions.Length == 1 ? "" : "s")}; one looks like +2, -1 or 0.");
        if (SecondRow().IsMatch(Dashes.Plain(Line.Join(_title))))
            return Refusal.Usage("A second row begins on a line of this one; each row begins on its own.");
        if (_title.Count == 0)
            return Refusal.Usage("The row has no title between its date and its score.");
        if (_scores.Count > dimensions.Length && !(dimensions.Length == 1 && _scores is [var one, var other] && one * other < 0))
            return Refusal.Usage($"The row ends in {_scores.Count} scores ({string.Join(' ', _scores.Select(s => Score.Signed(s)))}); {(dimensions.Length == 1 ? "it has one, or a positive and a negative one, as +1 -1" : $"it has {dimensions.Length}")}.");
        var points = new Points(dimensions.Select((d, i) => new Score(d.Key, Math.Max(_scores[i], 0), Math.Min(_scores[i], 0))));
        if (_scores.Count > dimensions.Length)
            points = new Points([new Score(dimensions[0].Key, _scores.Max(), _scores.Min())]);
        return new CatalogueRow(place, date, Line.Join(_title), points, FirstLine, _lastLine);
    }

    // A score in the middle, and a day after it.
    [GeneratedRegex(@"(?:^| )(?:[+-][0-9]|0) [0-9]{1,2}(?:-[0-9]{1,2})? " + PrintedDateReading.Month + @"\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SecondRow();
}

using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>The rows of one relationship's catalogue, and the total under them.</summary>
/// <param name="Rows">In the order of print.</param>
/// <param name="Totals">One for each dimension; empty where none is printed.</param>
/// <param name="Band">The colour under the total, with its line; null where none is printed.</param>
/// <param name="NotUnderstood">What looked like a row and was not understood.</param>
internal sealed record Catalogue(
    ImmutableArray<CatalogueRow> Rows, ImmutableArray<(int Points, int Line)> Totals, (string Colour, int Line)? Band, ImmutableArray<NotUnderstood> NotUnderstood);

/// <summary>A row of a catalogue.</summary>
/// <param name="Place">1 for the first row; rows that were not understood have their place too, so that mending one moves no other.</param>
/// <param name="Date">When.</param>
/// <param name="Title">What.</param>
/// <param name="Points">How it was scored.</param>
/// <param name="FirstLine">Where it starts.</param>
/// <param name="LastLine">Where it ends.</param>
internal sealed record CatalogueRow(int Place, PrintedDate Date, string Title, Points Points, int FirstLine, int LastLine);

/// <summary>
/// Reads a catalogue line by line. A row starts with a date and ends with its scores, wherever the lines break between; a score
/// on a line of its own that follows a row is the row's second.
/// </summary>
internal sealed class CatalogueReading(IReadOnlyList<Line> lines, ImmutableArray<Dimension> dimensions, PeriodId period)
{
    private readonly ImmutableArray<CatalogueRow>.Builder _rows = ImmutableArray.CreateBuilder<CatalogueRow>();
    private readonly ImmutableArray<NotUnderstood>.Builder _notUnderstood = ImmutableArray.CreateBuilder<NotUnderstood>();
    private readonly CatalogueTotal _total = new(dimensions.Length);
    private OpenRow? _open;
    private int _place;
    private bool _astray;

    public Catalogue Read()
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (!lines[at].IsBlank && !Furniture.IsFooter(lines[at]) && !Furniture.IsColumnHeader(lines[at], dimensions))
                at += Take(at) - 1;
        }

        Close();
        return new Catalogue(_rows.ToImmutable(), _total.Points, _total.Band, _notUnderstood.ToImmutable());
    }

    // Returns how many lines it took.
    private int Take(int at)
    {
        var line = lines[at];
        if (_total.Takes(line))
        {
            Close();
            return 1;
        }

        if (_open is { IsComplete: false } && !StartsNextRow(at))
        {
            _open.Add(line);
            return 1;
        }

        if (_open?.TakesSecond(line) ?? false)
            return 1;
        if (DateAtStart.Find(lines, at, period) is { } start)
        {
            Close();
            _astray = false;
            _open = new OpenRow(++_place, start.Date, line.Number, dimensions);
            var last = lines[at + start.Lines - 1];
            _open.Add(last with { Text = start.Rest });
            return start.Lines;
        }

        Close();
        _notUnderstood.Add(NotUnderstood.At(line.Number, line.Text, "This is no row: one starts with a date (5 December, 4-5 November, Late December, -) and ends with its score."));
        // Lines that follow one another without being a row are likely one row.
        _place += _astray ? 0 : 1;
        _astray = true;
        return 1;
    }

    // In an unfinished row a line may begin with a month or a dash and go on with the title; a day and a month begin a row.
    private bool StartsNextRow(int at) =>
        _open!.HasTitle && DateAtStart.Find(lines, at, period) is { Date.Precision: not (Precision.Month or Precision.Unknown) };

    private void Close()
    {
        if (_open is { } row)
        {
            if (row.Finish().Accepted(out var finished, out var refusal))
                _rows.Add(finished);
            else
                _notUnderstood.Add(NotUnderstood.At(row.FirstLine, row.Text, refusal.Sentence));
        }

        _open = null;
    }
}

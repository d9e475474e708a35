using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Publications.Minsk;

/// <summary>
/// Reads an issue in the layout of the Minsk Barometer from the text of its PDF: catalogues, printed figures, tables as
/// evidence, and its texts. It goes by headings and forms, not by places, so that other issues in the same layout are read too.
/// </summary>
internal sealed class IssueReading
{
    private readonly Settings _settings;
    private readonly IssueLayout _layout;
    private readonly int _issue;
    private readonly PeriodId _period;
    private readonly ImmutableArray<ReadDevelopment>.Builder _developments = ImmutableArray.CreateBuilder<ReadDevelopment>();
    private readonly List<PrintedFigure> _figures = [];
    private readonly List<ReadText> _texts = [];
    private readonly List<PrintedTable> _tables = [];
    private readonly List<NotUnderstood> _notUnderstood = [];
    private readonly List<Remark> _remarks = [];

    private IssueReading(Settings settings, IssueLayout layout, int issue, PeriodId period) =>
        (_settings, _layout, _issue, _period) = (settings, layout, issue, period);

    /// <summary>What the issue says.</summary>
    /// <param name="lines">The text, line by line.</param>
    /// <param name="name">What to call it while its number is not known.</param>
    /// <param name="settings">The barometer that it is an issue of.</param>
    public static Reading Read(IReadOnlyList<Line> lines, string name, Settings settings)
    {
        var layout = IssueLayout.Of(lines, settings);
        if (layout.Appendices.All(a => a.Catalogues.IsEmpty))
            return Refused(name, lines.FirstOrDefault(l => !l.IsBlank, lines[0]), "This is no issue of a barometer: it has no catalogue (an appendix with \"Catalogue of events\" and \"Relationship with …\").");
        return IssueNumber.Of(layout.Introduction, settings.Calendar).Accepted(out var number, out var refusal)
            ? new IssueReading(settings, layout, number.Issue, number.Period).Read()
            : Refused(name, IssueNumber.Told(layout.Introduction), refusal.Sentence);
    }

    private Reading Read()
    {
        ReadSections();
        ReadAppendices();
        var publication = $"{_settings.Name}, issue {_issue}";
        return new Reading
        {
            Publication = publication,
            Period = _period,
            Developments = _developments.ToImmutable(),
            Figures = [.. _figures.Select(f => new ReadFigure(publication, _period, f))],
            Texts = [.. _texts],
            NotUnderstood = [.. _notUnderstood.OrderBy(n => n.Line)],
            Remarks = [.. _remarks.OrderBy(r => r.Line)],
        };
    }

    private void ReadSections()
    {
        var introduction = Paragraphs.Of(_layout.Introduction).Select(p => p.As(heading: null)).ToImmutableArray();
        if (!introduction.IsEmpty)
            _texts.Add(new ReadText("issue", TextKind.Introduction, Title: null, introduction));
        foreach (var section in _layout.Sections)
        {
            _figures.AddRange(HeadlineFigures.Of(section).Where(f => !_figures.Any(f.IsSameFigureAs)));
            _notUnderstood.AddRange(section.Lines.Where(HeadlineFigures.IsSpoilt).Select(l => NotUnderstood.At(l.Number, l.Text, "This is no figure of a headline; one looks like \"Positive points: +24\", on one line.")));
            var told = section.Lines.Where(l => !HeadlineFigures.IsPart(l) && !HeadlineFigures.IsLabel(l) && !Furniture.IsFooter(l)).ToArray();
            var tables = new Tables(told, _period).Find();
            _tables.AddRange(tables.Found);
            _remarks.AddRange(tables.WithoutRows.Select(t => new Remark(t.Number, $"No row of \"{t.Text}\" was understood; it is kept as text, and is no evidence of what cites it.")));
            _texts.AddRange(SectionTexts.Of(section.Relationship!.Key, tables.Rest));
            _texts.AddRange(tables.Found.Select(t => t.As(section.Relationship.Key, tables.LastLines)));
        }
    }

    private void ReadAppendices()
    {
        var read = new Dictionary<Relationship, Line>();
        foreach (var appendix in _layout.Appendices)
        {
            foreach (var catalogue in appendix.Catalogues)
            {
                if (catalogue.Relationship is not { } relationship)
                    LeaveOut(catalogue, $"There is no such relationship; {_settings.Name} has {string.Join(", ", _settings.Relationships.Select(r => r.PrintedAs.FirstOrDefault() ?? r.Name))}. Its catalogue is left out.");
                else if (read.TryGetValue(relationship, out var before))
                    LeaveOut(catalogue, $"{relationship.Name} has a catalogue already, at line {before.Number}; a relationship has one. This one is left out.");
                else
                    ReadCatalogue(relationship with { Dimensions = InOrderOfPrint(relationship.Dimensions, catalogue.Lines) }, catalogue, appendix.Name);
                if (catalogue.Relationship is not null)
                    read.TryAdd(catalogue.Relationship, catalogue.Heading);
            }

            // A scale is of the tension in a region: of security, where the barometer has it.
            if (ColourScale.Read(appendix.Scale, MinskBarometer.Security(_settings)?.Key ?? "issue") is { } scale)
                _texts.Add(scale);
            _notUnderstood.AddRange(appendix.Strays.Select(l => NotUnderstood.At(
                l.Number, l.Text, $"{appendix.Name} has this in no catalogue; one stands under \"Relationship with …\", or under \"Catalogue of events underlying the security indices\".")));
        }

        Miss(read);
    }

    // A text that was cut off ends somewhere without looking wrong.
    private void Miss(Dictionary<Relationship, Line> catalogues) =>
        _remarks.AddRange(_layout.Sections
            .Where(s => !catalogues.ContainsKey(s.Relationship!))
            .Select(s => new Remark(s.Heading.Number, $"The issue speaks of {s.Relationship!.Name} and has no catalogue of it; was the text cut off?")));

    private void LeaveOut(Stretch catalogue, string why) => _notUnderstood.Add(NotUnderstood.At(catalogue.Heading.Number, catalogue.Heading.Text, why));

    private void ReadCatalogue(Relationship relationship, Stretch stretch, string place)
    {
        var catalogue = new CatalogueReading(stretch.Lines, relationship.Dimensions, _period).Read();
        var (evidence, remarks) = CitedEvidence.Of(catalogue.Rows, _tables);
        _notUnderstood.AddRange(catalogue.NotUnderstood);
        _remarks.AddRange(remarks);
        if (catalogue.Totals.Length < relationship.Dimensions.Length)
            _remarks.Add(new Remark(stretch.Heading.Number, $"The catalogue of {relationship.Name} lacks a total under it; was the text cut off?"));
        foreach (var (row, cited) in catalogue.Rows.Zip(evidence))
        {
            if (_settings.Check(row.Points, relationship) is { } refusal)
                _notUnderstood.Add(NotUnderstood.At(row.FirstLine, $"{row.Date.Printed} {row.Title} {row.Points}", refusal.Sentence));
            else
                _developments.Add(Development(relationship, row, cited));
        }

        _figures.AddRange(catalogue.Totals.Select((t, i) => new PrintedFigure(relationship.Key, relationship.Dimensions[i].Key, FigureKind.CatalogueTotal, t.Points, Band: null, place, t.Line)));
        // A colour stands under the last of the totals.
        if (catalogue.Band is var (colour, line))
            _figures.Add(new PrintedFigure(relationship.Key, relationship.Dimensions[^1].Key, FigureKind.Band, Points: null, colour, place, line));
    }

    private ReadDevelopment Development(Relationship relationship, CatalogueRow row, ImmutableArray<Evidence> evidence)
    {
        var particulars = new Particulars
        {
            Title = row.Title,
            Date = row.Date,
            Classification = Classification.None with { Evidence = evidence },
            Origin = new Origin(Origin.PlaceInIssue(_issue, relationship.Key, row.Place), row.FirstLine, row.LastLine),
        };
        return new ReadDevelopment(relationship.Key, particulars, row.Points, _period, Reason: null);
    }

    private static ImmutableArray<Dimension> InOrderOfPrint(ImmutableArray<Dimension> dimensions, IReadOnlyList<Line> lines)
    {
        var header = Line.Join(lines.TakeWhile(l => l.IsBlank || Furniture.IsColumnHeader(l, dimensions)));
        return [.. dimensions.OrderBy(d => header.IndexOf(d.Name, StringComparison.OrdinalIgnoreCase))];
    }

    private static Reading Refused(string name, Line line, string why) =>
        new() { Publication = name, NotUnderstood = [NotUnderstood.At(line.Number, line.Text, why)] };
}

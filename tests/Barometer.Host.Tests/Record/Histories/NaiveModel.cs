using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;

namespace Barometer.Host.Tests.Record.Histories;

/// <summary>What an editor with a sheet of paper knows: each development, its points, where it counts, whether it stands.</summary>
public sealed class NaiveModel
{
    private readonly Dictionary<Reference, Entry> _sheet = [];

    public IReadOnlyDictionary<Reference, Entry> Sheet => _sheet;

    public void Put(Reference reference, Entry entry) => _sheet[reference] = entry;

    public void Change(Reference reference, Func<Entry, Entry> change) => _sheet[reference] = change(_sheet[reference]) with { Revision = _sheet[reference].Revision + 1 };

    /// <summary>Every index on which something counts, as text to compare.</summary>
    public string Indices() => Written(
        from e in _sheet.Values
        where e is { Withdrawn: false, Points: not null }
        from score in e.Points!
        group score by (e.Relationship, score.Dimension, e.Period) into g
        select new IndexFigure(g.Key.Relationship, g.Key.Dimension, g.Key.Period, g.Sum(s => s.Positive), g.Sum(s => s.Negative), g.Count()));

    /// <summary>Indices as text, those of zero developments left out.</summary>
    public static string Written(IEnumerable<IndexFigure> indices) =>
        string.Join('\n', indices.Where(i => i.Developments > 0).Select(i => $"{i.Relationship} {i.Dimension} {i.Period} {i.Positive} {i.Negative} {i.Developments}").Order(StringComparer.Ordinal));
}

/// <summary>A line of the sheet.</summary>
public sealed record Entry(string Relationship, PeriodId Period, Points? Points, bool Withdrawn, int Revision);

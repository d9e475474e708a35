using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Publications;

namespace Barometer.Host.Imports;

/// <summary>What an import records as printed. Pure: what is in the record already is passed in.</summary>
/// <param name="Figures">Figures that are not in the record as they are printed here.</param>
/// <param name="Texts">Texts that are not in the record.</param>
/// <param name="Events">What records them, and in which period, in order.</param>
internal sealed record ImportedPrint(ImmutableArray<ReadFigure> Figures, ImmutableArray<TextRecorded> Texts, ImmutableArray<(PeriodId Period, object Event)> Events)
{
    /// <summary>What readings tell that periods do not know yet.</summary>
    public static ImportedPrint Of(IEnumerable<Reading> readings, IReadOnlyDictionary<PeriodId, Period> periods, string actor)
    {
        // What one file of the import tells, the next need not tell again.
        var known = periods.ToDictionary();
        var (figures, texts, events) = (ImmutableArray.CreateBuilder<ReadFigure>(), ImmutableArray.CreateBuilder<TextRecorded>(), ImmutableArray.CreateBuilder<(PeriodId, object)>());
        foreach (var reading in readings)
        {
            foreach (var printed in reading.Figures.GroupBy(f => (f.Period, f.Publication)))
            {
                ReadFigure[] fresh = [.. printed.Where(f => !known[f.Period].Printed.Any(f.Figure.SaysTheSameAs))];
                figures.AddRange(fresh);
                if (fresh.Length > 0)
                    Add(printed.Key.Period, new FiguresPrinted(printed.Key.Period, printed.Key.Publication, [.. fresh.Select(f => f.Figure)], actor));
            }

            if (reading.Period is not { } period)
                continue;
            foreach (var text in reading.Texts.Select(t => new TextRecorded(period, t.Section, t.Kind, t.Title, t.Passages, actor)).Where(t => !known[period].Texts.Contains(t.Key)))
            {
                texts.Add(text);
                Add(period, text);
            }
        }

        return new ImportedPrint(figures.ToImmutable(), texts.ToImmutable(), events.ToImmutable());

        void Add(PeriodId period, object e)
        {
            events.Add((period, e));
            known[period] = Period.Fold(known[period], e);
        }
    }
}

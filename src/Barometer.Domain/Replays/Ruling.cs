using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>Computes the indices under a rule set, relationship by relationship.</summary>
internal sealed class Ruling
{
    private readonly RuleSet _rules;
    private readonly Columns _columns;
    private readonly (PeriodId First, PeriodId Last) _asked;
    private readonly (PeriodId First, PeriodId Last) _reference;
    private readonly PeriodRange _periods;
    private readonly Treatments _treatments;
    private readonly int[] _treatmentOfRow;
    private readonly ILookup<int, Share> _shares;
    private readonly DecayFactors? _decay;

    public Ruling(RuleSet rules, Columns columns, PeriodId first, PeriodId last)
    {
        (_rules, _columns, _asked) = (rules, columns, (first, last));
        _reference = (rules.Composite?.From ?? first, rules.Composite?.To ?? last);
        _treatments = new Treatments(columns, rules);
        _treatmentOfRow = rules.Rules.Any(AsksForRows) ? _treatments.OfRows() : [];
        if (_treatmentOfRow.Length > 0)
            Keeping.Apply(_treatments, _treatmentOfRow);
        _shares = Refiling.Of(_treatments, _treatmentOfRow);
        _periods = Periods();
        _decay = rules.Rules.Select(r => r.Act).OfType<Level>().LastOrDefault()?.HalfLife is { } halfLife ? new DecayFactors(halfLife, LongestPeriod()) : null;
    }

    /// <summary>The indices.</summary>
    public RuledIndices Indices()
    {
        var parts = new (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded)[_columns.Relationships.Length];
        var segments = _columns.Segments.ToLookup(s => s.Relationship);
        Parallel.For(0, parts.Length, () => new Tally(), (relationship, _, tally) =>
        {
            parts[relationship] = Of(relationship, segments[relationship], tally);
            return tally;
        }, _ => { });
        var indices = parts.SelectMany(p => p.Indices).ToImmutableArray();
        return new RuledIndices(
            _rules.Pin, _columns.Positions, _asked.First, _asked.Last, [.. indices.Where(i => IsAsked(i.Period))],
            _rules.Composite is { } composite ? Compositing.Of(composite, indices, [.. _periods.All.Where(IsAsked)], [.. _periods.All.Where(IsReference)]) : [],
            [.. parts.SelectMany(p => p.NotCoded)]);
    }

    private static bool AsksForRows(Rule rule) =>
        rule.Act is Keep or FileBy or Saturate or Level || (rule.Act is Cap cap && Capping.AsksForRows(cap));

    private static bool AsksForCells(Rule rule) => rule.Act is Cap or Compare;

    // Of what comes before the periods asked for, these reach into them.
    private static bool AsksForThePast(Rule rule) => rule.Act is Level or Compare or FileBy;

    private (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded) Of(int place, IEnumerable<Segment> segments, Tally tally)
    {
        var (relationship, accounts) = (_columns.Relationships[place], new Accounts(_periods.All.Length, _treatments.Dimensions.Length, _rules.Rules.Length));
        var (keepsCells, needsPast) = (_rules.Rules.Any(AsksForCells), _rules.Rules.Any(AsksForThePast));
        (Segment Segment, int Period)[] needed = [.. segments.Select(s => (Segment: s, Period: _periods.PlaceOf(s.Period))).Where(s => s.Period >= 0 && (needsPast || IsNeeded(s.Segment.Period)))];
        var cells = ImmutableArray.CreateBuilder<Cell[]>();
        var notCoded = new NotCodedCount(relationship.Key);
        foreach (var (segment, period) in needed)
        {
            var counted = tally.Of(_treatments, segment, _treatmentOfRow);
            CellPosting.Post(counted, _treatments, accounts, period);
            if (IsAsked(segment.Period))
                notCoded.Add(segment.Period, counted, _treatments);
            if (keepsCells)
                cells.Add(counted.ToArray());
        }

        Sum(new Sheet(relationship, [.. needed], cells.ToImmutable(), _treatments, _treatmentOfRow, [.. _shares[place]], _periods, accounts));
        return (Closed(relationship, accounts), notCoded.All());
    }

    private void Sum(Sheet sheet)
    {
        CellPosting.PostRefiled(sheet);
        for (var rule = 0; rule < _rules.Rules.Length; rule++)
        {
            if (_rules.Rules[rule].Act is Cap)
                Capping.Post(sheet, rule);
            else if (_rules.Rules[rule].Act is Compare)
                PeriodComparison.Post(sheet, rule);
        }

        if (Walk.IsAskedBy(_rules))
            Walk.Post(sheet, _decay);
    }

    private ImmutableArray<RuledIndex> Closed(Barometers.Relationship relationship, Accounts accounts)
    {
        var closed = ImmutableArray.CreateBuilder<RuledIndex>();
        for (var period = 0; period < _periods.All.Length; period++)
        {
            for (var dimension = 0; IsNeeded(_periods.All[period]) && dimension < _treatments.Dimensions.Length; dimension++)
            {
                if (accounts.Find(period, dimension) is { } account)
                    closed.Add(account.Close(relationship.Key, _treatments.Dimensions[dimension], _periods.All[period], _rules.Rules));
            }
        }

        return closed.DrainToImmutable();
    }

    // A composite may look at periods that nobody asked for.
    private PeriodRange Periods()
    {
        var calendar = _columns.Settings.Calendar;
        var filled = _columns.Segments.Select(s => s.Period).Concat(_shares.SelectMany(s => s).Select(s => s.Period));
        var first = _reference.First.FirstDay < _asked.First.FirstDay ? calendar.PeriodOf(_reference.First.FirstDay) : _asked.First;
        var last = _reference.Last.LastDay > _asked.Last.LastDay ? calendar.PeriodOf(_reference.Last.LastDay) : _asked.Last;
        return PeriodRange.From(filled, first, last, calendar);
    }

    private bool IsAsked(PeriodId period) => Lies(period, _asked);

    private bool IsReference(PeriodId period) => Lies(period, _reference);

    private bool IsNeeded(PeriodId period) => IsAsked(period) || IsReference(period);

    private static bool Lies(PeriodId period, (PeriodId First, PeriodId Last) range) => period.FirstDay >= range.First.FirstDay && period.LastDay <= range.Last.LastDay;

    private int LongestPeriod() => _periods.All.Select(p => p.LastDay.DayNumber - p.FirstDay.DayNumber + 1).DefaultIfEmpty().Max();
}

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
    private readonly Lazy<Cell[][]> _cells;
    private readonly bool _areCounted;

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
        _decay = DecayOf(rules);
        _cells = new Lazy<Cell[][]>(Counted);
    }

    private Ruling(Ruling same, RuleSet rules, Columns columns)
    {
        (_rules, _columns, _asked, _reference, _periods, _treatments) = (rules, columns, same._asked, same._reference, same._periods, same._treatments.With(rules, columns));
        // Of several that are alike, another may be the largest with other numbers, or another kind.
        var isKeptSame = columns == same._columns && !rules.Rules.Any(r => r.Act is Keep { Which: Kept.Largest });
        _treatmentOfRow = isKeptSame || same._treatmentOfRow is [] ? same._treatmentOfRow : _treatments.OfRows();
        if (_treatmentOfRow != same._treatmentOfRow)
            Keeping.Apply(_treatments, _treatmentOfRow);
        _shares = Refiling.Of(_treatments, _treatmentOfRow);
        _decay = DecayOf(rules);
        _areCounted = isKeptSame;
        _cells = isKeptSame ? same._cells : new Lazy<Cell[][]>(Counted);
    }

    /// <summary>The treatments.</summary>
    public Treatments Treatments => _treatments;

    /// <summary>The cells of each segment, counted once.</summary>
    public Cell[][] Cells => _cells.Value;

    /// <summary>The same with other numbers in the rules, or with other kinds of the rows; what these do not change is found once for all.</summary>
    /// <param name="rules">Rules that differ in their numbers alone.</param>
    /// <param name="columns">Columns that differ in the kind of rows alone, of kinds that were there.</param>
    public Ruling With(RuleSet rules, Columns columns) => new(this, rules, columns);

    /// <summary>The indices.</summary>
    public RuledIndices Indices()
    {
        var parts = new (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded)[_columns.Relationships.Length];
        var segments = _columns.Segments.Index().ToLookup(s => s.Item.Relationship);
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

    /// <summary>What every development posts, row by row.</summary>
    public IEnumerable<DevelopmentPosting> Postings() => _columns.Segments.SelectMany(PostingsOf).Concat(_shares.SelectMany(PostingsOfShares)).Where(p => IsAsked(p.Period));

    private IEnumerable<DevelopmentPosting> PostingsOf(Segment segment) =>
        from run in _treatments.Runs(segment)
        from row in Enumerable.Range(run.Start, run.End - run.Start)
        let treatment = _treatmentOfRow.Length > 0 ? _treatmentOfRow[row] : run.Treatments[_columns.Kind[row]]
        from effect in _treatments.EffectsOf(treatment).Postings
        select new DevelopmentPosting(
            _columns.Relationships[segment.Relationship].Key, _treatments.Dimensions[effect.Dimension], segment.Period, _columns.ReferenceOf(segment.Relationship, row),
            effect.Line == Account.Assigned ? null : _rules.Rules[effect.Line - 1].Id, effect.Positive + effect.Negative);

    private IEnumerable<DevelopmentPosting> PostingsOfShares(IGrouping<int, Share> shares)
    {
        foreach (var ofRow in shares.GroupBy(s => s.Row))
        {
            var (first, effects) = (ofRow.First(), _treatments.EffectsOf(ofRow.First().Treatment));
            yield return Posting(first, first.Filed, -(effects.Last.Positive + effects.Last.Negative));
            foreach (var share in ofRow)
                yield return Posting(share, share.Period, share.Positive + share.Negative);
        }

        DevelopmentPosting Posting(Share share, PeriodId period, FixedPoint value) => new(
            _columns.Relationships[shares.Key].Key, _treatments.EffectsOf(share.Treatment).Last.Dimension!, period, _columns.ReferenceOf(shares.Key, share.Row), _rules.Rules[share.Rule].Id, value);
    }

    /// <summary>True for a rule that does not look at counts of treatments alone.</summary>
    public static bool AsksForRows(Rule rule) =>
        rule.Act is Keep or FileBy or Saturate or Level || (rule.Act is Cap cap && Capping.AsksForRows(cap));

    private static bool AsksForCells(Rule rule) => rule.Act is Cap or Compare;

    // Of what comes before the periods asked for, these reach into them.
    private static bool AsksForThePast(Rule rule) => rule.Act is Level or Compare or FileBy;

    private (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded) Of(int place, IEnumerable<(int Place, Segment Segment)> segments, Tally tally)
    {
        var (relationship, accounts) = (_columns.Relationships[place], new Accounts(_periods.All.Length, _treatments.Dimensions.Length, _rules.Rules.Length));
        var (keepsCells, needsPast) = (_rules.Rules.Any(AsksForCells), _rules.Rules.Any(AsksForThePast));
        (Segment Segment, int Period, int Place)[] needed =
            [.. segments.Select(s => (s.Segment, Period: _periods.PlaceOf(s.Segment.Period), s.Place)).Where(s => s.Period >= 0 && (needsPast || IsNeeded(s.Segment.Period)))];
        var cells = ImmutableArray.CreateBuilder<Cell[]>();
        var notCoded = new NotCodedCount(relationship.Key);
        foreach (var (segment, period, segmentPlace) in needed)
        {
            var counted = _areCounted ? _cells.Value[segmentPlace] : tally.Of(_treatments, segment, _treatmentOfRow);
            CellPosting.Post(counted, _treatments, accounts, period);
            if (IsAsked(segment.Period))
                notCoded.Add(segment.Period, counted, _treatments);
            if (keepsCells)
                cells.Add(counted.ToArray());
        }

        Sum(new Sheet(relationship, [.. needed.Select(n => (n.Segment, n.Period))], cells.ToImmutable(), _treatments, _treatmentOfRow, [.. _shares[place]], _periods, accounts));
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

    private Cell[][] Counted()
    {
        var cells = new Cell[_columns.Segments.Length][];
        Parallel.For(0, cells.Length, () => new Tally(), (place, _, tally) =>
        {
            cells[place] = tally.Of(_treatments, _columns.Segments[place], _treatmentOfRow).ToArray();
            return tally;
        }, _ => { });
        return cells;
    }

    private DecayFactors? DecayOf(RuleSet rules) =>
        rules.Rules.Select(r => r.Act).OfType<Level>().LastOrDefault()?.HalfLife is { } halfLife ? new DecayFactors(halfLife, LongestPeriod()) : null;

    // A composite may look at periods that nobody asked for.
    private PeriodRange Periods()
    {
        var calendar = _columns.Settings.Calendar;
        var filled = _columns.Segments.Select(s => s.Period).Concat(_shares.SelectMany(s => s).Select(s => s.Period));
        if (_columns.Begins is { } begins)
            filled = filled.Append(begins);
        var first = _reference.First.FirstDay < _asked.First.FirstDay ? calendar.PeriodOf(_reference.First.FirstDay) : _asked.First;
        var last = _reference.Last.LastDay > _asked.Last.LastDay ? calendar.PeriodOf(_reference.Last.LastDay) : _asked.Last;
        return PeriodRange.From(filled, first, last, calendar);
    }

    private bool IsAsked(PeriodId period) => Lies(period, _asked);

    private bool IsReference(PeriodId period) => Lies(period, _reference);

    private bool IsNeeded(PeriodId period) => IsAsked(period) || IsReference(period);

    private static bool Lies(PeriodId period, (PeriodId First, PeriodId Last) range) => period.IsFrom(range.First, range.Last);

    private int LongestPeriod() => _periods.All.Select(p => p.LastDay.DayNumber - p.FirstDay.DayNumber + 1).DefaultIfEmpty().Max();
}

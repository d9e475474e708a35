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
    private readonly PeriodRange _periods;
    private readonly Treatments _treatments;
    private readonly int[] _treatmentOfRow;
    private readonly ILookup<int, Share> _shares;
    private readonly DecayFactors? _decay;

    public Ruling(RuleSet rules, Columns columns, PeriodId first, PeriodId last)
    {
        (_rules, _columns, _asked) = (rules, columns, (first, last));
        var earliest = columns.Segments.Select(s => s.Period).Append(first).MinBy(p => p.FirstDay);
        _periods = new PeriodRange(earliest, last, columns.Settings.Calendar);
        _treatments = new Treatments(columns, rules);
        _treatmentOfRow = rules.Rules.Any(AsksForRows) ? _treatments.OfRows() : [];
        if (_treatmentOfRow.Length > 0)
            Keeping.Apply(_treatments, _treatmentOfRow);
        _shares = Refiling.Of(_treatments, _treatmentOfRow);
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
            _rules.Pin, _columns.Positions, _asked.First, _asked.Last, indices,
            _rules.Composite is { } composite ? Compositing.Of(composite, indices, [.. _periods.All.Where(IsAsked)]) : [],
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
            var filed = _columns.Segments.First(s => s.Start <= first.Row && first.Row < s.End).Period;
            yield return Posting(first, filed, -(effects.Last.Positive + effects.Last.Negative));
            foreach (var share in ofRow)
                yield return Posting(share, share.Period, share.Positive + share.Negative);
        }

        DevelopmentPosting Posting(Share share, PeriodId period, FixedPoint value) => new(
            _columns.Relationships[shares.Key].Key, _treatments.EffectsOf(share.Treatment).Last.Dimension!, period, _columns.ReferenceOf(shares.Key, share.Row), _rules.Rules[share.Rule].Id, value);
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
        (Segment Segment, int Period)[] needed = [.. segments.Select(s => (Segment: s, Period: _periods.PlaceOf(s.Period))).Where(s => s.Period >= 0 && (needsPast || IsAsked(s.Segment.Period)))];
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
            for (var dimension = 0; IsAsked(_periods.All[period]) && dimension < _treatments.Dimensions.Length; dimension++)
            {
                if (accounts.Find(period, dimension) is { } account)
                    closed.Add(account.Close(relationship.Key, _treatments.Dimensions[dimension], _periods.All[period], _rules.Rules));
            }
        }

        return closed.DrainToImmutable();
    }

    private bool IsAsked(PeriodId period) => period.FirstDay >= _asked.First.FirstDay && period.LastDay <= _asked.Last.LastDay;

    private int LongestPeriod() => _periods.All.Max(p => p.LastDay.DayNumber - p.FirstDay.DayNumber + 1);
}

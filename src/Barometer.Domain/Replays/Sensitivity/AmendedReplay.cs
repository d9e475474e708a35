using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Rows that are alike to the rules and to an index, so that amending one or another makes no difference.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Kind">Their kind.</param>
internal sealed record AlikeRows(ImmutableArray<int> Rows, int Kind);

/// <summary>One row with another score.</summary>
/// <param name="Rows">The row, and those that are alike.</param>
/// <param name="To">The kind that it becomes.</param>
/// <param name="Size">By how many points.</param>
/// <param name="Value">What the index becomes when it alone is amended.</param>
internal readonly record struct Attempt(AlikeRows Rows, int To, int Size, FixedPoint Value);

/// <summary>Computes one index again with amended scores.</summary>
internal sealed class AmendedReplay
{
    private readonly RuleSet _rules;
    private readonly Columns _columns;
    private readonly Ruling _ruling;
    private readonly (string Relationship, string Dimension, PeriodId Period) _index;
    private readonly RuledIndices _baseline;
    private readonly IProgress<int>? _progress;
    private readonly CancellationToken _stop;
    private readonly ImmutableArray<AlikeRows> _alike;
    private readonly Dictionary<int, (int To, int Size)[]> _amendments = [];
    private int _tried;

    public AmendedReplay(RuleSet rules, Columns columns, int relationship, string dimension, PeriodId period, IProgress<int>? progress, CancellationToken stop)
    {
        (_rules, _index, _progress, _stop) = (rules, (columns.Relationships[relationship].Key, dimension, period), progress, stop);
        (IsAdditive, Ranges) = (Scope.IsAdditive(rules), new BandRanges(rules.Scale(dimension)!));
        var scope = Scope.Of(rules, columns, [relationship]);
        var kinds = new NewKinds(scope);
        foreach (var kind in scope.Kind.Distinct().Where(k => scope.Kinds[k].Dimension is not null))
            _amendments.Add(kind, [.. Amended(scope.Kinds[kind], columns.Settings.Range).Select(a => (kinds.PlaceOf(a.Kind), a.Size))]);
        _columns = kinds.Build();
        _ruling = new Ruling(rules, _columns, period, period);
        _baseline = _ruling.Indices();
        Value = ValueIn(_baseline);
        _alike = [.. Alike(period)];
    }

    /// <summary>True where each development moves the index by itself.</summary>
    public bool IsAdditive { get; }

    public BandRanges Ranges { get; }

    /// <summary>The index as it is.</summary>
    public FixedPoint Value { get; }

    /// <summary>The rows that can be amended.</summary>
    public IEnumerable<int> Rows => _alike.SelectMany(a => a.Rows);

    /// <summary>The answer.</summary>
    public SmallestAmendment Smallest()
    {
        var (band, all) = (Ranges.Of(Value), new List<Attempt>());
        for (var size = 1; size <= 2 * _columns.Settings.Range; size++)
        {
            var attempts = Attempts(size).ToArray();
            var found = attempts.Where(a => Ranges.Of(a.Value) != band).SelectMany(a => a.Rows.Rows.Select(row => (Row: row, Attempt: a))).OrderBy(f => f.Row).ToArray();
            if (found is not [])
                return Answer(size, [.. found.Select(f => new BandAmendment(Told(f.Row, f.Attempt.To), f.Attempt.Value, Ranges.Of(f.Attempt.Value)))], least: null);
            all.AddRange(attempts);
        }

        return Answer(size: null, [], IsAdditive ? new AddedAmendments(this, all).Least() : new GreedyAmendments(this).Least());

        SmallestAmendment Answer(int? size, ImmutableArray<BandAmendment> amendments, LeastDevelopments? least) => new(
            _rules.Pin, _columns.Positions, _index.Relationship, _index.Dimension, _index.Period, Value, band, size, amendments, least);
    }

    /// <summary>Every amendment of one row, or those of a size, each tried once for all rows that are alike.</summary>
    /// <param name="size">The size; null for any.</param>
    /// <param name="amended">What is amended already: rows and their kinds.</param>
    public IEnumerable<Attempt> Attempts(int? size = null, IReadOnlyDictionary<int, int>? amended = null)
    {
        foreach (var alike in _alike)
        {
            var rows = amended is null ? alike : alike with { Rows = [.. alike.Rows.Where(row => !amended.ContainsKey(row))] };
            if (rows.Rows is [var first, ..])
            {
                foreach (var (to, by) in _amendments[alike.Kind].Where(a => size is null || a.Size == size))
                    yield return new Attempt(rows, to, by, With([.. amended ?? ImmutableDictionary<int, int>.Empty, new(first, to)]));
            }
        }
    }

    /// <summary>What a row can become.</summary>
    public IEnumerable<int> AmendmentsOf(int row) => _amendments[_columns.Kind[row]].Select(a => a.To);

    /// <summary>The index with rows of other kinds.</summary>
    public FixedPoint With(ImmutableArray<KeyValuePair<int, int>> amended)
    {
        _stop.ThrowIfCancellationRequested();
        var kinds = (int[])_columns.Kind.Clone();
        foreach (var (row, kind) in amended)
            kinds[row] = kind;
        _progress?.Report(++_tried);
        return ValueIn(_ruling.With(_rules, _columns.With(_columns.Kinds, kinds)).Indices());
    }

    /// <summary>What amending a row says.</summary>
    public ScoreAmended Told(int row, int to) => new(ReferenceOf(row), ScoreOf(_columns.Kinds[_columns.Kind[row]]), ScoreOf(_columns.Kinds[to]));

    /// <summary>The development of a row.</summary>
    public Reference ReferenceOf(int row) => _columns.ReferenceOf(_columns.RelationshipOf(row), row);

    private FixedPoint ValueIn(RuledIndices indices) =>
        indices.Indices.FirstOrDefault(i => (i.Relationship, i.Dimension, i.Period) == _index)?.Aggregate ?? FixedPoint.Zero;

    // Where rules look at counts alone, rows of one kind that are in one context are alike.
    private IEnumerable<AlikeRows> Alike(PeriodId period)
    {
        var segments = _columns.Segments.Where(s => s.Period == period || Scope.CrossesPeriods(_rules));
        if (Reach.Any(_rules, reach => reach.OfRows))
            return segments.SelectMany(s => Enumerable.Range(s.Start, s.End - s.Start)).Where(IsScored).Select(row => new AlikeRows([row], _columns.Kind[row]));
        return segments.SelectMany(s => _ruling.Treatments.Runs(s))
            .SelectMany(run => Enumerable.Range(run.Start, run.End - run.Start).Where(IsScored).GroupBy(row => _columns.Kind[row]).Select(g => new AlikeRows([.. g], g.Key)));
    }

    private bool IsScored(int row) => _columns.Kinds[_columns.Kind[row]].Dimension is not null;

    private static IEnumerable<(Kind Kind, int Size)> Amended(Kind kind, int range) =>
        from positive in Enumerable.Range(0, range + 1)
        from negative in Enumerable.Range(-range, range + 1)
        let size = Math.Abs(positive - kind.Positive) + Math.Abs(negative - kind.Negative)
        where size > 0
        select (kind with { Positive = positive, Negative = negative }, size);

    private static Score ScoreOf(Kind kind) => new(kind.Dimension!, kind.Positive, kind.Negative);
}

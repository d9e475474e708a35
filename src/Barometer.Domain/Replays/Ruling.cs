using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>A rule set applied to developments: what they are under it, found once, and the indices that they come to.</summary>
internal sealed class Ruling
{
    public Ruling(RuleSet rules, Columns columns, PeriodId first, PeriodId last)
    {
        (Rules, Columns, Treatments) = (rules, columns, new Treatments(columns, rules));
        Rows = new TreatedRows(Treatments);
        Effects = new EffectTable(Treatments, rules);
        Shares = FilingByDates.Of(Treatments, Rows, Effects.Worths);
        Periods = new PeriodRange(columns, Shares.SelectMany(s => s), rules.Composite, first, last);
        Decay = DecayOf(rules, Periods);
    }

    private Ruling(Ruling same, RuleSet rules, Columns columns)
    {
        (Rules, Columns, Treatments) = (rules, columns, same.Treatments.With(rules, columns));
        // Of several that are alike, another may be the largest with other numbers.
        Rows = ReferenceEquals(columns, same.Columns) && !rules.Rules.Any(r => r.Act is Keep { Which: Kept.Largest }) ? same.Rows : new TreatedRows(Treatments);
        Effects = ReferenceEquals(rules, same.Rules) && Treatments.Count == same.Effects.Count ? same.Effects : new EffectTable(Treatments, rules);
        Shares = FilingByDates.Of(Treatments, Rows, Effects.Worths);
        // What is filed elsewhere may reach further back when it is of another kind.
        Periods = Array.TrueForAll(Shares, s => s is []) ? same.Periods : new PeriodRange(columns, Shares.SelectMany(s => s), rules.Composite, same.Periods.Asked.First, same.Periods.Asked.Last);
        Decay = DecayOf(rules, Periods);
    }

    public RuleSet Rules { get; }

    public Columns Columns { get; }

    public Treatments Treatments { get; }

    /// <summary>The treatment of each row.</summary>
    public TreatedRows Rows { get; }

    /// <summary>What each treatment comes to.</summary>
    public EffectTable Effects { get; }

    /// <summary>What rules file elsewhere, by the relationship's place.</summary>
    public Share[][] Shares { get; }

    public PeriodRange Periods { get; }

    /// <summary>What is left of a level; null where nothing goes.</summary>
    public DecayFactors? Decay { get; }

    /// <summary>True where what comes before the periods asked for reaches into them.</summary>
    public bool NeedsPast => Reach.Any(Rules, reach => reach.FromThePast);

    /// <summary>The same with other numbers in the rules, or with other kinds of the rows; what these do not change is found once for all.</summary>
    /// <param name="rules">Rules that differ in their numbers alone.</param>
    /// <param name="columns">Columns that differ in the kind of rows alone, of kinds that were there.</param>
    public Ruling With(RuleSet rules, Columns columns) => new(this, rules, columns);

    /// <summary>The indices.</summary>
    public RuledIndices Indices()
    {
        var parts = new (ImmutableArray<RuledIndex> Indices, ImmutableArray<NotCoded> NotCoded)[Columns.Relationships.Length];
        Parallel.For(0, parts.Length, () => new Sheet(this), (relationship, _, sheet) =>
        {
            parts[relationship] = sheet.Of(relationship);
            return sheet;
        }, _ => { });
        var indices = parts.SelectMany(p => p.Indices).ToImmutableArray();
        return new RuledIndices(
            Rules.Pin, Columns.Positions, Periods.Asked.First, Periods.Asked.Last, [.. indices.Where(i => Periods.IsAsked(i.Period))],
            Rules.Composite is { } composite ? Compositing.Of(composite, indices, [.. Periods.All.Where(Periods.IsAsked)], [.. Periods.All.Where(Periods.IsReference)]) : [],
            [.. parts.SelectMany(p => p.NotCoded)])
        {
            FiledOutside = [.. Shares.SelectMany(FiledOutside)],
        };
    }

    private IEnumerable<FiledOutside> FiledOutside(Share[] shares, int relationship) =>
        from share in shares
        where Periods.IsAsked(share.Filed) && !Periods.IsAsked(share.Period)
        group share by (Effects.Worths[share.Treatment].Dimension, share.Filed, share.Period, share.Rule) into outside
        select new FiledOutside(
            Columns.Relationships[relationship].Key, Treatments.Dimensions[outside.Key.Dimension], outside.Key.Filed, outside.Key.Period, Rules.Rules[outside.Key.Rule].Id,
            outside.Aggregate(FixedPoint.Zero, (sum, s) => sum + s.Positive + s.Negative), outside.Count());

    private static DecayFactors? DecayOf(RuleSet rules, PeriodRange periods) =>
        rules.Rules.Select(r => r.Act).OfType<Level>().LastOrDefault()?.HalfLife is { } halfLife ? new DecayFactors(halfLife, periods.MostDays) : null;
}

using System.Collections.Immutable;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// How many rows of each index are worth the same: counted once, so that a draw costs cells instead of developments. It serves rules on values,
/// caps by what treatments tell, comparisons of counts, and rules that keep one of several whatever the numbers.
/// </summary>
internal sealed class Cube
{
    private readonly Baseline _baseline;

    public Cube(Baseline baseline)
    {
        (_baseline, Worths) = (baseline, new WorthClasses(baseline.Rules, baseline.Ruling.Treatments));
        var places = baseline.Indices.Index().ToDictionary(i => (i.Item.Relationship, i.Item.Period, i.Item.Dimension), i => i.Index);
        var (columns, figures) = (baseline.Columns, baseline.Figures);
        var (sums, likes) = (new ImmutableArray<CubeSum>[baseline.Indices.Length], new Likes(baseline, Worths));
        Array.Fill(sums, []);
        Parallel.For(0, columns.Relationships.Length, () => new CubeCounter(baseline, likes), (relationship, _, counter) =>
        {
            foreach (var segment in columns.SegmentsOf(relationship))
            {
                if (!segment.Period.IsFrom(figures.From, figures.To))
                    continue;
                foreach (var (dimension, cells) in counter.CellsOf(segment))
                    sums[places[(columns.Relationships[relationship].Key, segment.Period, dimension)]] = SumsOf(cells);
            }

            return counter;
        }, _ => { });
        Sums = [.. sums];
    }

    /// <summary>The sums of each index, the whole index first; none where nothing but rules posts to it.</summary>
    public ImmutableArray<ImmutableArray<CubeSum>> Sums { get; }

    /// <summary>What rows are worth.</summary>
    public WorthClasses Worths { get; }

    /// <summary>True where counts are all that a rule set asks for, whatever of its inputs varies.</summary>
    public static bool IsEnough(RuleSet rules)
    {
        var codersErr = rules.Inputs.Any(i => i.Varies == Varied.Coder);
        return rules.Rules.Index().All(rule => rule.Item.Act switch
        {
            FileBy or Saturate or Level => false,
            Keep { Which: Kept.Largest } => !codersErr && !rules.Inputs.Any(i => IsBefore(i, rule.Index)),
            Keep or Compare => !codersErr,
            Cap cap => !Reach.Of(cap).OfRows && !(codersErr && AsksForPoints(rule.Item.When)),
            MoveTo => !(codersErr && AsksForPoints(rule.Item.When)),
            ActOnValue => true,
            _ => throw new InvalidOperationException($"{rule.Item.Act.GetType().Name} is not known to {nameof(Cube)}."),
        });

        bool IsBefore(Input input, int rule) => rules.Rules.Take(rule).Any(r => r.Id == input.Rule);
    }

    private static bool AsksForPoints(Condition condition) => condition switch
    {
        All all => all.Conditions.Any(AsksForPoints),
        Any any => any.Conditions.Any(AsksForPoints),
        Not not => AsksForPoints(not.Condition),
        _ => condition is Assigned { Points: not null },
    };

    private ImmutableArray<CubeSum> SumsOf(CubeCell[] cells)
    {
        var sums = ImmutableArray.CreateBuilder<CubeSum>();
        sums.Add(new CubeSum(Rule: -1, cells));
        foreach (var (place, rule) in _baseline.Rules.Rules.Index())
        {
            if (rule.Act is Cap && !Capping.IsOfWhole(rule))
                sums.AddRange(cells.GroupBy(c => Worths[c.Alike].StepOf(place)?.Word).Where(g => g.Key is not null).Select(g => new CubeSum(place, [.. g])));
        }

        return sums.DrainToImmutable();
    }
}

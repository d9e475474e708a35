using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Summing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Rows of an index that are worth the same under whatever numbers.</summary>
/// <param name="Place">Its place in its index.</param>
/// <param name="Alike">What they are worth, by place in <see cref="Cube.Worths"/>.</param>
/// <param name="Less">The same, had their coders given one less.</param>
/// <param name="More">The same, had they given one more.</param>
/// <param name="Rows">How many there are.</param>
internal readonly record struct CubeCell(int Place, int Alike, int Less, int More, int Rows)
{
    /// <summary>True where an error of their coders would change anything.</summary>
    public bool Errs => Less != Alike || More != Alike;
}

/// <summary>A sum over cells of an index: of all of them, or of a group that a rule caps.</summary>
/// <param name="Rule">The rule that caps it; -1 for the whole index.</param>
/// <param name="Cells">The cells.</param>
internal sealed record CubeSum(int Rule, CubeCell[] Cells);

/// <summary>
/// How many rows of each index are worth the same: counted once, so that a draw costs cells instead of developments. It serves rules on values,
/// caps by what treatments tell, comparisons of counts, and rules that keep one of several whatever the numbers.
/// </summary>
internal sealed class Cube
{
    private readonly Baseline _baseline;
    private readonly Cell[][] _counted;

    public Cube(Baseline baseline)
    {
        (_baseline, Worths) = (baseline, new Worths(baseline.Rules, baseline.Ruling.Treatments));
        _counted = baseline.Coder is null ? Counted(baseline) : [];
        var places = baseline.Indices.Index().ToDictionary(i => (i.Item.Relationship, i.Item.Period, i.Item.Dimension), i => i.Index);
        var sums = new ImmutableArray<CubeSum>[baseline.Indices.Length];
        Array.Fill(sums, []);
        foreach (var (place, segment) in baseline.Columns.Segments.Index())
        {
            if (!segment.Period.IsFrom(baseline.Figures.From, baseline.Figures.To))
                continue;
            foreach (var (dimension, cells) in CellsOf(place, segment))
                sums[places[(baseline.Columns.Relationships[segment.Relationship].Key, segment.Period, dimension)]] = SumsOf(cells);
        }

        Sums = [.. sums];
    }

    /// <summary>The sums of each index, the whole index first; none where nothing but rules posts to it.</summary>
    public ImmutableArray<ImmutableArray<CubeSum>> Sums { get; }

    /// <summary>What rows are worth.</summary>
    public Worths Worths { get; }

    /// <summary>True where counts are all that a rule set asks for, whatever of its inputs varies.</summary>
    public static bool IsEnough(RuleSet rules)
    {
        var codersErr = rules.Inputs.Any(i => i.Varies == Varied.Coder);
        return rules.Rules.Index().All(rule => rule.Item.Act switch
        {
            FileBy or Saturate or Level => false,
            Keep { Which: Kept.Largest } => !codersErr && !rules.Inputs.Any(i => IsBefore(i, rule.Index)),
            Keep or Compare => !codersErr,
            Cap cap => !Capping.AsksForRows(cap) && !(codersErr && AsksForPoints(rule.Item.When)),
            MoveTo => !(codersErr && AsksForPoints(rule.Item.When)),
            _ => true,
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

    // In the order in which rows come, which is the same on every machine.
    private Dictionary<string, List<CubeCell>> CellsOf(int place, Segment segment)
    {
        var (ofDimension, known) = (new Dictionary<string, List<CubeCell>>(), new Dictionary<(int, int, int), (List<CubeCell> Cells, int Place)>());
        foreach (var (alike, less, more, rows) in _baseline.Coder is { } coder ? Erring(segment, coder) : Counted(place))
        {
            if ((Worths.DimensionOf(alike) ?? Worths.DimensionOf(less) ?? Worths.DimensionOf(more)) is not { } dimension)
                continue;
            if (!known.TryGetValue((alike, less, more), out var there))
            {
                ref var cells = ref CollectionsMarshal.GetValueRefOrAddDefault(ofDimension, dimension, out _);
                known.Add((alike, less, more), there = (cells ??= [], cells.Count));
                cells.Add(new CubeCell(there.Place, alike, less, more, 0));
            }

            there.Cells[there.Place] = there.Cells[there.Place] with { Rows = there.Cells[there.Place].Rows + rows };
        }

        return ofDimension;
    }

    private static Cell[][] Counted(Baseline baseline)
    {
        var (segments, ruling) = (baseline.Columns.Segments, baseline.Ruling);
        var cells = new Cell[segments.Length][];
        Parallel.For(0, cells.Length, () => (Tally: new Tally(ruling.Treatments.Count), Room: Array.Empty<int>()), (place, _, own) =>
        {
            cells[place] = own.Tally.Of(ruling.Rows.Of(segments[place], ref own.Room));
            return own;
        }, _ => { });
        return cells;
    }

    private IEnumerable<(int Alike, int Less, int More, int Rows)> Counted(int place) =>
        _counted[place].Select(cell => (Alike: Worths.PlaceOf(cell.Treatment), cell.Rows)).Select(c => (c.Alike, c.Alike, c.Alike, c.Rows));

    private IEnumerable<(int Alike, int Less, int More, int Rows)> Erring(Segment segment, CoderError coder)
    {
        foreach (var run in _baseline.Ruling.Treatments.Runs(segment))
        {
            var rows = new Dictionary<int, int>();
            for (var row = run.Start; row < run.End; row++)
                CollectionsMarshal.GetValueRefOrAddDefault(rows, _baseline.Columns.Kind[row], out _)++;
            foreach (var (kind, count) in rows)
                yield return (Alike(kind, 0), Alike(kind, -1), Alike(kind, 1), count);

            int Alike(int kind, int error) => Worths.PlaceOf(run.Treatments[coder.Of(kind, error)]);
        }
    }

    private ImmutableArray<CubeSum> SumsOf(List<CubeCell> cells)
    {
        var sums = ImmutableArray.CreateBuilder<CubeSum>();
        sums.Add(new CubeSum(Rule: -1, [.. cells]));
        foreach (var (place, rule) in _baseline.Rules.Rules.Index())
        {
            if (rule.Act is Cap && !Capping.IsOfWhole(rule))
                sums.AddRange(cells.GroupBy(c => Worths[c.Alike].StepOf(place)?.Word).Where(g => g.Key is not null).Select(g => new CubeSum(place, [.. g])));
        }

        return sums.DrainToImmutable();
    }
}

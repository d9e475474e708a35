using System.Numerics;
using System.Runtime.InteropServices;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Computes draws from the counts of a cube, many at once: what does not vary was added up before.</summary>
internal sealed class CubeReplay : VariedReplay
{
    private readonly Baseline _baseline;
    private readonly Cube _cube;
    private readonly bool _codersErr;
    private readonly CubeSumRules _steps;
    private readonly int[] _varied;
    private readonly int[] _placeOfVaried;
    private readonly CubeSum[][] _sums;
    private readonly (FixedPoint Positive, FixedPoint Negative)[][] _constant;
    private readonly long _mostRows;

    public CubeReplay(Baseline baseline, Cube cube, IReadOnlyCollection<Input> inputs)
    {
        (_baseline, _cube, _codersErr) = (baseline, cube, inputs.Any(i => i.Varies == Varied.Coder));
        _steps = new CubeSumRules(baseline);
        var erring = _codersErr ? cube.Sums.SelectMany(s => s).SelectMany(s => s.Cells).Where(c => c.Errs).SelectMany(c => new[] { c.Alike, c.Less, c.More }).ToHashSet() : [];
        _varied = [.. Enumerable.Range(0, cube.Worths.Count).Where(place => erring.Contains(place) || cube.Worths.AreVaried(place, inputs))];
        _placeOfVaried = new int[cube.Worths.Count];
        Array.Fill(_placeOfVaried, -1);
        foreach (var (place, alike) in _varied.Index())
            _placeOfVaried[alike] = place;
        var worths = Enumerable.Range(0, cube.Worths.Count).Select(place => Valuation.Course(cube.Worths[place], baseline.Rules.Rules)[^1]).ToArray();
        (_sums, _constant) = (new CubeSum[cube.Sums.Length][], new (FixedPoint, FixedPoint)[cube.Sums.Length][]);
        Parallel.For(0, _sums.Length, index =>
        {
            _sums[index] = [.. cube.Sums[index].Select(s => s with { Cells = Array.FindAll(s.Cells, IsVaried) })];
            _constant[index] = [.. cube.Sums[index].Select(s => Constant(s, worths))];
        });
        _mostRows = _sums.SelectMany(s => s).Select(s => s.Cells.Sum(c => (long)c.Rows)).DefaultIfEmpty().Max();
    }

    /// <inheritdoc />
    public override int Width => 32;

    /// <inheritdoc />
    public override long[] Aggregates(ReadOnlySpan<Draw> draws)
    {
        var worths = new DrawnWorths(_cube.Worths, _varied, draws, Width, _steps.Any);
        var aggregates = new long[_sums.Length * Width];
        for (var index = 0; index < _sums.Length; index++)
            Compute(index, draws, worths, aggregates.AsSpan(index * Width, Width));
        return aggregates;
    }

    private void Compute(int index, ReadOnlySpan<Draw> draws, DrawnWorths worths, Span<long> aggregates)
    {
        if (!_steps.Any)
        {
            if (_sums[index] is [var whole])
                Add(index, whole, _constant[index][0].Positive + _constant[index][0].Negative, worths.Positive, draws, aggregates);
            return;
        }

        var sums = new long[_sums[index].Length][];
        for (var place = 0; place < sums.Length; place++)
        {
            sums[place] = new long[2 * Width];
            Add(index, _sums[index][place], _constant[index][place].Positive, worths.Positive, draws, sums[place].AsSpan(0, Width));
            Add(index, _sums[index][place], _constant[index][place].Negative, worths.Negative, draws, sums[place].AsSpan(Width));
        }

        for (var draw = 0; draw < draws.Length; draw++)
            aggregates[draw] = _steps.Take(index, _sums[index], draws[draw].Rules, sums, draw, Width).Units;
    }

    private void Add(int index, CubeSum sum, FixedPoint constant, DrawnWorths.Part worths, ReadOnlySpan<Draw> draws, Span<long> into)
    {
        into.Fill(constant.Units);
        var isBounded = (worths.Most * _mostRows) + Int128.Abs(constant.Units) <= long.MaxValue;
        foreach (ref readonly var cell in sum.Cells.AsSpan())
        {
            if (_codersErr && cell.Errs)
                AddErring(index, cell, worths, draws, into);
            else
                Add(worths[_placeOfVaried[cell.Alike]], cell.Rows, into, isBounded);
        }
    }

    private static void Add(ReadOnlySpan<long> worths, int rows, Span<long> into, bool isBounded)
    {
        if (!isBounded)
        {
            for (var draw = 0; draw < into.Length; draw++)
                into[draw] = checked(into[draw] + (worths[draw] * rows));
            return;
        }

        var many = MemoryMarshal.Cast<long, Vector<long>>(worths);
        var sums = MemoryMarshal.Cast<long, Vector<long>>(into);
        for (var place = 0; place < sums.Length; place++)
            sums[place] += many[place] * rows;
    }

    // Which rows err is drawn for all sums in which they are alike.
    private void AddErring(int index, in CubeCell cell, DrawnWorths.Part worths, ReadOnlySpan<Draw> draws, Span<long> into)
    {
        var right = worths[_placeOfVaried[cell.Alike]];
        var below = worths[_placeOfVaried[cell.Less]];
        var above = worths[_placeOfVaried[cell.More]];
        for (var draw = 0; draw < draws.Length; draw++)
        {
            var (less, more) = _baseline.Coder!.Split(RandomBits.Key(draws[draw].Coder!.Value, ((ulong)(uint)index << 32) | (uint)cell.Place), cell.Rows);
            into[draw] = checked(into[draw] + (below[draw] * less) + (above[draw] * more) + (right[draw] * (cell.Rows - less - more)));
        }
    }

    private bool IsVaried(CubeCell cell) => _placeOfVaried[cell.Alike] >= 0;

    private (FixedPoint Positive, FixedPoint Negative) Constant(CubeSum sum, Valuation[] worths)
    {
        var constant = (Positive: FixedPoint.Zero, Negative: FixedPoint.Zero);
        foreach (ref readonly var cell in sum.Cells.AsSpan())
        {
            if (!IsVaried(cell) && worths[cell.Alike] is { Counts: true } worth)
                constant = (constant.Positive + (worth.Positive * cell.Rows), constant.Negative + (worth.Negative * cell.Rows));
        }

        return constant;
    }
}

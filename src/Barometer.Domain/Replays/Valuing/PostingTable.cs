using System.Runtime.Intrinsics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>
/// What a development of each treatment posts, laid out so that many add up quickly. Four numbers are added at once: the positive and the
/// negative change in billionths, 1 for the development on its line, and 1 for the development in its index, on one of its lines.
/// </summary>
internal sealed class PostingTable
{
    private readonly List<(int Dimension, int Line)> _lines = [];
    private readonly int[] _starts;
    private readonly Posting[] _postings;
    private readonly Vector256<long>[][] _byLine;
    private readonly long _largest;

    /// <summary>Lays out what treatments post.</summary>
    /// <param name="effects">What each treatment posts, by its place.</param>
    public PostingTable(Effects[] effects)
    {
        _starts = new int[effects.Length + 1];
        for (var treatment = 0; treatment < effects.Length; treatment++)
            _starts[treatment + 1] = _starts[treatment] + effects[treatment].Postings.Length;
        _postings = new Posting[_starts[^1]];
        var places = new Dictionary<(int Dimension, int Line), int>();
        for (var treatment = 0; treatment < effects.Length; treatment++)
        {
            Fill(effects[treatment], PostingsOf(treatment), places);
            foreach (var effect in effects[treatment].Postings)
                _largest = Math.Max(_largest, Math.Max(Math.Abs(effect.Positive.Units), Math.Abs(effect.Negative.Units)));
        }

        // Where most treatments post to most lines, line by line is quicker than treatment by treatment.
        _byLine = 2 * (long)_postings.Length < (long)_lines.Count * effects.Length ? [] : ByLine(effects.Length);
    }

    /// <summary>Posts what rows of some treatments come to.</summary>
    /// <param name="treatments">The treatment of each row.</param>
    /// <param name="accounts">What is posted to.</param>
    /// <param name="period">The period.</param>
    public void Post(ReadOnlySpan<int> treatments, Accounts accounts, int period)
    {
        Span<Vector256<long>> sums = _lines.Count <= 64 ? stackalloc Vector256<long>[_lines.Count] : new Vector256<long>[_lines.Count];
        Add(treatments, sums);
        for (var line = 0; line < sums.Length; line++)
        {
            if (sums[line][2] == 0)
                continue;
            var account = accounts[period, _lines[line].Dimension];
            account.Post(_lines[line].Line, new FixedPoint(sums[line][0]), new FixedPoint(sums[line][1]), sums[line][2]);
            account.Count(sums[line][3]);
        }
    }

    private void Add(ReadOnlySpan<int> treatments, Span<Vector256<long>> sums)
    {
        if ((Int128)_largest * treatments.Length > long.MaxValue)
            AddChecked(treatments, sums);
        else if (_byLine is [])
            AddByTreatment(treatments, sums);
        else
            AddByLine(treatments, sums);
    }

    private void AddByLine(ReadOnlySpan<int> treatments, Span<Vector256<long>> sums)
    {
        for (var line = 0; line < sums.Length; line++)
        {
            var (amounts, sum) = (_byLine[line], Vector256<long>.Zero);
            foreach (var treatment in treatments)
                sum += amounts[treatment];
            sums[line] = sum;
        }
    }

    private void AddByTreatment(ReadOnlySpan<int> treatments, Span<Vector256<long>> sums)
    {
        foreach (var treatment in treatments)
        {
            foreach (ref readonly var posting in PostingsOf(treatment))
                sums[posting.Line] += posting.Amounts;
        }
    }

    // A sum that is too large to be held is refused, and never wraps.
    private void AddChecked(ReadOnlySpan<int> treatments, Span<Vector256<long>> sums)
    {
        foreach (var treatment in treatments)
        {
            foreach (ref readonly var posting in PostingsOf(treatment))
            {
                ref var sum = ref sums[posting.Line];
                var (positive, negative) = (checked(sum[0] + posting.Amounts[0]), checked(sum[1] + posting.Amounts[1]));
                sum = (sum + posting.Amounts).WithElement(0, positive).WithElement(1, negative);
            }
        }
    }

    private Span<Posting> PostingsOf(int treatment) => _postings.AsSpan(_starts[treatment], _starts[treatment + 1] - _starts[treatment]);

    private void Fill(in Effects effects, Span<Posting> postings, Dictionary<(int Dimension, int Line), int> places)
    {
        var isCounted = false;
        for (var place = 0; place < postings.Length; place++)
        {
            var effect = effects.Postings[place];
            var counts = !isCounted && effect.Dimension == effects.Worth.Dimension;
            isCounted |= counts;
            if (!places.TryGetValue((effect.Dimension, effect.Line), out var line))
            {
                places.Add((effect.Dimension, effect.Line), line = _lines.Count);
                _lines.Add((effect.Dimension, effect.Line));
            }

            postings[place] = new Posting(line, Vector256.Create(effect.Positive.Units, effect.Negative.Units, 1, counts ? 1 : 0));
        }
    }

    private Vector256<long>[][] ByLine(int treatments)
    {
        var byLine = new Vector256<long>[_lines.Count][];
        for (var line = 0; line < byLine.Length; line++)
            byLine[line] = new Vector256<long>[treatments];
        for (var treatment = 0; treatment < treatments; treatment++)
        {
            foreach (ref readonly var posting in PostingsOf(treatment))
                byLine[posting.Line][treatment] += posting.Amounts;
        }

        return byLine;
    }

    private readonly record struct Posting(int Line, Vector256<long> Amounts);
}

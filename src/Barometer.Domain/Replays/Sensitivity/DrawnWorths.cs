using Barometer.Domain.Replays.Valuing;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>What rows are worth in some draws, in billionths, the draws of each side by side.</summary>
internal sealed class DrawnWorths
{
    /// <summary>Computes them.</summary>
    /// <param name="worths">What rows are worth.</param>
    /// <param name="varied">Which of it varies.</param>
    /// <param name="draws">The draws.</param>
    /// <param name="width">How many places each has.</param>
    /// <param name="areApart">True for the positive and the negative part; false for what both come to, as the positive one.</param>
    public DrawnWorths(WorthClasses worths, int[] varied, ReadOnlySpan<Draw> draws, int width, bool areApart)
    {
        (Positive, Negative) = (new Part(varied.Length, width), new Part(areApart ? varied.Length : 0, width));
        for (var place = 0; place < varied.Length; place++)
        {
            for (var draw = 0; draw < draws.Length; draw++)
            {
                var worth = Valuation.Course(worths[varied[place]], draws[draw].Rules.Rules)[^1];
                if (!worth.Counts)
                    continue;
                Positive.Put(place, draw, (areApart ? worth.Positive : worth.Positive + worth.Negative).Units);
                if (areApart)
                    Negative.Put(place, draw, worth.Negative.Units);
            }
        }
    }

    /// <summary>The positive part, or what both come to.</summary>
    public Part Positive { get; }

    /// <summary>The negative part.</summary>
    public Part Negative { get; }

    /// <summary>One part of them.</summary>
    internal sealed class Part(int count, int width)
    {
        private readonly long[] _units = new long[count * width];

        /// <summary>The furthest from 0.</summary>
        public Int128 Most { get; private set; }

        /// <summary>The draws of one.</summary>
        public ReadOnlySpan<long> this[int place] => _units.AsSpan(place * width, width);

        /// <summary>Says one.</summary>
        public void Put(int place, int draw, long units)
        {
            _units[(place * width) + draw] = units;
            Most = Int128.Max(Most, Int128.Abs(units));
        }
    }
}

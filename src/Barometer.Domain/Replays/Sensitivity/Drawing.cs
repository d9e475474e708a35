using System.Numerics;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>Draws a number from its distribution: 64 random bits are a fraction of 1, and what comes of it is rounded half to even at the ninth decimal.</summary>
internal static class Drawing
{
    private const decimal TwoTo64 = 18_446_744_073_709_551_616m;

    /// <summary>Draws one.</summary>
    public static FixedPoint Of(Distribution distribution, ref RandomBits stream) => distribution switch
    {
        Uniform uniform => new FixedPoint(uniform.From.Units + Share(stream.Next(), (ulong)(uniform.To.Units - uniform.From.Units))),
        Triangular triangular => OfTriangular(triangular, stream.Next()),
        Normal normal => OfNormal(normal, ref stream),
        OneOf oneOf => OfValues(oneOf, stream.Next()),
        _ => throw new InvalidOperationException($"{distribution.GetType().Name} is not known to {nameof(Drawing)}."),
    };

    private static long Share(ulong bits, ulong of)
    {
        var product = (UInt128)bits * of;
        var (whole, rest) = ((ulong)(product >> 64), (ulong)product);
        return (long)(rest > 1UL << 63 || (rest == 1UL << 63 && (whole & 1) == 1) ? whole + 1 : whole);
    }

    // The inverse of its distribution function: a square root on either side of the mode.
    private static FixedPoint OfTriangular(Triangular triangular, ulong bits)
    {
        var (from, mode, to) = (triangular.From.Units, triangular.Mode.Units, triangular.To.Units);
        var one = BigInteger.One << 64;
        return bits * (BigInteger)(to - from) < (mode - from) * one
            ? new FixedPoint(from + (long)SquareRoot.OfQuotient(bits * (BigInteger)(to - from) * (mode - from), one))
            : new FixedPoint(to - (long)SquareRoot.OfQuotient((one - bits) * (to - from) * (to - mode), one));
    }

    private static FixedPoint OfNormal(Normal normal, ref RandomBits stream)
    {
        while (true)
        {
            // The middle of the interval that the bits tell, so that it is neither 0 nor 1.
            var z = NormalQuantile.Of((stream.Next() + 0.5m) / TwoTo64);
            var drawn = FixedPoint.Of(normal.Mean.ToDecimal() + (normal.Deviation.ToDecimal() * z));
            if (!(drawn < normal.From) && !(drawn > normal.To))
                return drawn;
        }
    }

    private static FixedPoint OfValues(OneOf oneOf, ulong bits)
    {
        var (place, reached) = (0, oneOf.Values[0].Probability.Units);
        for (var share = (long)(((UInt128)bits * FixedPoint.One) >> 64); share >= reached && place < oneOf.Values.Length - 1;)
            reached += oneOf.Values[++place].Probability.Units;
        return oneOf.Values[place].Value;
    }
}

using System.Numerics;

namespace Barometer.Domain.RuleSets.Arithmetic;

/// <summary>Square roots in whole numbers.</summary>
public static class SquareRoot
{
    /// <summary>The whole number nearest to the square root of another.</summary>
    /// <param name="number">0 or more.</param>
    public static BigInteger Of(BigInteger number)
    {
        if (number.IsZero)
            return number;
        // Newton's method from above falls until it is there.
        var root = BigInteger.One << (int)((number.GetBitLength() + 1) / 2);
        for (var next = (root + (number / root)) / 2; next < root; next = (root + (number / root)) / 2)
            root = next;
        return number - (root * root) > root ? root + 1 : root;
    }

    /// <summary>The whole number nearest to the square root of a quotient, from the middle to the even one.</summary>
    /// <param name="numerator">0 or more.</param>
    /// <param name="denominator">Above 0.</param>
    public static BigInteger OfQuotient(BigInteger numerator, BigInteger denominator)
    {
        // Twice the root, rounded down, tells on which side of the middle the root lies.
        var twice = Of(4 * numerator / denominator);
        if (twice * twice * denominator > 4 * numerator)
            twice--;
        var isMiddle = !twice.IsEven && twice * twice * denominator == 4 * numerator;
        return isMiddle && (twice / 2).IsEven ? twice / 2 : (twice + 1) / 2;
    }
}

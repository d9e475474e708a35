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
}

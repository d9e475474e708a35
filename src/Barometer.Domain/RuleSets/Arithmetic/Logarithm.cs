using System.Numerics;

namespace Barometer.Domain.RuleSets.Arithmetic;

/// <summary>Logarithms and exponentials in whole numbers, scaled by 10^48: what they are rounded to is exact, and the same on every machine.</summary>
internal static class Logarithm
{
    /// <summary>What one is.</summary>
    public static BigInteger One { get; } = BigInteger.Pow(10, 48);

    /// <summary>The natural logarithm of two.</summary>
    public static BigInteger OfTwo { get; } = NearOne(2 * One);

    /// <summary>The natural logarithm of a number above 0.</summary>
    public static BigInteger Natural(BigInteger number)
    {
        var doublings = 0;
        for (; number > 4 * One / 3; doublings++)
            number /= 2;
        for (; number < 2 * One / 3; doublings--)
            number *= 2;
        return NearOne(number) + (doublings * OfTwo);
    }

    /// <summary>e to the power of a number.</summary>
    public static BigInteger Exponential(BigInteger exponent)
    {
        // e^x = 2^k · e^r, with r small enough for few terms.
        var halvings = BigInteger.Divide(exponent, OfTwo) - (exponent.Sign < 0 ? 1 : 0);
        var rest = exponent - (halvings * OfTwo);
        var (sum, term) = (One, One);
        for (var n = 1; !term.IsZero; n++)
            sum += term = term * rest / One / n;
        return halvings.Sign >= 0 ? sum << (int)halvings : sum >> (int)-halvings;
    }

    /// <summary>A scaled number as a whole one, rounded half to even.</summary>
    public static BigInteger Rounded(BigInteger scaled)
    {
        var quotient = BigInteger.DivRem(scaled, One, out var remainder);
        var twice = BigInteger.Abs(remainder) * 2;
        return twice > One || (twice == One && !quotient.IsEven) ? quotient + scaled.Sign : quotient;
    }

    // ln x = 2 · artanh((x − 1) ÷ (x + 1)), a series of odd powers.
    private static BigInteger NearOne(BigInteger number)
    {
        var ratio = (number - One) * One / (number + One);
        var square = ratio * ratio / One;
        var (sum, power) = (ratio, ratio);
        for (var n = 3; !power.IsZero; n += 2)
        {
            power = power * square / One;
            sum += power / n;
        }

        return 2 * sum;
    }
}

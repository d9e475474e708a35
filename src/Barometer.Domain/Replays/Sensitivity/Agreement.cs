using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>In how many draws something is as in the baseline.</summary>
/// <param name="Draws">In so many.</param>
/// <param name="Share">Of all draws, 0 to 1, rounded half to even at the sixth decimal.</param>
/// <param name="StandardError">The Monte Carlo standard error of the share, √(share × (1 − share) ÷ draws), rounded likewise.</param>
public sealed record Agreement(int Draws, decimal Share, decimal StandardError)
{
    /// <summary>So many of so many.</summary>
    public static Agreement Of(int agreeing, int draws)
    {
        const int Millionths = 1_000_000;
        var error = SquareRoot.OfQuotient((BigInteger)agreeing * (draws - agreeing) * Millionths * Millionths, BigInteger.Pow(draws, 3));
        return new Agreement(agreeing, (decimal)FixedPoint.Quotient(agreeing, Millionths, draws) / Millionths, (decimal)error / Millionths);
    }
}

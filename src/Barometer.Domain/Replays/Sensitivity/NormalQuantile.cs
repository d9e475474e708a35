using System.Numerics;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// Where a standard normal distribution has come to a probability: Wichura's algorithm AS 241 (1988), right to about 16 digits, in decimals, so
/// that every machine has the same digits.
/// </summary>
internal static class NormalQuantile
{
    private static readonly decimal[] CentralNumerator =
    [
        3.3871328727963666080m, 133.14166789178437745m, 1971.5909503065514427m, 13731.693765509461125m,
        45921.953931549871457m, 67265.770927008700853m, 33430.575583588128105m, 2509.0809287301226727m,
    ];

    private static readonly decimal[] CentralDenominator =
    [
        1m, 42.313330701600911252m, 687.18700749205790830m, 5394.1960214247511077m,
        21213.794301586595867m, 39307.895800092710610m, 28729.085735721942674m, 5226.4952788528545610m,
    ];

    private static readonly decimal[] MiddleNumerator =
    [
        1.42343711074968357734m, 4.63033784615654529590m, 5.76949722146069140550m, 3.64784832476320460504m,
        1.27045825245236838258m, 0.241780725177450611770m, 0.0227238449892691845833m, 0.000774545014278341407640m,
    ];

    private static readonly decimal[] MiddleDenominator =
    [
        1m, 2.05319162663775882187m, 1.67638483018380384940m, 0.689767334985100004550m,
        0.148103976427480074590m, 0.0151986665636164571966m, 0.000547593808499534494600m, 0.00000000105075007164441684324m,
    ];

    private static readonly decimal[] FarNumerator =
    [
        6.65790464350110377720m, 5.46378491116411436990m, 1.78482653991729133580m, 0.296560571828504891230m,
        0.0265321895265761230930m, 0.00124266094738807843860m, 0.0000271155556874348757815m, 0.000000201033439929228813265m,
    ];

    private static readonly decimal[] FarDenominator =
    [
        1m, 0.599832206555887937690m, 0.136929880922735805310m, 0.0148753612908506148525m,
        0.000786869131145613259100m, 0.0000184631831751005468180m, 0.000000142151175831644588870m, 0.00000000000000204426310338993978564m,
    ];

    /// <summary>The quantile.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    public static decimal Of(decimal probability)
    {
        var fromMiddle = probability - 0.5m;
        if (Math.Abs(fromMiddle) <= 0.425m)
        {
            var near = 0.180625m - (fromMiddle * fromMiddle);
            return fromMiddle * Polynomial(CentralNumerator, near) / Polynomial(CentralDenominator, near);
        }

        var tail = Math.Min(probability, 1 - probability);
        var far = RootOfLogarithm(tail);
        var quantile = far <= 5
            ? Polynomial(MiddleNumerator, far - 1.6m) / Polynomial(MiddleDenominator, far - 1.6m)
            : Polynomial(FarNumerator, far - 5) / Polynomial(FarDenominator, far - 5);
        return fromMiddle < 0 ? -quantile : quantile;
    }

    // √(−ln p), with 24 decimals.
    private static decimal RootOfLogarithm(decimal probability)
    {
        var scaled = new BigInteger(probability * 10_000_000_000_000_000_000_000_000_000m) * (Logarithm.One / BigInteger.Pow(10, 28));
        return (decimal)SquareRoot.Of(-Logarithm.Natural(scaled)) / 1_000_000_000_000_000_000_000_000m;
    }

    private static decimal Polynomial(decimal[] coefficients, decimal at)
    {
        var sum = 0m;
        for (var power = coefficients.Length - 1; power >= 0; power--)
            sum = (sum * at) + coefficients[power];
        return sum;
    }
}

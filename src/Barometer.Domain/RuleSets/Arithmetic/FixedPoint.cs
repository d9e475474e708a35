using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Barometer.Domain.RuleSets.Arithmetic;

/// <summary>
/// A number with exactly nine decimals, as every value under rules is: the same input gives the same digits on every machine.
/// Adding is exact; a multiplication or division rounds once, half to even. It holds what lies within ±9,223,372,036.
/// </summary>
/// <param name="Units">The number in billionths.</param>
[JsonConverter(typeof(FixedPointConverter))]
public readonly record struct FixedPoint(long Units) : IComparable<FixedPoint>, IParsable<FixedPoint>
{
    /// <summary>How many decimals.</summary>
    public const int Decimals = 9;

    /// <summary>How many billionths one is.</summary>
    public const long One = 1_000_000_000;

    /// <summary>Nothing.</summary>
    public static FixedPoint Zero { get; }

    /// <summary>A whole number.</summary>
    /// <exception cref="OverflowException">It is too large to hold.</exception>
    public static FixedPoint Of(long whole) => new(checked(whole * One));

    /// <summary>A number, rounded half to even at the ninth decimal.</summary>
    /// <exception cref="OverflowException">It is too large to hold.</exception>
    public static FixedPoint Of(decimal number) => new((long)(decimal.Round(number, Decimals, MidpointRounding.ToEven) * One));

    /// <summary>The same number as a decimal.</summary>
    public decimal ToDecimal() => (decimal)Units / One;

    /// <summary>True for a number without decimals.</summary>
    public bool IsWhole => Units % One == 0;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Math.Sign(Units);

    /// <summary>Without its sign.</summary>
    public FixedPoint Abs() => new(Math.Abs(Units));

    /// <summary>The sum, exactly.</summary>
    public static FixedPoint operator +(FixedPoint a, FixedPoint b) => new(checked(a.Units + b.Units));

    /// <summary>The difference, exactly.</summary>
    public static FixedPoint operator -(FixedPoint a, FixedPoint b) => new(checked(a.Units - b.Units));

    /// <summary>The opposite.</summary>
    public static FixedPoint operator -(FixedPoint a) => new(checked(-a.Units));

    /// <summary>The product, rounded half to even at the ninth decimal.</summary>
    public static FixedPoint operator *(FixedPoint a, FixedPoint b) => new(Quotient(a.Units, b.Units, One));

    /// <summary>So many times, exactly.</summary>
    public static FixedPoint operator *(FixedPoint a, long times) => new(checked(a.Units * times));

    /// <summary>The quotient, rounded half to even at the ninth decimal.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static FixedPoint operator /(FixedPoint a, FixedPoint b) => new(Quotient(a.Units, One, b.Units));

    /// <summary>Smaller.</summary>
    public static bool operator <(FixedPoint a, FixedPoint b) => a.Units < b.Units;

    /// <summary>Larger.</summary>
    public static bool operator >(FixedPoint a, FixedPoint b) => a.Units > b.Units;

    /// <summary>Smaller or the same.</summary>
    public static bool operator <=(FixedPoint a, FixedPoint b) => a.Units <= b.Units;

    /// <summary>Larger or the same.</summary>
    public static bool operator >=(FixedPoint a, FixedPoint b) => a.Units >= b.Units;

    /// <summary>The smaller of two.</summary>
    public static FixedPoint Min(FixedPoint a, FixedPoint b) => a < b ? a : b;

    /// <summary>The larger of two.</summary>
    public static FixedPoint Max(FixedPoint a, FixedPoint b) => a > b ? a : b;

    /// <summary>A part of it: numerator of denominator, multiplied first and rounded once, half to even.</summary>
    public FixedPoint Share(long numerator, long denominator) => new(Quotient(Units, numerator, denominator));

    /// <summary>a × b ÷ divisor as a whole number: multiplied exactly, rounded once, half to even.</summary>
    /// <exception cref="OverflowException">It is too large to hold.</exception>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static long Quotient(long a, long b, long divisor)
    {
        var high = Math.BigMul(Magnitude(a), Magnitude(b), out var low);
        var (product, by) = (new UInt128(high, low), Magnitude(divisor));
        var quotient = product / by;
        var rest = low - ((ulong)quotient * by);
        if (rest > by - rest || (rest == by - rest && ((ulong)quotient & 1) == 1))
            quotient++;
        var isNegative = (a < 0) ^ (b < 0) ^ (divisor < 0);
        return quotient <= long.MaxValue ? (isNegative ? -(long)quotient : (long)quotient) : throw new OverflowException("A value is too large to hold.");
    }

    private static ulong Magnitude(long number) => number < 0 ? (ulong)-number : (ulong)number;

    /// <inheritdoc />
    public int CompareTo(FixedPoint other) => Units.CompareTo(other.Units);

    /// <summary>With its digits and no more: <c>1.25</c>, <c>-3</c>.</summary>
    public override string ToString() => ToDecimal().ToString("0.#########", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is no such number.</exception>
    public static FixedPoint Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException($"'{s}' is no number with at most nine decimals.");

    /// <summary>Reads a number with at most nine decimals.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FixedPoint result)
    {
        result = default;
        if (!decimal.TryParse(s, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > long.MaxValue / One
            || DecimalsOf(s) > Decimals)
            return false;
        result = Of(number);
        return true;
    }

    // Counted in the text: a decimal drops without a word what it cannot hold.
    private static int DecimalsOf(string number) => number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? number.AsSpan(point + 1).TrimEnd('0').Length : 0;
}

/// <summary>A fixed-point number as a JSON number with its exact digits.</summary>
public sealed class FixedPointConverter : JsonConverter<FixedPoint>
{
    /// <inheritdoc />
    public override FixedPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && FixedPoint.TryParse(JsonElement.ParseValue(ref reader).GetRawText(), CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException("A number has at most nine decimals, and no exponent.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, FixedPoint value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToString());
}

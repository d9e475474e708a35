using System.Globalization;

namespace Barometer.Domain.Developments;

/// <summary>
/// The score in one dimension: a positive part and a negative part. "+1/-1" is not 0, for it moves both sums; and 0/0 is
/// a score too, not the same as unscored.
/// </summary>
/// <param name="Dimension">The dimension's key.</param>
/// <param name="Positive">0 or more.</param>
/// <param name="Negative">0 or less.</param>
public readonly record struct Score(string Dimension, int Positive, int Negative)
{
    /// <summary>A score of one number: its positive or its negative part, the other being 0.</summary>
    public static Score Of(string dimension, int points) => new(dimension, Math.Max(points, 0), Math.Min(points, 0));

    /// <summary>What the score adds to an aggregate.</summary>
    public int Aggregate => Positive + Negative;

    /// <summary>The points alone, with their sign: <c>+2</c>, <c>-1</c>, <c>0</c>, <c>+1/-1</c>.</summary>
    public string Points => (Positive, Negative) switch
    {
        ( > 0, < 0) => $"{Signed(Positive)}/{Signed(Negative)}",
        _ => Signed(Aggregate),
    };

    /// <summary>Points after their dimension: <c>national-security=+1</c>.</summary>
    public override string ToString() => $"{Dimension}={Points}";

    /// <summary>A number with its sign: <c>+13</c>, <c>-9</c>, <c>0</c>; nothing for none.</summary>
    public static string Signed(int? points) => points?.ToString("+0;-0;0", CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Reads points as people write them: <c>+2</c>, <c>+1/-1</c>, <c>national-security=+1 regional-tension=-1</c>. Any dash is a minus.</summary>
public static class PointsReading
{
    /// <summary>The points, or a refusal that says what would be right.</summary>
    /// <param name="text">Scores with white space between; each names its dimension unless the relationship has only one.</param>
    /// <param name="relationship">The relationship whose dimensions are scored.</param>
    public static Decision<Points> Read(string text, Relationship relationship)
    {
        var scores = new List<Score>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Score(part, relationship).Accepted(out var score, out var refusal))
                return refusal;
            if (scores.Any(s => s.Dimension == score.Dimension))
                return Refusal.Usage($"{score.Dimension} is scored twice in '{text}'; score each dimension once.");
            scores.Add(score);
        }

        return scores.Count > 0 ? new Points(scores) : Refusal.Usage($"'{text}' gives no points; they look like {Example(relationship)}.");
    }

    private static Decision<Score> Score(string part, Relationship relationship)
    {
        var (dimension, score) = part.Split('=') switch
        {
            [var named, var given] => (named, given),
            [var given] when relationship.Dimensions is [var only] => (only.Key, given),
            _ => (null, part),
        };
        if (dimension is null)
            return Refusal.Usage($"'{part}' does not say its dimension; points of {relationship.Name} look like {Example(relationship)}.");
        if (relationship.Dimension(dimension) is null)
            return Refusal.Usage($"{relationship.Name} has no dimension '{dimension}'; it has {string.Join(" and ", relationship.Dimensions.Select(d => d.Key))}.");
        return Parts(score) is var (positive, negative)
            ? new Score(dimension, positive, negative)
            : Refusal.Usage($"'{score}' is no score; one looks like +2, -1, 0 or +1/-1.");
    }

    private static (int Positive, int Negative)? Parts(string score)
    {
        var numbers = score.Split('/').Select(Number).ToArray();
        return numbers switch
        {
            [{ } only] => (Math.Max(only, 0), Math.Min(only, 0)),
            [{ } one, { } other] when one >= 0 && other <= 0 => (one, other),
            [{ } one, { } other] when one <= 0 && other >= 0 => (other, one),
            _ => null,
        };
    }

    private static int? Number(string text) =>
        int.TryParse(Dashes.Plain(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Example(Relationship relationship) =>
        relationship.Dimensions is [_] ? "+2 or +1/-1" : string.Join(' ', relationship.Dimensions.Select(d => $"{d.Key}=+1"));
}

using System.Collections.Immutable;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>Acts on values and on the classification, each as a query over the one before it.</summary>
internal static class SqlValues
{
    public static bool IsOf(Act act) => act is ActOnValue or Keep;

    /// <summary>The query of a rule over that of the rule before.</summary>
    public static string Of(Rule rule, string before, ImmutableArray<string> levels)
    {
        var about = $"({SqlCondition.Of(rule.When)} and not gone)";
        return rule.Act switch
        {
            SetAside => SqlRow.Where(before, about, ("p", "null"), ("n", "null")),
            Classify classify => Classified(classify, before, about, levels),
            Exclude => SqlRow.Where(before, about, ("p", "null"), ("n", "null"), ("gone", "true")),
            Clamp clamp => SqlRow.Where(before, $"{about} and p is not null", ("p", clamp.To is { } to ? $"least(p, {SqlText.Of(to)})" : "p"), ("n", clamp.From is { } from ? $"greatest(n, {SqlText.Of(from)})" : "n")),
            MoveTo move => SqlRow.Where(before, $"{about} and p is not null and {SqlText.Of(move.Dimension)} = any(dimensions)", ("d", SqlText.Of(move.Dimension))),
            Scale scale => Scaled(scale, before, about, levels),
            Set set => Setting(set, before, about, levels),
            Keep keep => SqlKeeping.Of(keep, before, about, levels),
            _ => throw new NotSupportedException($"{rule.Act}"),
        };
    }

    private static string Classified(Classify classify, string before, string about, ImmutableArray<string> levels)
    {
        var word = SqlWords.InTable(classify.By, classify.Words.ToDictionary(w => w.Key, w => SqlText.Of(w.Value)), levels);
        return SqlWords.Column(classify.As) is { } column
            ? SqlRow.Where(before, $"{about} and {column} is null", (column, word))
            : SqlRow.Where(before, $"{about} and contexts = '{{}}'", ("contexts", $"array_remove(array[{word}], null)"));
    }

    private static string Scaled(Scale scale, string before, string about, ImmutableArray<string> levels)
    {
        var factor = Number(scale.Factor, levels);
        return SqlRow.Where(before, $"{about} and p is not null and {factor} is not null",
            ("p", scale.Part == Part.Negative ? "p" : $"times(p, {factor})"), ("n", scale.Part == Part.Positive ? "n" : $"times(n, {factor})"));
    }

    private static string Setting(Set set, string before, string about, ImmutableArray<string> levels)
    {
        var (number, dimension) = (Number(set.Value, levels), $"coalesce(d, {(set.Dimension is { } named ? SqlText.Of(named) : "dimensions[1]")})");
        return SqlRow.Where(before, $"{about} and {number} is not null and {dimension} = any(dimensions)",
            ("d", dimension),
            ("p", set.Part == Part.Negative ? "coalesce(p, 0)" : $"greatest({number}, 0)"), ("n", set.Part == Part.Positive ? "coalesce(n, 0)" : $"least({number}, 0)"));
    }

    private static string Number(Amount amount, ImmutableArray<string> levels) => amount switch
    {
        ByWord by => SqlWords.InTable(by.By, by.Numbers.ToDictionary(n => n.Key, n => SqlText.Of(n.Value)), levels),
        ByEvidence by => SqlEvidence.Of(by),
        _ => SqlText.Of(((Same)amount).Number),
    };
}

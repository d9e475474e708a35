using System.Numerics;
using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>What an act on values does with one row.</summary>
internal static class NaiveValues
{
    public static void Apply(Act act, NaiveRow row, RuleSet rules)
    {
        switch (act)
        {
            case Classify classify:
                row.Classification = Classified(classify, row.Classification, rules);
                break;
            case SetAside when !row.IsExcluded:
                row.Worth = null;
                break;
            case Exclude:
                (row.Worth, row.IsExcluded) = (null, true);
                break;
            case Set set when !row.IsExcluded && Number(set.Value, row, rules) is { } number:
                Set(set, number, row);
                break;
            case Scale scale when row.Worth is { } worth && Number(scale.Factor, row, rules) is { } factor:
                row.Worth = worth with
                {
                    Positive = scale.Part == Part.Negative ? worth.Positive : Exactly.Nearest(worth.Positive * factor, Exactly.Billion),
                    Negative = scale.Part == Part.Positive ? worth.Negative : Exactly.Nearest(worth.Negative * factor, Exactly.Billion),
                };
                break;
            case Clamp clamp when row.Worth is { } worth:
                row.Worth = worth with
                {
                    Positive = clamp.To is { } to && worth.Positive > to.Units ? to.Units : worth.Positive,
                    Negative = clamp.From is { } from && worth.Negative < from.Units ? from.Units : worth.Negative,
                };
                break;
            case MoveTo move when row.Worth is { } worth && row.Relationship.Dimension(move.Dimension) is not null:
                row.Worth = worth with { Dimension = row.Dimension = move.Dimension };
                break;
            default:
                break;
        }
    }

    private static void Set(Set set, BigInteger number, NaiveRow row)
    {
        var dimension = row.Dimension ?? set.Dimension ?? row.Relationship.Dimensions[0].Key;
        if (row.Relationship.Dimension(dimension) is null)
            return;
        var (positive, negative) = number.Sign > 0 ? (number, BigInteger.Zero) : (BigInteger.Zero, number);
        row.Dimension = dimension;
        row.Worth = set.Part switch
        {
            Part.Positive => new NaiveWorth(dimension, positive, row.Worth?.Negative ?? 0),
            Part.Negative => new NaiveWorth(dimension, row.Worth?.Positive ?? 0, negative),
            _ => new NaiveWorth(dimension, positive, negative),
        };
    }

    private static BigInteger? Number(Amount amount, NaiveRow row, RuleSet rules) => amount switch
    {
        Same same => same.Number.Units,
        ByWord by => NaiveWords.InTable(by.Numbers.Keys, row.Classification, by.By, rules) is { } word ? by.Numbers[word].Units : null,
        ByEvidence by => NaiveWords.Evidence(row.Classification, by.Table) switch
        {
            (false, _) => null,
            (true, null) => by.Unknown?.Units,
            (true, { } count) => by.Buckets.FirstOrDefault(b => NaiveCondition.Lies(b.Count, count))?.Number.Units,
        },
        _ => throw new NotSupportedException($"{amount}"),
    };

    // What people said stands.
    private static Classification Classified(Classify classify, Classification said, RuleSet rules)
    {
        if (NaiveWords.Said(said, classify.As).Count > 0 || NaiveWords.InTable(classify.Words.Keys, said, classify.By, rules) is not { } key)
            return said;
        var word = classify.Words[key];
        return classify.As == Trait.EventType ? said with { EventType = word } : classify.As == Trait.Mode ? said with { Mode = word } : said with { Contexts = [word] };
    }
}

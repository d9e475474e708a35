using System.Numerics;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>Whether a rule is about a row, as the conditions' own words have it.</summary>
internal static class NaiveCondition
{
    public static bool Holds(Condition condition, NaiveRow row)
    {
        var (development, said) = (row.Development, row.Classification);
        return condition switch
        {
            All all => !all.Conditions.Any(c => !Holds(c, row)),
            Domain.RuleSets.Any any => any.Conditions.Any(c => Holds(c, row)),
            Not not => !Holds(not.Condition, row),
            Says says => NaiveWords.Said(said, says.Trait).SelectMany(_ => says.Words, (s, w) => NaiveWords.Means(says.Trait, w, s)).Contains(true),
            HasActor actor => (actor.Role == Role.Source ? said.Sources : said.Targets).Any(a => Is(actor.Names, a.Name) && Is(actor.Countries, a.Country) && Is(actor.Levels, a.Level)
                && (actor.Groups.IsEmpty || a.Groups.Any(g => Is(actor.Groups, g)))),
            NonEvent nonEvent => said.NonEvent == nonEvent.Is,
            CitesEvidence cites => Cites(cites, row),
            OfRelationship of => of.Keys.Contains(row.Relationship.Key),
            InDimension dimension => row.Score is { } score && dimension.Keys.Contains(score.Dimension),
            OnDay on => development.Filing.Day >= (on.From ?? DateOnly.MinValue) && development.Filing.Day <= (on.To ?? DateOnly.MaxValue),
            Assigned assigned => HasPoints(assigned, row),
            TitleHas title => title.Texts.Any(t => development.Particulars.Title.ToUpperInvariant().Contains(t.ToUpperInvariant(), StringComparison.Ordinal)),
            _ => throw new NotSupportedException($"{condition}"),
        };
    }

    private static bool Is(IReadOnlyCollection<string> asked, string? said) => asked.Count == 0 || (said is not null && asked.Any(a => NaiveWords.Means(Trait.Theme, a, said)));

    private static bool Cites(CitesEvidence cites, NaiveRow row)
    {
        var (isCited, count) = NaiveWords.Evidence(row.Classification, cites.Table);
        if (!isCited)
            return false;
        if (cites.Unknown)
            return count is null;
        return cites.Count is null || (count is { } known && Lies(cites.Count, known));
    }

    private static bool HasPoints(Assigned assigned, NaiveRow row)
    {
        if (assigned.Scored != row.Score.HasValue)
            return false;
        var (positive, negative) = (row.Score?.Positive ?? 0, row.Score?.Negative ?? 0);
        return assigned.Points is null || Lies(assigned.Points, assigned.Part == Part.Positive ? positive : assigned.Part == Part.Negative ? negative : positive + negative);
    }

    public static bool Lies(Span span, int number)
    {
        var units = number * BigInteger.Pow(10, 9);
        return (span.From is null || units >= span.From.Value.Units) && (span.To is null || units <= span.To.Value.Units);
    }
}

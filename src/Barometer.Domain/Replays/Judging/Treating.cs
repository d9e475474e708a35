using System.Collections.Immutable;
using System.Globalization;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Judging;

/// <summary>Finds the treatment of one development.</summary>
internal static class Treating
{
    /// <summary>Which of the rules are about it, each judged by what the rules before it say.</summary>
    public static Treatment Of(Kind kind, Relationship relationship, DateOnly day, string title, RuleSet rules)
    {
        var (classification, isPlaced) = (kind.Classification, kind.Dimension is not null);
        var steps = ImmutableArray.CreateBuilder<Step>();
        for (var rule = 0; rule < rules.Rules.Length; rule++)
        {
            var (when, act) = (rules.Rules[rule].When, rules.Rules[rule].Act);
            if (!Matching.Holds(when, new Subject(classification, kind, relationship.Key, day, title)))
                continue;
            if (act is Classify classify)
                classification = Classified(classification, classify, rules);
            else if (HasDimensionOf(act, relationship, isPlaced) && StepOf(rule, act, classification, rules) is { } step)
            {
                steps.Add(step);
                isPlaced |= act is Set;
            }
        }

        var about = steps.ToImmutable();
        return new Treatment(
            kind.Dimension, kind.Positive, kind.Negative, relationship.Dimensions[0].Key, about,
            IsCoded(kind, about, rules) ? null : classification.Cameo ?? classification.EventType ?? Unclassified);
    }

    private const string Unclassified = "unclassified";

    // Told by which rules are about it, whatever their numbers.
    private static bool IsCoded(Kind kind, ImmutableArray<Step> steps, RuleSet rules)
    {
        var coded = kind.Dimension is not null;
        foreach (var step in steps)
        {
            if (rules.Rules[step.Rule].Act is Exclude)
                return true;
            coded = rules.Rules[step.Rule].Act switch { SetAside => false, Set => true, _ => coded };
        }

        return coded;
    }

    // An index that the barometer does not have is not made by a rule.
    private static bool HasDimensionOf(Act act, Relationship relationship, bool isPlaced) => act switch
    {
        MoveTo move => relationship.Dimension(move.Dimension) is not null,
        Set { Dimension: { } named } when !isPlaced => relationship.Dimension(named) is not null,
        _ => true,
    };

    private static Step? StepOf(int rule, Act act, Classification classification, RuleSet rules) => act switch
    {
        Set set => StepOf(rule, set.Value, classification, rules),
        Scale scale => StepOf(rule, scale.Factor, classification, rules),
        Keep keep => keep.Per.All(key => IsSaid(key, classification))
            ? new Step(rule, Group(keep.Per, classification), keep.Which == Kept.HighestLevel ? Highest(classification, rules) : 0)
            : null,
        Cap cap => new Step(rule, Group(cap.Per, classification)),
        Compare { Count: Counted.Evidence } => EvidenceCount.Of(classification, table: null) is { } count ? new Step(rule, Word: null, count.Known ?? -1) : null,
        _ => new Step(rule, Word: null),
    };

    private static Step? StepOf(int rule, Amount amount, Classification classification, RuleSet rules) => amount switch
    {
        Same => new Step(rule, Word: null),
        ByWord by => WordIn(by.Numbers, by.By, classification, rules) is { } word ? new Step(rule, word) : null,
        ByEvidence by => BucketIn(by, classification) is { } bucket ? new Step(rule, bucket) : null,
        _ => throw new InvalidOperationException($"{amount.GetType().Name} is not known to {nameof(Treating)}."),
    };

    private static string? WordIn<T>(ImmutableSortedDictionary<string, T> table, Trait trait, Classification classification, RuleSet rules)
    {
        var said = Traits.Words(classification, trait);
        if (Traits.IsLevel(trait))
            said = said.OrderBy(level => Traits.Rank(rules, level));
        return said.Select(w => Traits.Meant(table, trait, w)).FirstOrDefault(w => w is not null);
    }

    private static string? BucketIn(ByEvidence by, Classification classification)
    {
        if (EvidenceCount.Of(classification, by.Table) is not { } count)
            return null;
        if (count.Known is not { } known)
            return by.Unknown is null ? null : Amounts.Unknown;
        for (var place = 0; place < by.Buckets.Length; place++)
        {
            if (by.Buckets[place].Count.Holds(FixedPoint.Of(known)))
                return place.ToString(CultureInfo.InvariantCulture);
        }

        return null;
    }

    // What was said by people stands; a rule only says what they left out.
    private static Classification Classified(Classification said, Classify rule, RuleSet rules)
    {
        if (Traits.Words(said, rule.As).Any())
            return said;
        if (WordIn(rule.Words, rule.By, said, rules) is not { } word)
            return said;
        return rule.As switch
        {
            Trait.EventType => said with { EventType = rule.Words[word] },
            Trait.Mode => said with { Mode = rule.Words[word] },
            Trait.Context => said with { Contexts = [rule.Words[word]] },
            _ => throw new InvalidOperationException($"No rule says {rule.As}."),
        };
    }

    private static int Highest(Classification classification, RuleSet rules) =>
        Traits.Words(classification, Trait.Level).Select(level => Traits.Rank(rules, level)).DefaultIfEmpty(rules.Levels.Length).Min();

    // The part of a group's key that the classification tells; rows tell the rest.
    private static string Group(ImmutableArray<Key> per, Classification c) => string.Join('\u001f', per.Where(IsTold).Select(key => Told(key, c)));

    private static bool IsSaid(Key key, Classification c) => !IsTold(key) || !string.IsNullOrEmpty(Told(key, c));

    private static bool IsTold(Key key) => key is not (Key.Relationship or Key.Day or Key.Happening);

    private static string? Told(Key key, Classification c) => key switch
    {
        Key.Source => Actors(c.Sources),
        Key.Target => Actors(c.Targets),
        Key.Cameo => c.Cameo,
        Key.EventType => c.EventType,
        Key.Theme => c.Theme,
        Key.Place => c.Place,
        _ => throw new InvalidOperationException($"{key} is not told by a classification."),
    };

    private static string Actors(ImmutableArray<WorldActor> actors) => string.Join('\u001e', actors.Select(a => $"{a.Name}\u001d{a.Country}"));
}

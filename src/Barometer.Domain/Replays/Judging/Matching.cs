using System.Collections.Immutable;
using Barometer.Domain.Developments;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Judging;

/// <summary>Tells whether a rule is about a development.</summary>
internal static class Matching
{
    /// <summary>True when the condition holds.</summary>
    public static bool Holds(Condition condition, in Subject subject)
    {
        switch (condition)
        {
            case All all:
                foreach (var one in all.Conditions)
                {
                    if (!Holds(one, subject))
                        return false;
                }

                return true;
            case Any any:
                foreach (var one in any.Conditions)
                {
                    if (Holds(one, subject))
                        return true;
                }

                return false;
            case Not not:
                return !Holds(not.Condition, subject);
            default:
                return HoldsAlone(condition, subject);
        }
    }

    private static bool HoldsAlone(Condition condition, in Subject subject) => condition switch
    {
        Says says => Traits.Words(subject.Classification, says.Trait).Any(said => says.Words.Any(w => Traits.Means(says.Trait, w, said))),
        HasActor actor => actor.Holds(subject.Classification),
        NonEvent nonEvent => subject.Classification.NonEvent == nonEvent.Is,
        CitesEvidence cites => Cites(cites, subject.Classification),
        OfRelationship of => of.Keys.Contains(subject.Relationship),
        InDimension dimension => subject.Kind.Dimension is { } scored && dimension.Keys.Contains(scored),
        OnDay on => (on.From is not { } from || subject.Day >= from) && (on.To is not { } to || subject.Day <= to),
        Assigned assigned => HasPoints(assigned, subject.Kind),
        TitleHas title => Has(title.Texts, subject.Title),
        _ => throw new InvalidOperationException($"{condition.GetType().Name} is not known to {nameof(Matching)}."),
    };

    private static bool Has(ImmutableArray<string> texts, string title) => texts.Any(t => title.Contains(t, StringComparison.OrdinalIgnoreCase));

    private static bool Cites(CitesEvidence cites, Classification classification) => EvidenceCount.Of(classification, cites.Table) switch
    {
        null => false,
        { Known: null } => cites.Unknown || cites.Count is null,
        { Known: { } count } => !cites.Unknown && (cites.Count is null || cites.Count.Holds(FixedPoint.Of(count))),
    };

    private static bool HasPoints(Assigned assigned, Kind kind)
    {
        if (assigned.Scored != kind.Dimension is not null)
            return false;
        var points = assigned.Part switch { Part.Positive => kind.Positive, Part.Negative => kind.Negative, _ => kind.Positive + kind.Negative };
        return assigned.Points is null || assigned.Points.Holds(FixedPoint.Of(points));
    }
}

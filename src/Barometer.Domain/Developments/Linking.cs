using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>Says that a development tells the same happening as one of another relationship.</summary>
public sealed record LinkSameHappening : DevelopmentCommand
{
    /// <summary>The other development.</summary>
    public required Reference With { get; init; }
}

/// <summary>A development was linked as the same happening as another; the other has an event of its own.</summary>
public sealed record SameHappeningLinked : DevelopmentEvent
{
    /// <summary>The other development.</summary>
    public required Reference With { get; init; }
}

/// <summary>The decision to link.</summary>
public static class Linking
{
    /// <summary>Links two developments of different relationships: one event on each.</summary>
    public static Decision<ImmutableArray<DevelopmentEvent>> Decide(LinkSameHappening command, Development one, Development other)
    {
        if (command.NotStanding(one, "link it") is { } refusal)
            return refusal;
        if (other.Withdrawn)
            return Refusal.Rule($"{other.Reference} was withdrawn; reinstate it first to link it.").Until(RemedyKind.Reinstate, other.Reference);
        if (one.Relationship == other.Relationship)
            return Refusal.Rule($"{one.Reference} and {other.Reference} are of one relationship: the same happening scored there twice is a duplicate; withdraw one.");
        if (one.SameHappening.Contains(other.Reference))
            return Refusal.Rule($"{one.Reference} and {other.Reference} are linked already; nothing would change.");
        return ImmutableArray.Create<DevelopmentEvent>(
            command.Revise(one, new SameHappeningLinked { With = other.Reference }),
            command.Revise(other, new SameHappeningLinked { With = one.Reference }));
    }
}

using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Movements;

/// <summary>What kind of event moved an index.</summary>
public enum Cause
{
    /// <summary>A development was scored.</summary>
    New,

    /// <summary>Its points were amended.</summary>
    Amended,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,

    /// <summary>It was reinstated.</summary>
    Reinstated,

    /// <summary>It was filed under another period.</summary>
    Refiled,

    /// <summary>It was given another date: the running index moves from one day to another, the period's index does not.</summary>
    Redated,
}

/// <summary>Where in the record an event stands.</summary>
/// <param name="Relationship">Whose stream.</param>
/// <param name="Position">Which event of that stream; the first is 1. As-of is asked in positions.</param>
/// <param name="Sequence">Which event of the whole store; grows, with gaps.</param>
/// <param name="RecordedAt">When it was recorded, in UTC.</param>
public sealed record RecordPlace(string Relationship, long Position, long Sequence, DateTimeOffset RecordedAt);

/// <summary>How one event changes one index. An index is an account: it is the sum of its movements and nothing else.</summary>
/// <param name="Place">Where the event stands in the record.</param>
/// <param name="Reference">Which development.</param>
/// <param name="Revision">The revision that the event made.</param>
/// <param name="Cause">What kind of event.</param>
/// <param name="Actor">Who.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="ReasonKind">Of what kind the reason is, where a closed period was touched.</param>
/// <param name="Period">The period whose index moves.</param>
/// <param name="Day">The day of the running index that moves.</param>
/// <param name="Dimension">The dimension that moves.</param>
/// <param name="Positive">Change of the positive sum.</param>
/// <param name="Negative">Change of the negative sum.</param>
/// <param name="Developments">Change of the count of standing scored developments.</param>
public sealed record Movement(
    RecordPlace Place,
    Reference Reference,
    int Revision,
    Cause Cause,
    string Actor,
    string? Reason,
    ReasonKind? ReasonKind,
    PeriodId Period,
    DateOnly Day,
    string Dimension,
    int Positive,
    int Negative,
    int Developments)
{
    /// <summary>Who approved it, where two persons were needed; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Change of the aggregate.</summary>
    public int Aggregate => Positive + Negative;
}

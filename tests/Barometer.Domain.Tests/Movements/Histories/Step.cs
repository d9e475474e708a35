using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>What an editor does at a step of a history.</summary>
internal enum Act
{
    Score,
    RecordUnscored,
    ConsiderAndNotScore,
    GivePoints,
    Amend,
    Withdraw,
    Reinstate,
    Redate,
    Refile,
    Note,
    Link,
    Classify,
    Describe,
    Close,
    Approve,
    Reject,
}

/// <summary>Which revision the editor saw.</summary>
internal enum Seen
{
    Unsaid,
    Current,
    Stale,
}

/// <summary>The parts of a score in two dimensions; a relationship of one takes the first.</summary>
internal sealed record Parts(int Positive, int Negative, int OtherPositive, int OtherNegative);

/// <summary>How the editor goes about it; not always well.</summary>
internal sealed record Manner(Seen Seen, string? Reason, ReasonKind? Kind, bool AfterClosing, bool AnswersAll);

/// <summary>One step. Numbers choose among what is there when the step is taken.</summary>
internal sealed record Step(Act Act, int Relationship, int Development, int Other, int Period, Parts Parts, PrintedDate Date, Manner Manner);

using System.Collections.Immutable;

namespace Barometer.Domain.Record;

/// <summary>What can be done about a refusal.</summary>
public enum RemedyKind
{
    /// <summary>Say why.</summary>
    GiveReason,

    /// <summary>Say why, and of what kind the reason is: a closed period is changed.</summary>
    GiveReasonAndKind,

    /// <summary>Say that the record goes into a closed period knowingly, and why.</summary>
    RecordAfterClosing,

    /// <summary>Give the command an idempotency key of its own.</summary>
    GiveKey,

    /// <summary>Say on which revision it is made.</summary>
    GiveRevision,

    /// <summary>Give a title.</summary>
    GiveTitle,

    /// <summary>Name the period.</summary>
    NamePeriod,

    /// <summary>Declare the barometer.</summary>
    Declare,

    /// <summary>Open the period.</summary>
    Open,

    /// <summary>Answer the questions, each in a word.</summary>
    Answer,

    /// <summary>Score the development.</summary>
    Score,

    /// <summary>Amend the development.</summary>
    Amend,

    /// <summary>Reinstate the development.</summary>
    Reinstate,

    /// <summary>Read the development's history again.</summary>
    ReadAgain,

    /// <summary>Draft a rule set.</summary>
    DraftRules,

    /// <summary>Publish a rule set.</summary>
    PublishRules,

    /// <summary>Replay less at once: fewer draws, fewer periods.</summary>
    ReplayLess,

    /// <summary>Read less at once: one relationship, one period.</summary>
    ReadLess,

    /// <summary>Have somebody else approve the proposal.</summary>
    Approve,

    /// <summary>Look at the proposal again, and propose anew what is still right.</summary>
    ProposeAgain,
}

/// <summary>What to do about a refusal, in the domain's words; every door knows how that is done there.</summary>
/// <param name="Kind">What.</param>
/// <param name="With">With what: a reference, a period, the keys of questions; empty where the refused command itself is meant, or any will do.</param>
public sealed record Remedy(RemedyKind Kind, ImmutableArray<string> With);

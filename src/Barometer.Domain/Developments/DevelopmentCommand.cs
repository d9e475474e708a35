using System.Text.Json.Serialization;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;

namespace Barometer.Domain.Developments;

/// <summary>What every command on a recorded development says.</summary>
public abstract record DevelopmentCommand
{
    /// <summary>Which development.</summary>
    public Reference Reference { get; init; }

    /// <summary>The revision that the actor saw; null to act on the current one, whatever it is.</summary>
    public int? Revision { get; init; }

    /// <summary>Who acts.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Why. Always needed once a period is closed that the command would change.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is; needed with the reason once the period is closed.</summary>
    public ReasonKind? ReasonKind { get; init; }

    /// <summary>The command without what was read out of its words in the light of the record: the same whenever it is sent again.</summary>
    [JsonIgnore]
    public virtual DevelopmentCommand AsSaid => this;

    /// <summary>An event as the development's next revision, signed with who commands it and why.</summary>
    internal T Revise<T>(Development development, T e)
        where T : DevelopmentEvent =>
        (T)(e with
        {
            Reference = development.Reference,
            Revision = development.Revision + 1,
            Actor = Actor,
            Reason = Reason,
            ReasonKind = ReasonKind,
        });

    /// <summary>Refuses when somebody else made a revision since the one that the actor saw.</summary>
    public Refusal? Stale(Development development) =>
        Revision is { } seen && seen != development.Revision
            ? Refusal.Conflict($"{Reference} is at revision {development.Revision}, made by {development.LastActor}; this was meant for revision {seen}. Read it again and decide anew.")
                .Because(new CurrentRevision(development.Revision, development.LastActor))
                .Until(RemedyKind.ReadAgain, Reference)
            : null;

    /// <summary>Refuses a stale command, and one on a development that was withdrawn.</summary>
    public Refusal? NotStanding(Development development, string todo) =>
        Stale(development) ?? (development.Withdrawn
            ? Refusal.Rule($"{Reference} was withdrawn at revision {development.Revision} by {development.LastActor}; reinstate it first to {todo}.").Until(RemedyKind.Reinstate, Reference)
            : null);
}

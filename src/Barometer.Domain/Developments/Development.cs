using System.Collections.Immutable;

namespace Barometer.Domain.Developments;

/// <summary>
/// Something that happened in the world, as the record has it now: folded from its events and nothing else.
/// </summary>
public sealed record Development
{
    /// <summary>Its reference as text: the identity under which it is stored.</summary>
    public required string Id { get; init; }

    /// <summary>What a person reads out.</summary>
    public required Reference Reference { get; init; }

    /// <summary>Whose development it is.</summary>
    public required string Relationship { get; init; }

    /// <summary>How many events it has had.</summary>
    public required int Revision { get; init; }

    /// <summary>Who made the current revision.</summary>
    public required string LastActor { get; init; }

    /// <summary>Null while unscored; 0/0 is a score.</summary>
    public Points? Points { get; init; }

    /// <summary>Why an editor considered it and gave no score; null otherwise.</summary>
    public string? NotScoredBecause { get; init; }

    /// <summary>True when it was withdrawn and not reinstated.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Where it counts.</summary>
    public required Filing Filing { get; init; }

    /// <summary>What is said of it.</summary>
    public required Particulars Particulars { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Developments of other relationships that tell the same happening.</summary>
    public ImmutableArray<Reference> SameHappening { get; init; } = [];

    /// <summary>True when it counts: scored and not withdrawn.</summary>
    public bool Stands => Points is not null && !Withdrawn;

    /// <summary>The development after one more event. Pure: the same events give the same development, live, rebuilt or replayed.</summary>
    /// <exception cref="InvalidOperationException">The event is not the next revision: the record is broken.</exception>
    public static Development Fold(Development? state, DevelopmentEvent e)
    {
        if (e.Revision != (state?.Revision ?? 0) + 1)
            throw new InvalidOperationException($"{e.Reference}: revision {e.Revision} follows revision {state?.Revision ?? 0} in the record.");
        var next = e is DevelopmentRecorded first ? Begin(first) : Change(state!, e);
        return next with { Revision = e.Revision, LastActor = e.Actor };
    }

    private static Development Begin(DevelopmentRecorded e) => new()
    {
        Id = e.Reference.ToString(),
        Reference = e.Reference,
        Relationship = e.Relationship,
        Revision = e.Revision,
        LastActor = e.Actor,
        Filing = e.Filing,
        Particulars = e.Particulars,
        Points = (e as DevelopmentScored)?.Points,
        NotScoredBecause = (e as DevelopmentNotScored)?.Because,
    };

    private static Development Change(Development d, DevelopmentEvent e) => e switch
    {
        PointsGiven given => d with { Points = given.Points, NotScoredBecause = null },
        PointsAmended amended => d with { Points = amended.To },
        DevelopmentWithdrawn => d with { Withdrawn = true },
        DevelopmentReinstated => d with { Withdrawn = false },
        DevelopmentRedated redated => d with { Particulars = d.Particulars with { Date = redated.To }, Filing = redated.FiledTo },
        DevelopmentRefiled refiled => d with { Filing = refiled.To },
        DevelopmentReclassified reclassified => d with { Particulars = d.Particulars with { Classification = reclassified.To } },
        DevelopmentDescribed described => d with { Particulars = d.Particulars with { Title = described.Title, Sources = described.Sources } },
        DevelopmentNoted noted => d with { Notes = d.Notes.Add(noted.Note) },
        SameHappeningLinked linked => d with { SameHappening = d.SameHappening.Add(linked.With) },
        _ => throw new InvalidOperationException($"{e.GetType().Name} is not known to {nameof(Development)}."),
    };
}

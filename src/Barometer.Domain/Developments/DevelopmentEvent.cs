using Barometer.Domain.Periods;

namespace Barometer.Domain.Developments;

/// <summary>Something recorded of a development: every one of them is the development's next revision.</summary>
public abstract record DevelopmentEvent
{
    /// <summary>Which development.</summary>
    public Reference Reference { get; init; }

    /// <summary>The revision that this event makes; the first is 1.</summary>
    public int Revision { get; init; }

    /// <summary>Who did it.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Why, where it was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is, where a closed period is touched.</summary>
    public ReasonKind? ReasonKind { get; init; }

    /// <summary>Who approved it, where two persons were needed; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>The first event of a development.</summary>
public abstract record DevelopmentRecorded : DevelopmentEvent
{
    /// <summary>Whose development it is.</summary>
    public string Relationship { get; init; } = "";

    /// <summary>The period that it is filed under.</summary>
    public Filing Filing { get; init; } = null!;

    /// <summary>What is said of it.</summary>
    public Particulars Particulars { get; init; } = null!;
}

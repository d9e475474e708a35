namespace Barometer.Domain.Periods;

/// <summary>Why a change was made after a closing.</summary>
public enum ReasonKind
{
    /// <summary>What was recorded was wrong.</summary>
    Error,

    /// <summary>Something became known later.</summary>
    NewInformation,

    /// <summary>It belongs to another relationship, period or development.</summary>
    Reattribution,

    /// <summary>The way of scoring changed.</summary>
    Method,
}

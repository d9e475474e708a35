using Barometer.Domain.Periods;

namespace Barometer.Host.Developments;

/// <summary>Why something is done, as every command over HTTP may say it.</summary>
public abstract record Why
{
    /// <summary>Why, in a sentence. Needed where the command takes something away, and once a period is closed.</summary>
    public string? Reason { get; init; }

    /// <summary>Of what kind the reason is; needed with it once a period is closed.</summary>
    public ReasonKind? ReasonKind { get; init; }
}

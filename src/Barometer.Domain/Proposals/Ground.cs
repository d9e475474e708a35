using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Proposals;

/// <summary>What stands now of all that a proposed command is decided on.</summary>
/// <param name="Settings">The barometer's settings.</param>
/// <param name="Period">The period filed under.</param>
public sealed record Ground(Settings Settings, Period Period)
{
    /// <summary>The development; null where a new one is proposed.</summary>
    public Development? Development { get; init; }

    /// <summary>The reference that a new development would be given; null where it is in the record.</summary>
    public Reference? Next { get; init; }

    /// <summary>The period to file under, where the development is to be refiled.</summary>
    public Period? To { get; init; }
}

namespace Barometer.Domain.Replays.Valuing;

/// <summary>How a development stands between two rules.</summary>
internal enum Standing
{
    /// <summary>No rule has given it a value: it is counted as not coded, and nowhere else.</summary>
    NotCoded,

    /// <summary>It counts.</summary>
    Counts,

    /// <summary>A rule has excluded it.</summary>
    Excluded,
}

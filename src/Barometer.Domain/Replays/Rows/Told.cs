namespace Barometer.Domain.Replays.Rows;

/// <summary>What a row at rest tells of a development. The numbers stand in tables: one is never given another meaning.</summary>
public enum Told
{
    /// <summary>It was recorded, with its points or without.</summary>
    Recorded = 1,

    /// <summary>Its points from now on.</summary>
    Points = 2,

    /// <summary>It was withdrawn.</summary>
    Withdrawn = 3,

    /// <summary>It was reinstated.</summary>
    Reinstated = 4,

    /// <summary>The day on which it counts from now on, in another period.</summary>
    Filed = 5,

    /// <summary>When it happened, and the day on which it counts, from now on.</summary>
    Dated = 6,

    /// <summary>Its classification from now on.</summary>
    Classified = 7,

    /// <summary>Its title from now on.</summary>
    Described = 8,

    /// <summary>A development that tells the same happening.</summary>
    Linked = 9,
}

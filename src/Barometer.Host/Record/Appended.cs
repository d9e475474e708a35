namespace Barometer.Host.Record;

/// <summary>An event to append.</summary>
/// <param name="Stream">To which stream.</param>
/// <param name="Event">What.</param>
internal sealed record Appended(string Stream, object Event)
{
    /// <summary>What the stream is of, where this event is its first; null where it was started before.</summary>
    public Type? Starts { get; init; }

    /// <summary>Who sent it; null where the session says that of everything.</summary>
    public Signature? By { get; init; }
}

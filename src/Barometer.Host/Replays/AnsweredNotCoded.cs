namespace Barometer.Host.Replays;

/// <summary>Developments that the rules cannot code.</summary>
/// <param name="What">Their code, else their type.</param>
/// <param name="Developments">How many.</param>
public sealed record AnsweredNotCoded(string What, long Developments);

namespace Barometer.Domain.Barometers;

/// <summary>What a number measures, and which way is up.</summary>
/// <param name="Key">Stable name, e.g. <c>development</c> or <c>regional-tension</c>.</param>
/// <param name="Name">As people read it.</param>
/// <param name="Rose">What is said when the number grows: "improved", "eased".</param>
/// <param name="Fell">What is said when the number shrinks: "deteriorated", "worsened".</param>
public sealed record Dimension(string Key, string Name, string Rose, string Fell)
{
    /// <summary>What is said of a change; null of none.</summary>
    public string? Said(int change) => change > 0 ? Rose : change < 0 ? Fell : null;
}

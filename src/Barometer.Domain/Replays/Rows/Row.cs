namespace Barometer.Domain.Replays.Rows;

/// <summary>A row of the columns before it has its place among them.</summary>
internal readonly record struct Row(int Kind, int Day, int Earliest, int Latest, int Issue, int Ordinal);

using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Tests.Replays;

/// <summary>Columns in words, to hold one against another whatever numbers their kinds have.</summary>
internal static class WrittenColumns
{
    public static string Written(this Columns columns) => string.Join('\n',
        from segment in columns.Segments
        from row in Enumerable.Range(segment.Start, segment.End - segment.Start)
        let kind = columns.Kinds[columns.Kind[row]]
        select $"{segment.Period} {columns.ReferenceOf(segment.Relationship, row)} {columns.Day[row]} {columns.Earliest[row]} {columns.Latest[row]} "
            + $"{kind.Dimension ?? "unscored"} {kind.Positive} {kind.Negative} {ClassAtRest.Of(kind.Classification).Written} "
            + $"{columns.Happening.ElementAtOrDefault(row)} {columns.Title.ElementAtOrDefault(row)}");
}

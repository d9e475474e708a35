using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Tests.Developments;
using Barometer.Domain.Tests.Movements.Histories;

namespace Barometer.Domain.Tests.Replays;

/// <summary>The two ways to columns: from developments, and from rows at rest.</summary>
internal static class ColumnsOf
{
    /// <summary>From developments folded one event after another.</summary>
    public static Columns Folded(this InMemoryRecord record, Positions positions)
    {
        var developments = new Dictionary<Reference, Development>();
        foreach (var (stored, e) in Events(record))
        {
            if (stored.Place.Position <= positions[stored.Place.Relationship])
                developments[e.Reference] = Development.Fold(developments.GetValueOrDefault(e.Reference), e);
        }

        return Columns.Of(developments.Values, Given.Settings, positions);
    }

    /// <summary>From rows at rest, in the order in which <paramref name="dealt"/> puts them.</summary>
    public static Columns FromRest(this InMemoryRecord record, Positions positions, Func<IEnumerable<(int Relationship, RowAtRest Row)>, IEnumerable<(int Relationship, RowAtRest Row)>> dealt)
    {
        var folding = new ColumnsFolding(Given.Settings, positions, Classes(record));
        foreach (var (relationship, row) in dealt(Rows(record)))
            folding.Add(relationship, row).ShouldBeTrue();
        return folding.Build();
    }

    public static IEnumerable<(int Relationship, RowAtRest Row)> Rows(InMemoryRecord record) =>
        from told in Events(record)
        from row in RowAtRest.Of(told.Event, told.Stored.Place.Position)
        select (Given.Settings.Relationships.Select(r => r.Key).ToList().IndexOf(told.Stored.Place.Relationship), row);

    private static Dictionary<long, ClassAtRest> Classes(InMemoryRecord record) => Events(record).Select(told => told.Event switch
    {
        DevelopmentRecorded recorded => recorded.Particulars.Classification,
        DevelopmentReclassified reclassified => reclassified.To,
        _ => Classification.None,
    }).Select(ClassAtRest.Of).Distinct().ToDictionary(c => c.Number);

    private static IEnumerable<(StoredEvent Stored, DevelopmentEvent Event)> Events(InMemoryRecord record) =>
        from stored in record.Events
        let e = stored.Read() as DevelopmentEvent
        where e is not null
        select (stored, e);
}

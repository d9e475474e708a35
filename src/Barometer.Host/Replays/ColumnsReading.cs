using Barometer.Domain.Barometers;
using Barometer.Domain.Movements;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Host.Replays;

/// <summary>
/// Brings the columns of a barometer into memory. They are held against the record each time: a relationship whose columns are
/// behind what is asked for catches up first, and one whose columns are not what they must come to is rebuilt from its events.
/// </summary>
internal static class ColumnsReading
{
    /// <summary>The columns as of positions. Rows up to a position are the same whatever is committed later, so they need not be read in the state in which positions were.</summary>
    /// <param name="session">Of the barometer.</param>
    /// <param name="settings">The barometer's settings.</param>
    /// <param name="positions">How far the record had come.</param>
    /// <param name="titles">True to read titles too, which takes longer.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Columns> AsOf(IQuerySession session, Settings settings, Positions positions, bool titles, CancellationToken cancellation)
    {
        var (store, barometer) = (session.DocumentStore, session.TenantId);
        Task<(Columns? Columns, IReadOnlyCollection<Reached> Wrong)> Reading() => Task.Run(() => Read(store, barometer, settings, positions, titles, cancellation), cancellation);
        var (columns, wrong) = await Reading();
        if (columns is null && wrong.All(r => r.Events is null || r.Events < r.Position))
        {
            await ColumnsRebuilding.CatchUp(store, barometer, wrong, cancellation);
            (columns, wrong) = await Reading();
        }

        if (columns is not null)
            return columns;
        var names = string.Join(", ", wrong.Select(r => r.Relationship));
        await Console.Error.WriteLineAsync($"Columns are missing or wrong, and are rebuilt from the record: {names}.");
        await ColumnsRebuilding.Rebuild(store, barometer, wrong.Select(r => r.Relationship), progress: null, cancellation);
        (columns, _) = await Reading();
        return columns ?? throw new InvalidOperationException($"the columns of {names} are not what their events say, though they were just rebuilt.");
    }

    private static (Columns? Columns, IReadOnlyCollection<Reached> Wrong) Read(
        IDocumentStore store, string barometer, Settings settings, Positions positions, bool titles, CancellationToken cancellation)
    {
        using var rest = ColumnsAtRest.Open(store, barometer);
        var reached = rest.Relationships();
        // Behind what is asked for, or of events that the stream does not have.
        if (reached.Where(r => r.Events is not { } known || known < Math.Min(positions[r.Relationship], r.Position) || known > r.Position).ToArray() is { Length: > 0 } behind)
            return (null, behind);
        var folding = new ColumnsFolding(settings, positions, rest.Classes());
        // A row or so for each event; what the check says may be wrong as yet.
        for (var place = 0; place < settings.Relationships.Length; place++)
            folding.Expect(place, (int)positions[settings.Relationships[place].Key]);
        var unclassified = new HashSet<string>();
        var found = rest.Rows(titles, relationships => Into(folding, settings, relationships, unclassified), cancellation);
        Reached[] wrong = [.. from name in unclassified.Union(Differing(reached, found, titles)) select reached.FirstOrDefault(r => r.Relationship == name) ?? new Reached(name, 0, Events: 0, default)];
        return wrong is [] ? (folding.Build(), []) : (null, wrong);
    }

    private static RowTaken Into(ColumnsFolding folding, Settings settings, Texts relationships, HashSet<string> unclassified)
    {
        var places = new List<int>();
        return (int relationship, in RowAtRest row) =>
        {
            if (relationship == places.Count)
                places.Add(settings.Relationships.Select(r => r.Key).ToList().IndexOf(relationships[relationship]));
            if (places[relationship] >= 0 && !folding.Add(places[relationship], row))
                unclassified.Add(relationships[relationship]);
        };
    }

    private static IEnumerable<string> Differing(IReadOnlyList<Reached> reached, IReadOnlyDictionary<string, CheckAtRest> found, bool titles)
    {
        var expected = reached.ToDictionary(r => r.Relationship, r => titles ? r.Check : r.Check with { Titles = 0 });
        return expected.Keys.Union(found.Keys).Where(r => found.GetValueOrDefault(r) != expected.GetValueOrDefault(r));
    }
}

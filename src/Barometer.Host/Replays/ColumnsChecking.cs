using System.Collections.Immutable;
using Barometer.Domain.Replays.Rows;

namespace Barometer.Host.Replays;

/// <summary>What is wrong with the columns of a relationship.</summary>
internal enum ColumnsFault
{
    /// <summary>There are none.</summary>
    Missing,

    /// <summary>They know of fewer events than the stream has, or of more.</summary>
    Behind,

    /// <summary>Their rows do not tell what the events tell.</summary>
    Rows,

    /// <summary>Their rows are right, but not what is kept to hold them against.</summary>
    Check,

    /// <summary>A classification that they name is not there, or was altered.</summary>
    Classification,
}

/// <summary>The columns of a relationship held against its events.</summary>
/// <param name="Relationship">Whose.</param>
/// <param name="Position">The last of its stream.</param>
/// <param name="Derived">How many rows its events give.</param>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Fault">What is wrong; absent where nothing is.</param>
internal sealed record CheckedColumns(string Relationship, long Position, long Derived, long Rows, ColumnsFault? Fault);

/// <summary>Derives all columns of a barometer from its events again, and compares: rows, what is kept to hold them against, and classifications.</summary>
internal static class ColumnsChecking
{
    /// <summary>Checks every relationship in one state of the record, and changes nothing.</summary>
    public static async Task<ImmutableArray<CheckedColumns>> Check(ColumnsAtRest rest, IReadOnlyList<Reached> reached, IQuerySession session, IProgress<int>? progress, CancellationToken cancellation)
    {
        var classes = rest.Classes();
        var found = rest.Rows(titles: true, _ => (int _, in RowAtRest _) => { }, cancellation);
        var columns = ImmutableArray.CreateBuilder<CheckedColumns>();
        foreach (var relationship in reached.Select(r => r.Relationship).Union(found.Keys).Order(StringComparer.Ordinal))
        {
            var (known, rows) = (reached.FirstOrDefault(r => r.Relationship == relationship) ?? new Reached(relationship, 0, Events: null, default), found.GetValueOrDefault(relationship));
            var (derived, classified) = await Derive(session, relationship, classes, progress, cancellation);
            columns.Add(new CheckedColumns(relationship, known.Position, derived.Rows, rows.Rows, FaultOf(known, derived, rows, classified)));
        }

        return columns.ToImmutable();
    }

    private static async Task<(CheckAtRest Rows, bool Classified)> Derive(
        IQuerySession session, string relationship, Dictionary<long, ClassAtRest> classes, IProgress<int>? progress, CancellationToken cancellation)
    {
        var (derived, classified) = (default(CheckAtRest), true);
        await foreach (var events in ColumnsRebuilding.Events(session, relationship, cancellation))
        {
            foreach (var row in events.SelectMany(Projections.Columns.RowsOf))
            {
                derived = derived.With(row);
                classified &= row.Class is not { } named || classes.ContainsKey(named);
            }

            progress?.Report(events.Count);
        }

        return (derived, classified);
    }

    private static ColumnsFault? FaultOf(Reached known, CheckAtRest derived, CheckAtRest rows, bool classified) =>
        known.Events is null && rows.Rows == 0 ? ColumnsFault.Missing
        : rows != derived ? ColumnsFault.Rows
        : known.Events != known.Position ? ColumnsFault.Behind
        : known.Check != derived ? ColumnsFault.Check
        : classified ? null : ColumnsFault.Classification;
}

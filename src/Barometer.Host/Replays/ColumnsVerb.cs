using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace Barometer.Host.Replays;

/// <summary>The doors of the columns at rest. Replays check and mend them by themselves; this is for whoever wants to see it.</summary>
internal static class ColumnsVerb
{
    public static Command Verb() => new("columns", "The columns that replays run over, derived from the record.")
    {
        Terminal.Verb.Of<ImmutableArray<CheckedColumns>>("check", "Derive them from the events again, and compare; changes nothing.", [], Check, Show, columns => columns.All(c => c.Fault is null) ? ExitCodes.Done : ExitCodes.Refused),
        Terminal.Verb.Of<ImmutableArray<CheckedColumns>>("rebuild", "Replace them by what the events tell.", [], Rebuild, Show),
    };

    private static async Task<Decision<ImmutableArray<CheckedColumns>>> Check(Door door, CancellationToken cancellation) =>
        (await door.Settings(cancellation)).Accepted(out _, out var refusal) ? await door.Read(session => Check(session, cancellation), cancellation) : refusal;

    private static async Task<ImmutableArray<CheckedColumns>> Check(IQuerySession session, CancellationToken cancellation)
    {
        using var rest = ColumnsAtRest.Open(session.DocumentStore, session.TenantId);
        var reached = rest.Relationships();
        await using var events = rest.Session(session.DocumentStore);
        return await ProgressBar.Over("checking", reached.Sum(r => r.Position), progress => ColumnsChecking.Check(rest, reached, events, progress, cancellation));
    }

    private static async Task<Decision<ImmutableArray<CheckedColumns>>> Rebuild(Door door, CancellationToken cancellation)
    {
        if (!(await door.Settings(cancellation)).Accepted(out _, out var refusal))
            return refusal;
        return await door.Read(
            async session =>
            {
                var wrong = Relationships(session, cancellation);
                await ProgressBar.Over("rebuilding", wrong.Sum(r => r.Position), async progress =>
                {
                    await ColumnsRebuilding.Rebuild(session.DocumentStore, session.TenantId, wrong.Select(r => r.Relationship), progress, cancellation);
                    return true;
                });
                return await Check(session, cancellation);
            },
            cancellation);
    }

    // Those of which there is nothing but rows, too.
    private static IReadOnlyList<Reached> Relationships(IQuerySession session, CancellationToken cancellation)
    {
        using var rest = ColumnsAtRest.Open(session.DocumentStore, session.TenantId);
        var reached = rest.Relationships();
        var found = rest.Rows(titles: false, _ => (int _, in Domain.Replays.Rows.RowAtRest _) => { }, cancellation);
        return [.. reached, .. found.Keys.Except(reached.Select(r => r.Relationship)).Select(r => new Reached(r, 0, Events: null, default))];
    }

    private static void Show(Door door, ImmutableArray<CheckedColumns> columns)
    {
        var table = Shown.Table("relationship", ">position", ">rows", ">derived", "");
        foreach (var c in columns)
        {
            table.AddRow(
                c.Relationship, c.Position.ToString(CultureInfo.InvariantCulture), c.Rows.ToString(CultureInfo.InvariantCulture), c.Derived.ToString(CultureInfo.InvariantCulture),
                c.Fault is { } fault ? $"[red]{Said(fault)}[/]" : "as the events tell");
        }

        door.Out.WriteWhole(table);
    }

    private static string Said(ColumnsFault fault) => fault switch
    {
        ColumnsFault.Missing => "there are none; the next replay makes them",
        ColumnsFault.Behind => "not of as many events as the stream has",
        ColumnsFault.Rows => "not what the events tell",
        ColumnsFault.Check => "as the events tell, but not what they are held against",
        _ => "a classification is missing or altered",
    };
}

using System.Collections.Immutable;
using Spectre.Console;

namespace Barometer.Host.Record;

/// <summary>How a person sees what was recorded.</summary>
internal static class RecordedView
{
    public static void Show(Door door, Recorded recorded)
    {
        if (recorded.Proposal is { } proposal)
        {
            door.Out.MarkupLineInterpolated($"Proposed as [bold]{proposal.Id}[/]; it needs somebody else's approval (barometer approve {proposal.Id}). Nothing has moved.");
            Indices(door, "would move", proposal.Indices);
            return;
        }

        foreach (var change in recorded.Changes)
            door.Out.MarkupLineInterpolated($"[bold]{change.Reference}[/] revision {change.Revision}: {change.Event.Replace('_', ' ')} [dim]({change.Relationship}:{change.Position})[/]");
        if (recorded.Indices.IsEmpty)
            door.Out.WriteLine("No index moved.");
        else
            Indices(door, "index", recorded.Indices);
    }

    private static void Indices(Door door, string heading, ImmutableArray<IndexChange> indices)
    {
        var table = Shown.Table(heading, "period", ">from", "", ">to");
        foreach (var index in indices)
            table.AddRow(Shown.Index(index.After.Relationship, index.After.Dimension), index.After.Period.ToString(), Shown.Coloured(index.Before.Aggregate), "→", Shown.Coloured(index.After.Aggregate));
        door.Out.WriteWhole(table);
    }
}

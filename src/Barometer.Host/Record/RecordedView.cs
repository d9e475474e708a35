using System.Collections.Immutable;
using Spectre.Console;

namespace Barometer.Host.Record;

/// <summary>How a person sees what was recorded.</summary>
internal static class RecordedView
{
    public static void Show(Door door, Recorded recorded)
    {
        if (door.Get(SharedOptions.DryRun))
            door.Out.WriteLine("Nothing was recorded; this would be:");
        if (recorded.Proposal is { } proposal)
        {
            door.Out.MarkupLineInterpolated($"Proposed as [bold]{proposal.Id}[/]; it needs somebody else's approval (barometer approve {proposal.Id}). Nothing has moved.");
            ShowIndices(door, "would move", proposal.Indices);
            return;
        }

        foreach (var change in recorded.Changes)
            door.Out.MarkupLineInterpolated($"[bold]{change.Reference}[/] revision {change.Revision}: {change.Event.Replace('_', ' ')} [dim]({change.Relationship}:{change.Position})[/]");
        foreach (var period in recorded.ClosedPeriods)
            door.Out.WriteLine($"{period} is closed: its snapshot stands, and this makes a later vintage.");
        if (recorded.Indices.IsEmpty)
            door.Out.WriteLine("No index moved.");
        else
            ShowIndices(door, "index", recorded.Indices);
    }

    /// <summary>Shows indices before and after, and where a colour changes.</summary>
    public static void ShowIndices(Door door, string heading, ImmutableArray<IndexChange> indices)
    {
        var table = Shown.Table(heading, "period", ">from", "", ">to");
        foreach (var index in indices)
            table.AddRow(Shown.Index(index.After.Relationship, index.After.Dimension), index.After.Period.ToString(), Shown.Coloured(index.Before.Aggregate), "→", Shown.Coloured(index.After.Aggregate));
        door.Out.WriteWhole(table);
        foreach (var index in indices.Where(i => i.BandBefore != i.BandAfter))
            door.Out.MarkupLineInterpolated($"{Shown.Index(index.After.Relationship, index.After.Dimension)} changes its colour: {index.BandBefore} → {index.BandAfter}");
    }
}

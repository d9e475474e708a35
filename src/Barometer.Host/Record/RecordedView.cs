using Spectre.Console;

namespace Barometer.Host.Record;

/// <summary>How a person sees what was recorded.</summary>
internal static class RecordedView
{
    public static void Show(Door door, Recorded recorded)
    {
        if (door.Get(SharedOptions.DryRun))
            door.Out.WriteLine("Nothing was recorded; this would be:");
        foreach (var change in recorded.Changes)
            door.Out.MarkupLineInterpolated($"[bold]{change.Reference}[/] revision {change.Revision}: {change.Event.Replace('_', ' ')} [dim]({change.Relationship}:{change.Position})[/]");
        foreach (var period in recorded.ClosedPeriods)
            door.Out.WriteLine($"{period} is closed: its snapshot stands, and this makes a later vintage.");
        if (recorded.Indices.IsEmpty)
            door.Out.WriteLine("No index moved.");
        else
            ShowIndices(door, recorded);
    }

    private static void ShowIndices(Door door, Recorded recorded)
    {
        var table = Shown.Table("index", "period", ">from", "", ">to");
        foreach (var index in recorded.Indices)
            table.AddRow(Shown.Index(index.After.Relationship, index.After.Dimension), index.After.Period.ToString(), Shown.Coloured(index.Before.Aggregate), "→", Shown.Coloured(index.After.Aggregate));
        door.Out.WriteWhole(table);
        foreach (var index in recorded.Indices.Where(i => i.BandBefore != i.BandAfter))
            door.Out.MarkupLineInterpolated($"{Shown.Index(index.After.Relationship, index.After.Dimension)} changes its colour: {index.BandBefore} → {index.BandAfter}");
    }
}

using Spectre.Console;

namespace Barometer.Host.Record;

/// <summary>How a person sees what was recorded.</summary>
internal static class RecordedView
{
    public static void Show(Door door, Recorded recorded)
    {
        foreach (var change in recorded.Changes)
            door.Out.MarkupLineInterpolated($"[bold]{change.Reference}[/] revision {change.Revision}: {change.Event.Replace('_', ' ')} [dim]({change.Relationship}:{change.Position})[/]");
        if (recorded.Indices.IsEmpty)
        {
            door.Out.WriteLine("No index moved.");
            return;
        }

        var table = Shown.Table("index", "period", ">from", "", ">to");
        foreach (var index in recorded.Indices)
            table.AddRow(Shown.Index(index.After.Relationship, index.After.Dimension), index.After.Period.ToString(), Shown.Coloured(index.Before.Aggregate), "→", Shown.Coloured(index.After.Aggregate));
        door.Out.WriteWhole(table);
    }
}

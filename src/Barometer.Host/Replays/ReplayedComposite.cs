using Spectre.Console;

namespace Barometer.Host.Replays;

/// <summary>How a person sees a composite: the number, or why there is none, and what went into it.</summary>
internal static class ReplayedComposite
{
    public static void Show(Door door, AnsweredReplay composite)
    {
        door.Out.MarkupLineInterpolated($"[bold]composite {composite.Composite} {composite.Period}[/] {(composite.Value is { } value ? $"is {Shown.Signed(value)}" : $"has no value: {composite.Why}")}");
        var table = Shown.Table("part", ">value", ">normalised", ">weight");
        foreach (var part in composite.Parts ?? [])
            table.AddRow(part.Relationship.EscapeMarkup(), Shown.Coloured(part.Value), part.Normalised is { } normalised ? Shown.Coloured(normalised) : "", part.Weight.ToString());
        door.Out.WriteWhole(table);
    }
}

using System.Globalization;
using Barometer.Domain.Periods;
using Spectre.Console;

namespace Barometer.Host.Periods;

/// <summary>How a person sees a closing.</summary>
internal static class SnapshotView
{
    public static void Show(Door door, PeriodClosed closed)
    {
        door.Out.MarkupLineInterpolated($"[bold]{closed.Period} is closed.[/] Its snapshot stands, whatever is recorded later.");
        var table = Shown.Table("index", ">positive", ">negative", ">aggregate", ">developments", "band");
        foreach (var f in closed.Figures)
        {
            table.AddRow(
                Shown.Index(f.Relationship, f.Dimension), Shown.Coloured(f.Positive), Shown.Coloured(f.Negative), $"[bold]{Shown.Coloured(f.Aggregate)}[/]",
                f.Developments.ToString(CultureInfo.InvariantCulture), f.Band ?? "");
        }

        door.Out.WriteWhole(table);
        foreach (var index in closed.UnderRules ?? [])
            door.Out.MarkupLineInterpolated($"  under {closed.RuleSet}: {Shown.Index(index.Relationship, index.Dimension)} {Shown.Signed(index.Aggregate)}");
        foreach (var answer in closed.Answers)
            door.Out.MarkupLineInterpolated($"  {answer.Question}: {answer.Word}");
        door.Out.MarkupLineInterpolated($"[dim]{closed.RuleSet} ({closed.RuleSet.Digest[..12]}…), {Shown.Count(closed.Developments.Length, "development")}, {Shown.AsOf(closed.Positions)}[/]");
    }
}

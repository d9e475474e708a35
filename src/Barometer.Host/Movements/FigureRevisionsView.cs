using System.Globalization;
using Barometer.Domain.RuleSets.Arithmetic;
using Spectre.Console;

namespace Barometer.Host.Movements;

/// <summary>How a person sees figure revisions: a line for each index.</summary>
internal static class FigureRevisionsView
{
    public static void Show(Door door, AnsweredFigureRevisions answer)
    {
        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer}[/] [dim]from {answer.From} to {answer.To}[/]");
        var table = Shown.Table("index", ">periods", ">mean", ">mean absolute", ">root mean square", ">changed sign", ">changed band", ">t", ">lag");
        foreach (var i in answer.Indices)
        {
            table.AddRow(
                Shown.Index(i.Relationship, i.Dimension), i.N.ToString(CultureInfo.InvariantCulture), i.Mean is { } mean ? Shown.Coloured(mean) : "",
                Said(i.MeanAbsolute), Said(i.RootMeanSquare), Said(i.ChangedSign), Said(i.ChangedBand), Said(i.Significance?.T), i.Significance?.Lag.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        door.Out.WriteWhole(table);
        door.Out.MarkupLineInterpolated($"[dim]{Shown.AsOf(answer.AsOf)}; releases until {answer.Until}[/]");
    }

    private static string Said(FixedPoint? number) => number?.ToString() ?? "";
}

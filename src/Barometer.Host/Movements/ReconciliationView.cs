using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;

namespace Barometer.Host.Movements;

/// <summary>How a person sees a reconciliation: every printed figure, what differs in red, then what would explain it.</summary>
internal static class ReconciliationView
{
    public static void Show(Door door, ImmutableArray<AnsweredFigure> figures)
    {
        foreach (var period in figures.GroupBy(f => f.Period))
        {
            door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} {period.Key}[/]");
            var table = Shown.Table("index", "figure", "place", ">printed", ">recorded", ">difference");
            foreach (var f in period)
            {
                table.AddRow(
                    Shown.Index(f.Relationship, f.Dimension), Word.Of(f.Figure), f.Place.EscapeMarkup(), Value(f.Printed), Value(f.Recorded),
                    f.Difference == 0 ? "[dim]0[/]" : $"[red bold]{Shown.Signed(f.Difference)}[/]");
            }

            door.Out.WriteWhole(table);
            Findings(door, [.. period]);
        }

        if (figures.IsEmpty)
            door.Out.WriteLine("No printed figures are recorded.");
    }

    private static void Findings(Door door, AnsweredFigure[] figures)
    {
        var different = figures.Count(f => f.Difference != 0);
        var relationships = figures.Where(f => f.Difference != 0).Select(f => f.Relationship).Distinct().Count();
        door.Out.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{Shown.Count(figures.Length, "printed figure")}, [bold]{different} differing[/] from the record, in {Shown.Count(relationships, "relationship")}.");
        foreach (var relationship in figures.GroupBy(f => (f.Relationship, f.Dimension)))
        {
            foreach (var text in relationship.SelectMany(f => f.ContradictedInPrint ?? []).Distinct())
                door.Out.MarkupLineInterpolated($"  {Shown.Index(relationship.Key.Relationship, relationship.Key.Dimension)}: print contradicts itself: {text}");
            foreach (var text in relationship.SelectMany(f => f.Candidates ?? []).Distinct())
                door.Out.MarkupLineInterpolated($"  {Shown.Index(relationship.Key.Relationship, relationship.Key.Dimension)}: would be explained if {text}");
        }
    }

    private static string Value(object value) => value is int number ? Shown.Signed(number) : value.ToString()!.EscapeMarkup();
}

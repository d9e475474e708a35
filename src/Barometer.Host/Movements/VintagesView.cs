using System.Globalization;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Spectre.Console;

namespace Barometer.Host.Movements;

/// <summary>How a person sees vintages: a table of figures, the observations of each index, or a triangle of aggregates.</summary>
internal static class VintagesView
{
    public static void Show(Door door, AnsweredVintages answer)
    {
        switch (answer.Show)
        {
            case ObservationChoice.All:
                Observations(door, answer);
                break;
            case ObservationChoice.Triangle:
                Triangles(door, answer);
                break;
            default:
                Figures(door, answer);
                break;
        }

        if (answer.Series.IsEmpty)
            door.Out.WriteLine("Nothing is observed yet.");
        door.Out.MarkupLineInterpolated($"[dim]{Shown.AsOf(answer.AsOf)}; releases until {answer.Until}[/]");
    }

    private static void Figures(Door door, AnsweredVintages answer)
    {
        var table = Shown.Table("index", "period", ">positive", ">negative", ">aggregate", ">developments", "band", ">printed", "release");
        foreach (var series in answer.Series)
        {
            foreach (var o in series.Observations)
                table.AddRow([Shown.Index(series.Relationship, series.Dimension), series.Period.ToString(), .. Values(o), Printed(series), o.Release ?? ""]);
        }

        door.Out.WriteWhole(table);
    }

    private static void Observations(Door door, AnsweredVintages answer)
    {
        foreach (var series in answer.Series)
        {
            door.Out.MarkupLineInterpolated($"[bold]{Shown.Index(series.Relationship, series.Dimension)} {series.Period}[/] [dim]{(Printed(series) is { Length: > 0 } printed ? $"in print {printed}" : "")}[/]");
            var table = Shown.Table(">position", "since", "until", ">positive", ">negative", ">aggregate", ">developments", "band", "went out in", "why");
            foreach (var o in series.Observations)
            {
                table.AddRow([
                    o.From!.Position.ToString(CultureInfo.InvariantCulture), Shown.Moment(o.From.RecordedAt), o.To is null ? "" : Shown.Moment(o.To.RecordedAt),
                    .. Values(o), string.Join(", ", o.Releases!), string.Join("; ", o.Movements!.Value.Select(Why)).EscapeMarkup()]);
            }

            door.Out.WriteWhole(table);
            door.Out.WriteLine();
        }
    }

    private static void Triangles(Door door, AnsweredVintages answer)
    {
        foreach (var index in answer.Series.GroupBy(s => (s.Relationship, s.Dimension)))
        {
            door.Out.MarkupLineInterpolated($"[bold]{Shown.Index(index.Key.Relationship, index.Key.Dimension)}[/]");
            var table = Shown.Table(["period", .. answer.Releases.Select(r => $">{r.Name}"), ">printed"]);
            foreach (var series in index)
            {
                var figures = series.Observations.ToDictionary(o => o.Release!, o => Shown.Coloured(o.Aggregate));
                table.AddRow([series.Period.ToString(), .. answer.Releases.Select(r => figures.GetValueOrDefault(r.Name, "")), Printed(series)]);
            }

            door.Out.WriteWhole(table);
            door.Out.WriteLine();
        }
    }

    private static string[] Values(AnsweredObservation o) =>
    [
        Shown.Coloured(o.Positive), Shown.Coloured(o.Negative), $"[bold]{(o.UnderRules is { } ruled ? Shown.Coloured(ruled) : Shown.Coloured(o.Aggregate))}[/]",
        o.Developments.ToString(CultureInfo.InvariantCulture), o.Band ?? "",
    ];

    private static string Printed(AnsweredSeries series) => PrintedFigure.AggregateOf(series.Printed) is { } points ? Shown.Signed(points) : "";

    private static string Why(Movement m) =>
        $"{m.Reference} {Word.Of(m.Cause)} by {m.Actor}{(m.ReasonKind is { } kind ? $", {Word.Of(kind)}" : "")}{(m.Reason is { } reason ? $": {reason}" : "")}";
}

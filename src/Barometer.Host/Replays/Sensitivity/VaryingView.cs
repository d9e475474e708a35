using System.Globalization;
using Barometer.Domain.Replays.Sensitivity;
using Spectre.Console;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>How a person sees what varying inputs does.</summary>
internal static class VaryingView
{
    public static void Show(Door door, Uncertainty answer)
    {
        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} under {answer.RuleSet}[/] {answer.Draws} draws of each, seed {answer.Seed}: the share of them in which sign, rank and band are as without varying");
        var table = Shown.Table("index", "period", ">value", "varied", ">sign", ">rank", ">band", "");
        foreach (var index in Most.Of(answer.Indices, i => -i.Varied[0].Sign.Share))
        {
            foreach (var (place, varied) in index.Varied.Index())
            {
                table.AddRow(
                    place == 0 ? Shown.Index(index.Relationship, index.Dimension) : "", place == 0 ? index.Period.ToString() : "", place == 0 ? Shown.Coloured(index.Value) : "",
                    (varied.Input ?? "all").EscapeMarkup(), Share(varied.Sign), Share(varied.Rank), varied.Band is { } band ? Share(band) : "", place == 0 ? (index.Band ?? "").EscapeMarkup() : "");
            }
        }

        door.Out.WriteWhole(table);
        Most.Told(door, answer.Indices.Length, "that keep their sign least");
        door.Out.MarkupLineInterpolated($"[dim]± is the Monte Carlo standard error; ranks by {answer.RankMethod}[/]");
        door.Out.MarkupLineInterpolated($"[dim]{Shown.AsOf(answer.Positions)}[/]");
    }

    public static void Show(Door door, SobolIndices answer)
    {
        door.Out.MarkupLineInterpolated($"[bold]{door.Barometer} under {answer.RuleSet}[/] {answer.Draws} draws, seed {answer.Seed}: the share of the variance that comes from each input");
        var table = Shown.Table("index", "period", ">variance", "input", ">first order", ">total");
        foreach (var index in Most.Of(answer.Indices, i => i.Variance))
            Rows(table, Shown.Index(index.Relationship, index.Dimension), index.Period.ToString(), index.Variance, index.Inputs, index.Why);
        foreach (var composite in answer.Composites)
            Rows(table, $"composite {composite.Composite}".EscapeMarkup(), composite.Period.ToString(), composite.Variance, composite.Inputs, composite.Why);
        door.Out.WriteWhole(table);
        Most.Told(door, answer.Indices.Length, "that vary most");
        door.Out.MarkupLineInterpolated($"[dim]{answer.Method}[/]");
        door.Out.MarkupLineInterpolated($"[dim]{Shown.AsOf(answer.Positions)}[/]");
    }

    private static void Rows(Table table, string index, string period, decimal? variance, IEnumerable<SobolShare> inputs, string? why)
    {
        if (why is not null)
        {
            table.AddRow(index, period, Number(variance), why.EscapeMarkup(), "", "");
            return;
        }

        foreach (var (place, input) in inputs.Index())
            table.AddRow(place == 0 ? index : "", place == 0 ? period : "", place == 0 ? Number(variance) : "", input.Input.EscapeMarkup(), Number(input.First), Number(input.Total));
    }

    private static string Share(Agreement agreement) =>
        string.Create(CultureInfo.InvariantCulture, $"{agreement.Share:0.000} ± {agreement.StandardError:0.000}");

    private static string Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using Spectre.Console;

namespace Barometer.Host.Imports;

/// <summary>How a person sees what an import would record: every row, figure and section with its lines.</summary>
internal static class DryRunView
{
    public static void Show(Door door, Imported imported)
    {
        foreach (var row in imported.Rows ?? [])
            Row(row.FirstLine, row.LastLine, $"{row.Reference,-10} {row.Date.Printed,-22} {row.Points?.ToString() ?? "unscored",-8} {row.Title}");
        foreach (var figure in (imported.Printed ?? []).Select(p => p.Figure))
            Row(figure.Line, figure.Line, $"printed    {figure.Relationship}, {figure.Dimension}: {Word.Of(figure.Figure)} {figure.Band ?? Shown.Signed(figure.Points!.Value)} ({figure.Place})");
        foreach (var section in imported.Sections ?? [])
            Row(section.FirstLine, section.LastLine, $"text       {section.Section}, {Word.Of(section.Kind)}: {section.Title ?? Shown.Count(section.Passages, "passage")}");

        void Row(int firstLine, int lastLine, FormattableString text) =>
            door.Out.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[dim]{firstLine,5}-{lastLine,-5}[/] {text.ToString(CultureInfo.InvariantCulture)}");
    }
}

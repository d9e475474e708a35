using Spectre.Console;

namespace Barometer.Host.Imports;

/// <summary>How a person sees an import: its progress while it runs, and what it came to.</summary>
internal static class ImportView
{
    private const int WorthABar = 1_000;

    /// <summary>Runs an import under a progress bar where it is long and there is somebody to see it.</summary>
    public static async Task<Decision<Imported>> WithProgress(Door door, ImportPublication command, Func<ImportPublication, Task<Decision<Imported>>> import)
    {
        var rows = command.Readings.Sum(r => r.Developments.Length);
        if (rows <= WorthABar || Console.IsErrorRedirected)
            return await import(command);
        return await ProgressBar.Begin().StartAsync(async progress =>
        {
            var task = progress.AddTask("recording", maxValue: rows);
            return await import(command with { Progress = new Progress<int>(done => task.Value = done) });
        });
    }

    public static void Show(Door door, Imported imported)
    {
        DryRunView.Show(door, imported);
        foreach (var remark in imported.Remarks)
            door.Out.MarkupLineInterpolated($"{Place(remark.File, remark.Line)}: {remark.Text}");
        foreach (var row in imported.NotUnderstood)
            door.Out.MarkupLineInterpolated($"[yellow]{Place(row.File, row.Line)} was not understood:[/] {row.Why} [dim]{row.Text}[/]");
        if (imported.HeldBack)
        {
            door.Out.MarkupLineInterpolated(
                $"[bold]Nothing {(imported.DryRun ? "would be" : "was")} recorded:[/] {Shown.Count(imported.NotUnderstood.Length, "place")} not understood. Mend the file, or record the rest with --skip-not-understood.");
            return;
        }

        if (imported.Declared)
            door.Out.MarkupLineInterpolated($"The barometer '{door.Barometer}' {(imported.DryRun ? "would be" : "was")} declared.");
        foreach (var period in imported.Opened)
            door.Out.MarkupLineInterpolated($"{period} {(imported.DryRun ? "would be" : "was")} opened.");
        door.Out.MarkupLineInterpolated(
            $"[bold]{Shown.Count(imported.Recorded, "development")}[/] {(imported.DryRun ? "would be " : "")}recorded, {imported.AlreadyRecorded} in the record already; {And(imported)}.");
        if (imported.Indices is { IsEmpty: false } moved)
            RecordedView.ShowIndices(door, "would move", moved);
    }

    private static string Place(string? file, int line) => file is null ? $"line {line}" : $"{file}, line {line}";

    private static string And(Imported imported) => $"{Shown.Count(imported.Figures, "printed figure")}, {Shown.Count(imported.Texts, "text")}";
}

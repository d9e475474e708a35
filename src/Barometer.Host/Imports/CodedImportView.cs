using System.Globalization;
using Spectre.Console;

namespace Barometer.Host.Imports;

/// <summary>How a person sees an import of coded data: its progress while it runs, and what it came to.</summary>
internal static class CodedImportView
{
    // Of what is many a person is shown the first.
    private const int Few = 10;

    /// <summary>Runs an import under a progress bar where there is somebody to see it.</summary>
    public static async Task<Decision<CodedImported>> WithProgress(ImportCodedData command, Func<ImportCodedData, Task<Decision<CodedImported>>> import)
    {
        var committed = 0;
        try
        {
            if (Console.IsErrorRedirected)
                return await import(command with { Progress = new InPlace<CodedProgress>(p => committed = p.Rows) });
            return await ProgressBar.Begin().StartAsync(async progress =>
            {
                var task = progress.AddTask("reading").IsIndeterminate();
                return await import(command with
                {
                    Progress = new InPlace<CodedProgress>(p =>
                    {
                        committed = p.Rows;
                        task.IsIndeterminate(indeterminate: false).Description("recording").MaxValue(p.Of).Value = p.Rows;
                    }),
                });
            });
        }
        catch (OperationCanceledException) when (committed > 0)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{committed} rows are done and stay; run it again, and it goes on from there."));
            throw;
        }
    }

    public static void Show(Door door, CodedImported imported)
    {
        var (would, did) = imported.DryRun ? ("would be ", "would be") : ("", "was");
        if (imported.ResumedAfter is { } rows)
            door.Out.MarkupLineInterpolated($"An earlier run had stopped after {Shown.Count(rows, "row")}; this one went on from there.");
        if (imported.Declared)
            door.Out.MarkupLineInterpolated($"The barometer '{door.Barometer}' {did} declared.");
        if (imported.RelationshipsAdded > 0)
            door.Out.MarkupLineInterpolated($"{Shown.Count(imported.RelationshipsAdded, "relationship")} {would}declared{Named(imported.Relationships)}.");
        if (imported.Opened is [var first, ..])
            door.Out.MarkupLineInterpolated($"{Shown.Count(imported.Opened.Length, "period")} {would}opened, the first {first}, the last {imported.Opened[^1]}.");
        foreach (var label in imported.UnknownLabels.Take(Few))
            door.Out.MarkupLineInterpolated($"line {label.FirstLine}: the label '{label.Label}' is not known; {Shown.Count(label.Rows, "row")} with it {would}recorded without a code.");
        if (imported.UnknownLabels.Length > Few)
            door.Out.MarkupLineInterpolated($"{imported.UnknownLabels.Length - Few} more labels are not known; --json names them.");
        foreach (var refused in imported.Refused)
            door.Out.MarkupLineInterpolated($"[yellow]line {refused.FirstLine}: {Shown.Count(refused.Rows, "row")} {would}refused:[/] {refused.Why}");
        door.Out.MarkupLineInterpolated(
            $"[bold]{Shown.Count(imported.Recorded, "development")}[/] {would}recorded of {Shown.Count(imported.Rows, "row")}, {imported.AlreadyRecorded} in the record already; {imported.Domestic} domestic, {imported.WithoutTwoCountries} without two countries, {imported.Unmapped} unmapped.");
    }

    private static string Named(IReadOnlyCollection<string>? keys) =>
        keys is null ? "" : $": {string.Join(", ", keys.Take(Few))}{(keys.Count > Few ? ", …" : "")}";
}

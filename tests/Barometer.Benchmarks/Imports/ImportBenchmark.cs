using System.Globalization;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Imports;

/// <summary>How many developments of a CSV file are recorded in a second, in one transaction, and how many events could COPY take?</summary>
internal static class ImportBenchmark
{
    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await new Import(record, "warm-up", Math.Min(size.Rows, 5_000)).Measure(cancellation);
        var imports = new List<Import>();
        var figures = await Comparison.Alternate(
            size.Rounds,
            async round =>
            {
                var import = new Import(record, string.Create(CultureInfo.InvariantCulture, $"import-{round}"), size.Rows);
                imports.Add(import);
                return await import.Measure(cancellation);
            },
            _ => CopyRate.Measure(record, imports[^1].Barometer, size.Rows, cancellation));
        foreach (var import in imports)
            await import.Check(cancellation);

        report.Add(new Line($"import of {size.Rows} developments by CSV", "binary COPY of the same events", figures, "Checked: each recorded once, counted and summed."));
        report.Add(new Detail("import", "reading the file", Comparison.Median(imports.Select(i => i.Reading.TotalSeconds)), "s"));
        report.Add(new Detail("import", "recording", Comparison.Median(imports.Select(i => i.Recording.TotalSeconds)), "s"));
    }
}

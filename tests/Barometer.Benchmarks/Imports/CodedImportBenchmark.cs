using System.Globalization;
using Barometer.Benchmarks.Measuring;

namespace Barometer.Benchmarks.Imports;

/// <summary>How many rows of coded data are recorded in a second, in batches into thousands of streams, and how many events could COPY take?</summary>
internal static class CodedImportBenchmark
{
    private const string Name = "development_recorded_unscored";

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        await new CodedImport(record, "warm-up", Math.Min(size.Rows, 5_000)).Measure(cancellation);
        var imports = new List<CodedImport>();
        var figures = await Comparison.Alternate(
            size.Rounds,
            async round =>
            {
                var import = new CodedImport(record, string.Create(CultureInfo.InvariantCulture, $"coded-{round}"), size.Rows);
                imports.Add(import);
                return await import.Measure(cancellation);
            },
            _ => CopyRate.Measure(record, imports[^1].Barometer, size.Rows, cancellation, Name));
        foreach (var import in imports)
            await import.Check(cancellation);

        report.Add(new Line($"import of {size.Rows} rows of coded data", "binary COPY of the same events", figures, "Checked: each recorded once, and none moves an index."));
        report.Add(new Detail("coded-import", "reading the file once", Comparison.Median(imports.Select(i => i.Surveying.TotalSeconds)), "s"));
    }
}

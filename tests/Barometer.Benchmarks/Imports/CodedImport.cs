using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Measuring;
using Barometer.Host.Imports;
using Barometer.Publications.Coded;

namespace Barometer.Benchmarks.Imports;

/// <summary>One import of coded data into a barometer that it declares itself: between every two of eighty countries, in the rows' own directions.</summary>
internal sealed class CodedImport(TemporaryRecord record, string barometer, int rows)
{
    private const int Countries = 80;

    private static readonly string[] Labels = ["Make statement", "Express intent to meet or negotiate", "Threaten", "Consult", "Provide aid", "Use conventional military force"];
    private static readonly string[] Actors = ["Citizen", "Police", "Government", "Business", "Media"];

    public string Barometer { get; } = barometer;

    /// <summary>How long it took to read the file once, without recording.</summary>
    public TimeSpan Surveying { get; private set; }

    /// <summary>Developments in a second, from the file's bytes to the last commit.</summary>
    public async Task<double> Measure(CancellationToken cancellation)
    {
        var file = Path.Combine(record.Folder, $"{Barometer}.tsv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, rows).Select(Row), cancellation);
        Survey(file);
        var command = new ImportCodedData(file, CodedFormat.Icews, CodedRelationships.Dyads, Mapping: null, CodedCalendar.Month, DryRun: false, "bench");
        var clock = Stopwatch.StartNew();
        var imported = await new Publisher(record, Barometer).Send<CodedImported>(command, cancellation);
        return imported.Recorded == rows ? rows / clock.Elapsed.TotalSeconds : throw new InvalidOperationException($"{imported.Recorded} of {rows} were recorded.");
    }

    /// <summary>Holds the record against the file.</summary>
    public async Task Check(CancellationToken cancellation)
    {
        await Expectation.Equal(record, $"select count(*) from barometer.mt_events where tenant_id = '{Barometer}' and type = 'development_recorded_unscored'", rows, cancellation);
        foreach (var table in (string[])["origins", "revision_history"])
            await Expectation.Equal(record, $"select count(*) from barometer.{table} where barometer = '{Barometer}'", rows, cancellation);
        await Expectation.Equal(record, $"select count(*) from barometer.mt_doc_development where tenant_id = '{Barometer}'", rows, cancellation);
        await Expectation.Equal(record, $"select count(*) from barometer.movements where barometer = '{Barometer}'", 0, cancellation);
    }

    private void Survey(string file)
    {
        var clock = Stopwatch.StartNew();
        using var stream = File.OpenRead(file);
        if (!CodedSurvey.Of(CodedData.Read(CodedFormat.Icews, stream, file), row => Dyad.Of(row) is not null).Accepted(out _, out var refusal))
            throw new InvalidOperationException(refusal.Sentence);
        Surveying = clock.Elapsed;
    }

    // The numbers are coprime to the countries, so that every pair occurs, none before the other.
    private static string Row(int number)
    {
        var (source, target) = (number * 37 % Countries, (number / Countries) + (number * 37) + 1);
        target = target % Countries == source ? source + 1 : target;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Actors[number % Actors.Length]} (Country {source})\t{Labels[number % Labels.Length]}\t{Actors[number / 7 % Actors.Length]} (Country {target % Countries})\t{new DateOnly(2014, 1, 1).AddDays(number % 365):yyyy-MM-dd}");
    }
}

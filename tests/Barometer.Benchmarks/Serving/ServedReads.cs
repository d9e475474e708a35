using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Imports;

namespace Barometer.Benchmarks.Serving;

/// <summary>Questions to a record with so much history: an index as-of, an explanation, and a history, by one client, one after the other.</summary>
internal sealed class ServedReads
{
    public const string Index = "an index as-of";
    public const string Explanation = "an explanation";
    public const string History = "a history";

    private const int Revised = 500;
    private const int Revisions = 6;

    private readonly HttpClient _client;
    private readonly string[] _periods;
    private readonly Dictionary<string, int> _positions;
    private readonly string[] _revised;
    private readonly Random _random = new(1);

    private ServedReads(HttpClient client, string[] periods, Dictionary<string, int> positions, string[] revised) =>
        (_client, _periods, _positions, _revised) = (client, periods, positions, revised);

    /// <summary>Imports so many developments, and waits until the server and what follows behind have nothing left to do for them.</summary>
    public static async Task<ServedReads> Of(ServedRecord served, int rows, CancellationToken cancellation)
    {
        // So many a period, however many there are: a longer history has more periods, not larger ones.
        var import = new Import(served.Record, string.Create(CultureInfo.InvariantCulture, $"history-{rows}"), rows, days: rows * 73 / 10_000);
        await import.Measure(cancellation);
        await served.CaughtUp(cancellation);
        await served.Record.Execute("vacuum (analyze)", cancellation);
        await served.Record.Execute("checkpoint", cancellation);
        var client = await served.Client(new Publisher(served.Record, import.Barometer), "reader", cancellation);
        var periods = (await client.Read("periods", cancellation)).GetProperty("data").EnumerateArray().Select(p => p.GetProperty("period").GetString()!).ToArray();
        var last = (await client.Read($"indices?period={periods[0]}", cancellation)).GetProperty("data").GetProperty("asOf").GetString()!;
        var positions = last.Split(',').Select(p => p.Split(':')).ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture));
        return new ServedReads(client, periods, positions, await Revise(client, periods.Length, cancellation));
    }

    // A history is of several revisions.
    private static async Task<string[]> Revise(HttpClient client, int periods, CancellationToken cancellation)
    {
        var random = new Random(2);
        // The last period is not full.
        string[] revised = [.. Enumerable.Range(0, Revised).Select(_ => $"N{random.Next(1, Publisher.Relationships + 1)}-{random.Next(1, periods):00}-{random.Next(1, 900):000}").Distinct()];
        foreach (var reference in revised)
        {
            for (var note = 1; note < Revisions; note++)
                await client.Note(reference, $"Note {note}", cancellation);
        }

        return revised;
    }

    /// <summary>Asks so often, each time about something else, and says how long each answer took, in milliseconds, as the client sees it.</summary>
    public async Task<double[]> Ask(string question, int times, CancellationToken cancellation)
    {
        var took = new double[times];
        for (var turn = 0; turn < times; turn++)
        {
            var path = Path(question);
            var begun = Stopwatch.GetTimestamp();
            await _client.Read(path, cancellation);
            took[turn] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        return took;
    }

    private string Path(string question)
    {
        var key = Publisher.KeyOf(_random.Next(Publisher.Relationships));
        var period = _random.Next(_periods.Length);
        // The last position of fifty.
        var to = _random.Next(50, _positions[key] + 1);
        return question switch
        {
            Index => $"indices?relationship={key}&period={_periods[period]}&asOf={key}:{to}",
            Explanation => $"explanations?relationship={key}&period={_periods[period]}&from={key}:{to - 49}&to={key}:{to}",
            _ => $"developments/{_revised[_random.Next(_revised.Length)]}/revisions",
        };
    }
}

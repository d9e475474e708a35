using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Imports;

namespace Barometer.Benchmarks.Serving;

/// <summary>What is asked of a record with so much history.</summary>
/// <param name="Name">The question.</param>
/// <param name="Route">How the route ends that answers it.</param>
internal sealed record Question(string Name, string Route)
{
    public static readonly Question Index = new("an index as-of", "/indices");
    public static readonly Question Explanation = new("an explanation", "/explanations");
    public static readonly Question History = new("a history", "/revisions");

    public static readonly Question[] All = [Index, Explanation, History];
}

/// <summary>Questions to a record with so much history, by one client, one after the other, or by several that score meanwhile.</summary>
internal sealed class ServedReads
{
    private const int Revised = 500;
    private const int Revisions = 6;

    private readonly ServedRecord _served;
    private readonly Publisher _publisher;
    private readonly HttpClient _client;
    private readonly string[] _periods;
    private readonly Dictionary<string, int> _positions;
    private readonly string[] _revised;
    private readonly Random _random = new(1);

    private ServedReads(ServedRecord served, Publisher publisher, HttpClient client, string[] periods, Dictionary<string, int> positions, string[] revised) =>
        (_served, _publisher, _client, _periods, _positions, _revised) = (served, publisher, client, periods, positions, revised);

    /// <summary>Imports so many developments, and waits until the server and what follows behind have nothing left to do for them.</summary>
    public static async Task<ServedReads> Of(ServedRecord served, int rows, CancellationToken cancellation)
    {
        // So many a period, however many there are: a longer history has more periods, not larger ones.
        var import = new Import(served.Record, string.Create(CultureInfo.InvariantCulture, $"history-{rows}"), rows, days: rows * 73 / 10_000);
        await import.Measure(cancellation);
        await served.CaughtUp(cancellation);
        await served.Record.Execute("vacuum (analyze)", cancellation);
        await served.Record.Execute("checkpoint", cancellation);
        var publisher = new Publisher(served.Record, import.Barometer);
        var client = await served.Client(publisher, "reader", cancellation);
        var periods = (await client.Read("periods", cancellation)).GetProperty("data").EnumerateArray().Select(p => p.GetProperty("period").GetString()!).ToArray();
        var last = (await client.Read($"indices?period={periods[0]}", cancellation)).GetProperty("data").GetProperty("asOf").GetString()!;
        var positions = last.Split(',').Select(p => p.Split(':')).ToDictionary(p => p[0], p => int.Parse(p[1], CultureInfo.InvariantCulture));
        return new ServedReads(served, publisher, client, periods, positions, await Revise(client, periods.Length, cancellation));
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
    public async Task<double[]> Ask(Question question, int times, CancellationToken cancellation)
    {
        var took = new double[times];
        for (var turn = 0; turn < times; turn++)
        {
            var path = Path(question, _random);
            var begun = Stopwatch.GetTimestamp();
            await _client.Read(path, cancellation);
            took[turn] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        return took;
    }

    /// <summary>Clients that score, and ask one question after the other between.</summary>
    public async Task<ServedScoring> Mixed(int clients, CancellationToken cancellation)
    {
        var mixed = new HttpClient[clients];
        foreach (var place in Enumerable.Range(0, clients))
            mixed[place] = await _served.Client(_publisher, $"client-{place}", cancellation);
        return new ServedScoring(mixed, _publisher.Barometer, Publisher.Relationships, (_, turn) => Path(Question.All[turn % Question.All.Length], Random.Shared));
    }

    private string Path(Question question, Random random)
    {
        var key = Publisher.KeyOf(random.Next(Publisher.Relationships));
        var period = random.Next(_periods.Length);
        // The last position of fifty.
        var to = random.Next(50, _positions[key] + 1);
        if (question == Question.History)
            return $"developments/{_revised[random.Next(_revised.Length)]}/revisions";
        return question == Question.Index
            ? $"indices?relationship={key}&period={_periods[period]}&asOf={key}:{to}"
            : $"explanations?relationship={key}&period={_periods[period]}&from={key}:{to - 49}&to={key}:{to}";
    }
}

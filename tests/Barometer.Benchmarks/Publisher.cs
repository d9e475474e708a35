using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Host.Record;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace Barometer.Benchmarks;

/// <summary>A publisher of one barometer with eight relationships, who sends commands through the host as every door does.</summary>
internal sealed class Publisher(TemporaryRecord record, string barometer)
{
    public const int Relationships = 8;

    private const string KeyHeader = "idempotency-key";
    private const string Actor = "bench";

    public static Calendar Calendar { get; } = new(new DateOnly(2000, 1, 1), MonthsPerPeriod: 2);

    public static PeriodId FirstPeriod { get; } = Calendar.PeriodOf(issue: 1);

    public static DeclareBarometer Declaration { get; } = new("Benchmark", Range: 3, Calendar, [.. Enumerable.Range(0, Relationships).Select(Relationship)], Actor);

    public static Settings Settings { get; } = new() { Name = Declaration.Name, Range = Declaration.Range, Calendar = Calendar, Relationships = Declaration.Relationships };

    public string Barometer { get; } = barometer;

    /// <summary>The key of a relationship, 0 to 7.</summary>
    public static string KeyOf(int relationship) => $"neighbour-{relationship + 1}";

    /// <summary>Declares the barometer.</summary>
    public Task Declare(CancellationToken cancellation) => Send<BarometerDeclared>(Declaration, cancellation);

    /// <summary>Opens the first period.</summary>
    public Task Open(CancellationToken cancellation) => Send<PeriodOpened>(new OpenPeriod(FirstPeriod, Actor), cancellation);

    /// <summary>Sends a command under a key of its own; a refusal ends the measurement.</summary>
    public async Task<TAnswer> Send<TAnswer>(object command, CancellationToken cancellation)
    {
        await using var scope = record.Host.Services.CreateAsyncScope();
        var delivery = new DeliveryOptions { TenantId = Barometer }.WithHeader(KeyHeader, Guid.NewGuid().ToString());
        var decision = await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync<Decision<TAnswer>>(command, delivery, cancellation, TimeSpan.FromHours(1));
        return decision.Accepted(out var answer, out var refusal) ? answer : throw new InvalidOperationException(refusal.Sentence);
    }

    /// <summary>Scores in a transaction of its own, whoever else writes: nobody gathers with it.</summary>
    public async Task<Recorded> ScoreAlone(ScoreDevelopment command, CancellationToken cancellation)
    {
        var store = record.Host.Services.GetRequiredService<IDocumentStore>();
        var envelope = new Envelope(command) { TenantId = Barometer, Headers = { [KeyHeader] = Guid.NewGuid().ToString() } };
        var decision = await Host.Developments.Scoring.Handle(command, new Gathering(store), envelope, cancellation);
        return decision.Accepted(out var answer, out var refusal) ? answer : throw new InvalidOperationException(refusal.Sentence);
    }

    private static Relationship Relationship(int number) =>
        new(KeyOf(number), $"Neighbour {number + 1}", [], $"N{number + 1}", [new Dimension("development", "Development", "improved", "deteriorated")]);
}

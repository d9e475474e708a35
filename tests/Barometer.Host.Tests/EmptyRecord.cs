using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Proposals;
using Barometer.Domain.Record;
using Barometer.Host.Movements;
using Barometer.Host.Record;
using Barometer.Host.Store;
using Barometer.Publications.Minsk;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Wolverine;

namespace Barometer.Host.Tests;

/// <summary>A record of a test's own, and the real host before it.</summary>
public sealed class EmptyRecord : IAsyncDisposable
{
    /// <summary>The period that tests score in: that of issue 12.</summary>
    public static readonly PeriodId Period = PeriodId.Parse("2019-11/2019-12", provider: null);

    private readonly IHost _host;

    private EmptyRecord(IHost host, string connection) => (_host, Connection) = (host, connection);

    public string Connection { get; }

    public IDocumentStore Store => _host.Services.GetRequiredService<IDocumentStore>();

    public static async Task<EmptyRecord> Open(string connection)
    {
        var host = Application.Build(connection).Build();
        await host.StartAsync();
        return new EmptyRecord(host, connection);
    }

    /// <summary>Declares the Minsk Barometer and opens the period of issue 12.</summary>
    public async Task<EmptyRecord> Declared(string barometer = "minsk")
    {
        (await Send<BarometerDeclared>(MinskBarometer.Declaration("test"), barometer)).Expected();
        (await Send<PeriodOpened>(new OpenPeriod(Period, "test"), barometer)).Expected();
        return this;
    }

    /// <summary>Sends a command as every door does.</summary>
    public async Task<Decision<T>> Send<T>(object command, string barometer = "minsk", string? key = null, bool dryRun = false, CancellationToken? cancellation = null)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMessageBus>()
            .InvokeAsync<Decision<T>>(command, Signing.Delivery(barometer, key, dryRun), cancellation ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a command, and has somebody else approve it where two persons are needed.</summary>
    public async Task<Decision<Recorded>> SendBoth(object command, string barometer = "minsk")
    {
        var decision = await Send<Recorded>(command, barometer);
        return decision.Accepted(out var recorded, out _) && recorded.Proposal is { } proposal
            ? await Send<Recorded>(new ApproveProposal(proposal.Id, "approver"), barometer)
            : decision;
    }

    /// <summary>Scores a development of a relationship with one dimension.</summary>
    public async Task<Reference> Score(string relationship, int points, string actor = "anna", string barometer = "minsk") =>
        (await Send<Recorded>(Scored(relationship, points, actor), barometer)).Expected().Changes[0].Reference;

    /// <summary>The command to score a development of a relationship with one dimension.</summary>
    public static ScoreDevelopment Scored(string relationship, int points, string actor = "anna") => new()
    {
        Relationship = relationship,
        Period = Period,
        Particulars = new Particulars { Title = $"{relationship} {points} by {actor}", Date = PrintedDate.On(new DateOnly(2019, 12, 5)) },
        Points = Points.Of("development", points),
        Actor = actor,
    };

    /// <summary>Reads one state of the record.</summary>
    public Task<T> Read<T>(Func<IQuerySession, Task<T>> read, string barometer = "minsk") =>
        ConsistentReading.Read(Store, barometer, read, TestContext.Current.CancellationToken);

    /// <summary>An index as it stands.</summary>
    public async Task<IndexFigure> Index(string relationship, string dimension = "development", string barometer = "minsk") =>
        (await Read(s => IndexReading.Now(s, relationship, TestContext.Current.CancellationToken), barometer))
            .SingleOrDefault(i => i.Dimension == dimension && i.Period == Period) ?? new IndexFigure(relationship, dimension, Period, 0, 0, 0);

    /// <summary>The positions of all that is committed.</summary>
    public async Task<Positions> Now(string barometer = "minsk") =>
        (await Read(s => AsOf.Resolve(s, moment: null, period: null, TestContext.Current.CancellationToken), barometer)).Expected();

    /// <summary>Asks the database itself.</summary>
    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Has the database itself do something.</summary>
    public async Task Execute(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>What a test expects of a decision.</summary>
public static class Expectations
{
    /// <summary>The answer, where none but an answer is right.</summary>
    public static T Expected<T>(this Decision<T> decision) =>
        decision.Accepted(out var answer, out var refusal) ? answer : throw new InvalidOperationException(refusal.Sentence);
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Barometer.Host.Tests.Serving.Running;

/// <summary>Three instances beside one database, of which the busiest is killed under load.</summary>
public sealed class Three_instances(Server server)
{
    private const int BeforeTheKill = 200;
    private const int AfterIt = 200;
    private const int Clients = 6;

    private static readonly string[] Relationships = ["russia", "eu", "us", "china"];
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_busiest_killed_under_load_loses_nothing_doubles_nothing_and_is_taken_over_from_within_seconds()
    {
        await using var record = await (await server.NewRecord()).Declared();
        var instances = await Task.WhenAll(Enumerable.Range(1, 3).Select(i => Instance.Start(record.Connection, $"instance {i}")));
        try
        {
            await Eventually.Holds(async () => await record.Following() is not null, "an instance follows with the columns");
            await Eventually.Holds(async () => await record.Ask<long>("select count(*) from wolverine.wolverine_nodes") == 3, "three instances know of each other");
            // Most is sent to the one that follows with the columns, too.
            var follower = await record.Following();
            Instance[] asked = [.. instances.OrderByDescending(i => i.Id == follower)];
            using var load = new Load(asked);

            await load.Until(BeforeTheKill);
            var killed = Stopwatch.GetTimestamp();
            await asked[0].Kill();
            var answeredThen = load.Answered.Count;
            await Eventually.Holds(async () => await record.Following() is { } now && now != follower, "another instance follows");
            var takenOver = Stopwatch.GetElapsedTime(killed);
            await load.Until(answeredThen + AfterIt);
            await load.End();
            var last = await record.Ask<long>("select max(seq_id) from barometer.mt_events");
            await Eventually.Holds(async () => await record.Ask<long>("select last_seq_id from barometer.mt_event_progression where name = 'columns:All'") >= last, "the columns come after");

            TestContext.Current.TestOutputHelper?.WriteLine($"taken over after {takenOver.TotalSeconds:0.0} s; {load.Answered.Count} answered, {load.Again} asked again");
            takenOver.ShouldBeLessThan(Seconds);
            load.Wrong.ShouldBeEmpty();
            await NothingIsLostOrDoubled(record, load);
            using var ready = await asked[1].Client.GetAsync("/health/ready", Cancel);
            (await ready.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("status").GetString().ShouldBe("ready");
        }
        finally
        {
            foreach (var instance in instances)
                instance.Dispose();
        }
    }

    private static async Task NothingIsLostOrDoubled(EmptyRecord record, Load load)
    {
        var recorded = (await record.Ask<string[]>("select array_agg(headers ->> 'idempotency-key') from barometer.mt_events where headers ? 'idempotency-key'")).ToList();
        recorded.ShouldBeUnique();
        load.Answered.Keys.Except(recorded).ShouldBeEmpty();
        load.Answered.Values.ShouldBeUnique();
        // What was under way with the dead one was asked again with the same key, so that every key came to an answer.
        recorded.Except(load.Answered.Keys).ShouldBeEmpty();

        (await record.Ask<long>("select sum(positive)::bigint from barometer.movements")).ShouldBe(recorded.Count);
        var indices = await Task.WhenAll(Relationships.Select(r => record.Index(r)));
        (indices.Sum(i => i.Positive), indices.Sum(i => i.Developments)).ShouldBe((recorded.Count, recorded.Count));
        (await record.Ask<long>("select count(*) from barometer.columns")).ShouldBe(recorded.Count);
        (await record.Ask<long>("select sum(rows)::bigint from barometer.column_checks")).ShouldBe(recorded.Count);
        var columns = await Executable.Run(record.Connection, "columns", "check", "--json");
        columns.ExitCode.ShouldBe(0, columns.Out + columns.Error);
    }

    /// <summary>Editors who score without end, and whose programs ask again elsewhere, with the same key, where no answer comes.</summary>
    private sealed class Load : IDisposable
    {
        private readonly Instance[] _instances;
        private readonly CancellationTokenSource _enough = new();
        private readonly Task _clients;
        private int _again;

        public Load(Instance[] instances)
        {
            _instances = instances;
            _clients = Task.WhenAll(Enumerable.Range(0, Clients).Select(Client));
        }

        /// <summary>The references that were answered, by key.</summary>
        public ConcurrentDictionary<string, string> Answered { get; } = new(StringComparer.Ordinal);

        public ConcurrentBag<string> Wrong { get; } = [];

        public int Again => _again;

        public async Task Until(int answered) =>
            await Eventually.Holds(() => Task.FromResult(_clients.IsCompleted || Answered.Count >= answered), $"{answered} commands are answered");

        public Task End()
        {
            _enough.Cancel();
            return _clients;
        }

        public void Dispose() => _enough.Dispose();

        private async Task Client(int client)
        {
            for (var sent = 0; !_enough.IsCancellationRequested; sent++)
            {
                var (key, body) = (Guid.NewGuid().ToString(), Scored(Relationships[(client + sent) % Relationships.Length], $"{client}.{sent}"));
                // Two of three go to the first instance.
                for (var place = sent % 3 < 2 ? 0 : 1 + (client % 2); !await Send(_instances[place], key, body); place = (place + 1) % _instances.Length)
                    Interlocked.Increment(ref _again);
            }
        }

        private async Task<bool> Send(Instance instance, string key, object body)
        {
            try
            {
                var told = await instance.Client.Command("developments/scored", body, key: key);
                if (told.Status is HttpStatusCode.OK or HttpStatusCode.Created)
                    Answered[key] = told.Data.GetProperty("changes")[0].GetProperty("reference").GetString()!;
                else if ((int)told.Status < 500)
                    Wrong.Add($"{told.Status} {told.Body}");
                return (int)told.Status < 500;
            }
            catch (Exception failed) when (failed is HttpRequestException or IOException || (failed is OperationCanceledException && !Cancel.IsCancellationRequested))
            {
                return false;
            }
        }

        private static object Scored(string relationship, string title) =>
            new { relationship, date = "2019-12-05", title, points = new { development = new { positive = 1, negative = 0 } } };
    }
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Barometer.Host.Tests.Record;

/// <summary>
/// A way to the server over TCP on which an answer can be lost: of the session that writes a receipt, everything is passed on up to
/// and including its commit, and of what the server says to that nothing comes back.
/// </summary>
internal sealed class LostAnswers : IAsyncDisposable
{
    private const string WritesReceipt = "insert into barometer.mt_doc_receipt";
    private const string Commits = "COMMIT";

    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Socket> _sockets = [];
    private readonly string _socketOfServer;

    public LostAnswers(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        _socketOfServer = Path.Combine(server.Host!, $".s.PGSQL.{server.Port}");
        _listener.Start();
        server.Host = IPAddress.Loopback.ToString();
        server.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        Connection = server.ConnectionString;
        _ = Accept();
    }

    /// <summary>To the same database, over this way.</summary>
    public string Connection { get; }

    /// <summary>Done when the server has answered the commit, and the answer was lost.</summary>
    public Task Lost => _answered.Task;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        lock (_sockets)
            _sockets.ForEach(s => s.Dispose());
        _end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = Kept(await _listener.AcceptSocketAsync(_end.Token));
                var server = Kept(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified));
                await server.ConnectAsync(new UnixDomainSocketEndPoint(_socketOfServer), _end.Token);
                _ = new Session(client, server, _answered, _end.Token).Pass();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was ended.
        }
    }

    private Socket Kept(Socket socket)
    {
        lock (_sockets)
            _sockets.Add(socket);
        return socket;
    }

    /// <summary>One session of the client with the server.</summary>
    private sealed class Session(Socket client, Socket server, TaskCompletionSource answered, CancellationToken end)
    {
        // Longer than what is looked for, so that it is seen when it comes in two pieces.
        private const int Remembered = 64;

        private volatile bool _committing;

        public Task Pass() => Task.WhenAll(Pump(client, server, Listen), Pump(server, client, Withhold));

        private async Task Pump(Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> passes)
        {
            var buffer = new byte[65_536];
            try
            {
                while (await from.ReceiveAsync(buffer, end) is > 0 and var count)
                {
                    var said = buffer.AsMemory(0, count);
                    for (var passed = passes(said) ? 0 : count; passed < count;)
                        passed += await to.SendAsync(said[passed..], end);
                }
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // One of the two hung up.
            }

            // Then there is nobody to talk to for the other, either.
            from.Dispose();
            to.Dispose();
        }

        private string _before = "";
        private bool _hasReceipt;

        private bool Listen(ReadOnlyMemory<byte> said)
        {
            var text = _before + Encoding.Latin1.GetString(said.Span);
            var receipt = text.IndexOf(WritesReceipt, StringComparison.OrdinalIgnoreCase);
            _committing |= (_hasReceipt || receipt >= 0) && text.IndexOf(Commits, Math.Max(receipt, 0), StringComparison.Ordinal) >= 0;
            _hasReceipt |= receipt >= 0;
            _before = text[^Math.Min(text.Length, Remembered)..];
            return true;
        }

        private bool Withhold(ReadOnlyMemory<byte> said)
        {
            if (!_committing)
                return true;
            answered.TrySetResult();
            return false;
        }
    }
}

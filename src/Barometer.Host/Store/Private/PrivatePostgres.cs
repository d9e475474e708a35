namespace Barometer.Host.Store.Private;

/// <summary>
/// A PostgreSQL server of this project alone: all its files lie in one folder, it listens on a socket
/// in that folder and on no port, and it outlives the process which started it.
/// </summary>
public sealed class PrivatePostgres
{
    private const string Data = "data";
    private const string Unfinished = "new-";
    private const string Patience = "--timeout=600";

    private readonly string _folder;
    private readonly string _data;
    private readonly string _turn;
    private readonly ServerSocket _socket;
    private readonly ServerLog _log;

    /// <summary>Names the server; nothing is touched before the first start.</summary>
    /// <param name="home">The folder for the server's files; it is made on the first start.</param>
    public PrivatePostgres(string home)
    {
        home = RealPath.Of(home);
        _folder = Path.Combine(home, "postgres");
        _data = Path.Combine(_folder, Data);
        _turn = Path.Combine(home, "postgres.lock");
        _socket = new ServerSocket(_folder);
        _log = new ServerLog(_folder);
    }

    /// <summary>Whether the server runs, be it still starting or already stopping.</summary>
    /// <exception cref="DatabaseUnavailableException">The server belongs to another user.</exception>
    public Task<bool> IsRunning(CancellationToken cancellation = default) => _socket.IsHeard(cancellation);

    /// <summary>Makes sure that the server runs and has the database; returns the connection string to it.</summary>
    /// <exception cref="DatabaseUnavailableException">PostgreSQL is not installed, or cannot run in this folder.</exception>
    public async Task<string> Start(CancellationToken cancellation = default)
    {
        if (await _socket.Ask(cancellation) is not Heard.Ready)
        {
            using var turn = await Turn.Take(_turn, cancellation);
            await StartInTurnAsync(cancellation);
        }

        return _socket.ConnectionString;
    }

    /// <summary>Ends all connections and stops the server; false when it was not running.</summary>
    /// <exception cref="DatabaseUnavailableException">The server does not stop, or belongs to another user.</exception>
    public async Task<bool> Stop(CancellationToken cancellation = default)
    {
        if (!await _socket.IsHeard(cancellation))
            return false;

        using var turn = await Turn.Take(_turn, cancellation);
        if (!await _socket.IsHeard(cancellation))
            return false;

        var stopped = await (await Programs(cancellation)).Run(["pg_ctl", "stop", "--mode=fast", "--wait", Patience, $"--pgdata={Data}"], cancellation);
        return stopped.Succeeded ? true : throw Failed("did not stop", stopped);
    }

    private async Task StartInTurnAsync(CancellationToken cancellation)
    {
        var answer = await _socket.AskPatientlyAsync(cancellation);
        if (answer is Heard.None)
        {
            await Launch(cancellation);
            answer = await _socket.AskPatientlyAsync(cancellation);
        }

        if (answer is Heard.NoDatabase)
            await _socket.CreateDatabaseAsync(cancellation);
    }

    private async Task Launch(CancellationToken cancellation)
    {
        PrivateFolder.Make(_folder);
        PrivateFolder.Make(_socket.Folder);
        var programs = await Programs(cancellation);
        DeleteUnfinished();
        if (!Directory.Exists(_data))
            await Initialize(programs, cancellation);

        Remnants.Clear(_data, _socket.Path);
        _log.Trim();
        // At every start, since the folder may have moved with its clone and a newer version may want other settings.
        await File.WriteAllTextAsync(Path.Combine(_data, "postgresql.conf"), ServerSettings.For(_socket.Folder), cancellation);
        var started = await programs.Run(["pg_ctl", "start", "--wait", Patience, $"--pgdata={Data}", $"--log={ServerLog.Name}"], cancellation);
        if (!started.Succeeded)
            throw Failed("did not start", started);
    }

    // A folder of its own for every try: a killed try's initdb may still be writing into the one it began.
    private async Task Initialize(PostgresPrograms programs, CancellationToken cancellation)
    {
        var unfinished = Unfinished + Guid.NewGuid().ToString("N");
        var initialized = await programs.Run(
            ["initdb", $"--pgdata={unfinished}", $"--username={ServerSocket.User}", "--encoding=UTF8", "--locale=C", "--data-checksums", "--auth-local=trust", "--auth-host=reject"],
            cancellation);
        if (!initialized.Succeeded)
            throw Failed("could not be set up", initialized);

        Directory.Move(Path.Combine(_folder, unfinished), _data);
    }

    private void DeleteUnfinished()
    {
        foreach (var unfinished in Directory.GetDirectories(_folder, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(unfinished, recursive: true);
            }
            catch (IOException)
            {
                // Its initdb is still writing there; a later start deletes it.
            }
        }
    }

    private Task<PostgresPrograms> Programs(CancellationToken cancellation) => PostgresPrograms.Find(_folder, _socket.Folder, cancellation);

    private DatabaseUnavailableException Failed(string what, Ended ended) =>
        new($"PostgreSQL {what} in {_folder}; look into its last words and start again: {string.Join(Environment.NewLine, [ended.Output, .. _log.LastLines()])}");
}

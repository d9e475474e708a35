using System.Text.RegularExpressions;

namespace Barometer.Host.Store.Private;

/// <summary>PostgreSQL's programs, run in the server's folder as a user they accept.</summary>
internal sealed partial class PostgresPrograms
{
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    // Debian, Red Hat, Homebrew on either processor, Postgres.app.
    private static readonly (string Folder, string Versions, string Programs)[] Places =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
    ];

    private readonly string _programs;
    private readonly string _folder;
    private readonly OrdinaryUser _user;

    private PostgresPrograms(string programs, string folder, OrdinaryUser user) => (_programs, _folder, _user) = (programs, folder, user);

    /// <summary>Finds the programs and who may run them in this folder.</summary>
    /// <exception cref="DatabaseUnavailableException">PostgreSQL is not installed, or cannot run in this folder.</exception>
    public static async Task<PostgresPrograms> Find(string folder, string socketFolder, CancellationToken cancellation)
    {
        var programs = OnPath() ?? await OfPgConfigAsync(cancellation) ?? InKnownPlaces()
            ?? throw new DatabaseUnavailableException("PostgreSQL is not installed on this machine: install it (Debian: apt-get install postgresql; macOS: brew install postgresql), or set ConnectionStrings__barometer to a server elsewhere.");
        return new PostgresPrograms(programs, folder, await OrdinaryUser.Owning(folder, socketFolder, cancellation));
    }

    /// <summary>Runs a program whose relative paths start at the server's folder.</summary>
    public Task<Ended> Run(IReadOnlyList<string> command, CancellationToken cancellation) =>
        ExternalProgram.Run(_user.Wrap([Path.Combine(_programs, command[0]), .. command.Skip(1)]), _folder, cancellation);

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(HasAll);

    private static async Task<string?> OfPgConfigAsync(CancellationToken cancellation)
    {
        var told = await ExternalProgram.Run(["pg_config", "--bindir"], "/", cancellation);
        return told.Succeeded && HasAll(told.Output) ? told.Output : null;
    }

    private static string? InKnownPlaces() => Places
        .Where(place => Directory.Exists(place.Folder))
        .SelectMany(place => Directory.GetDirectories(place.Folder, place.Versions).OrderByDescending(Version).Select(version => Path.Combine(version, place.Programs)))
        .FirstOrDefault(HasAll);

    private static int Version(string folder) => int.TryParse(Number().Match(Path.GetFileName(folder)).Value, out var version) ? version : 0;

    private static bool HasAll(string folder) => Needed.All(program => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}

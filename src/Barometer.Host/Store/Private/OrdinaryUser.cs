namespace Barometer.Host.Store.Private;

/// <summary>
/// The user as whom PostgreSQL runs, which refuses to be root: oneself, or in root's stead whoever began this
/// server, else the system's postgres or nobody. Such a user may lack the way to a folder below one of root's own (/root, mktemp -d); it then gets the
/// least of root's rights that lead there.
/// </summary>
internal sealed class OrdinaryUser
{
    private static readonly string[] Rights = ["", "dac_read_search", "dac_override"];

    private readonly string[] _prefix;

    private OrdinaryUser(params string[] prefix) => _prefix = prefix;

    public string[] Wrap(params IEnumerable<string> command) => [.. _prefix, .. command];

    /// <summary>Finds the user and gives the folders to it.</summary>
    /// <exception cref="DatabaseUnavailableException">Root has nobody to run as, or that user cannot reach the folder.</exception>
    public static async Task<OrdinaryUser> Owning(string folder, string socketFolder, CancellationToken cancellation)
    {
        if (!Environment.IsPrivilegedProcess)
            return new OrdinaryUser();

        var (user, group) = await Owner(folder, cancellation) ?? RootsStead();
        await ExternalProgram.Run(["chown", $"{user}:{group}", folder, socketFolder], "/", cancellation);
        foreach (var right in Rights)
        {
            var candidate = new OrdinaryUser(["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", .. Keeping(right)]);
            if ((await ExternalProgram.Run(candidate.Wrap("test", "-d", $"{folder}/."), "/", cancellation)).Succeeded)
                return candidate;
        }

        throw new DatabaseUnavailableException($"PostgreSQL does not run as root and the user it would run as cannot reach {folder}; set BAROMETER_HOME to a folder outside of root's, or run as another user.");
    }

    private static string[] Keeping(string right) => right == "" ? [] : [$"--inh-caps=+{right}", $"--ambient-caps=+{right}"];

    private static async Task<(string User, string Group)?> Owner(string folder, CancellationToken cancellation)
    {
        var owner = (await ExternalProgram.Run(["stat", "--format=%u:%g", folder], "/", cancellation)).Output.Split(':');
        return owner is [not "0", var group] ? (owner[0], group) : null;
    }

    private static (string User, string Group) RootsStead()
    {
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToLookup(fields => fields[0]);
        var stead = users["postgres"].Concat(users["nobody"]).FirstOrDefault()
            ?? throw new DatabaseUnavailableException("PostgreSQL does not run as root and /etc/passwd has no user postgres or nobody; run as another user.");
        return (stead[2], stead[3]);
    }
}

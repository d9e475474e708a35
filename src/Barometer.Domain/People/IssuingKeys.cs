using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Barometer.Domain.Record;

namespace Barometer.Domain.People;

/// <summary>Issues a key to a program.</summary>
/// <param name="Name">As the record is to name the program: lower-case letters, digits and hyphens, at most 63.</param>
/// <param name="Role">What it is to be: reader, auditor, analyst or editor.</param>
/// <param name="Expires">When it is of no more use, in UTC: within a year; null where days are said.</param>
/// <param name="Actor">Who issues it.</param>
public sealed record IssueKey(string Name, Role Role, DateTimeOffset? Expires, string Actor)
{
    /// <summary>For how many days it is of use from now on, where no moment is said: sent again later, the command says the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Days { get; init; }

    /// <summary>SHA-256 of the secret, which only whoever issues the key knows. A command sent again has another, and says the same.</summary>
    [JsonIgnore]
    public string Hash { get; init; } = "";
}

/// <summary>A key was issued.</summary>
/// <param name="Name">As the record names the program.</param>
/// <param name="Role">What it is here.</param>
/// <param name="Expires">When it is of no more use, in UTC.</param>
/// <param name="Hash">SHA-256 of its secret, in lower-case hexadecimal.</param>
/// <param name="Actor">Who issued it.</param>
public sealed record KeyIssued(string Name, Role Role, DateTimeOffset Expires, string Hash, string Actor);

/// <summary>The decision to issue a key.</summary>
public static partial class IssuingKeys
{
    private const int MostDays = 366;

    /// <summary>Issues a key for at most a year, under a name that nobody else has or had.</summary>
    /// <param name="command">The command.</param>
    /// <param name="people">Who there is.</param>
    /// <param name="now">When it is issued.</param>
    public static Decision<KeyIssued> Decide(IssueKey command, Appointments people, DateTimeOffset now)
    {
        if (!NameOfKey().IsMatch(command.Name ?? ""))
            return Refusal.Usage($"'{command.Name}' is no name of a key; one has lower-case letters, digits and hyphens, at most 63: nightly-import.").About("name");
        if (command.Role is Role.ChiefEditor or Role.Administrator)
            return Refusal.Rule($"A key is no {Word.Of(command.Role)}: what one decides is decided by a person. Issue it for a reader, auditor, analyst or editor.").About("role");
        if (people.Knows(command.Name!))
            return Refusal.Rule($"Somebody is called '{command.Name}' already; an actor in the record is one for ever. Choose another name.");
        if (command.Expires is null && command.Days is < 1 or > MostDays)
            return Refusal.Usage($"A key is of use for 1 to {MostDays} days, and not for {command.Days}.").About("days");
        var expires = (command.Expires ?? now.AddDays(command.Days)).ToUniversalTime();
        return expires <= now || expires > now.AddDays(MostDays)
            ? Refusal.Usage($"A key expires within {MostDays} days from now; {expires:yyyy-MM-dd'T'HH:mm'Z'} is not.").About("expires")
            : new KeyIssued(command.Name!, command.Role, expires, command.Hash, command.Actor);
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameOfKey();
}

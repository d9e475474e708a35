using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Reading;
using Barometer.Publications.RuleSets;

namespace Barometer.Host.RuleSets;

/// <summary>Finds the rule set that somebody names: <c>name</c>, <c>name@version</c>, or a file.</summary>
internal static partial class RuleSetReading
{
    /// <summary>The rule set; the record is read only where no file and nothing that is shipped is named.</summary>
    /// <param name="door">Who asks, and of which barometer.</param>
    /// <param name="named">As typed.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<RuleSet>> Of(Door door, string named, CancellationToken cancellation)
    {
        if (IsFile(named))
            return OfFile(new FileInfo(named));
        if (Shipped.All.Any(r => named.Split('@')[0] == r.Name))
            return OfShipped(named);
        return (await door.Read(session => Of(session, door.Barometer, named, cancellation), cancellation)).Accepted(out var rules, out var refusal)
            ? rules
            : refusal.OrNamed("A file is named with its ending or folder: rules.yaml, ./rules.");
    }

    /// <summary>The same in the state of the record that is being read; a file is none of it.</summary>
    /// <param name="session">The record.</param>
    /// <param name="barometer">Whose rule sets are meant.</param>
    /// <param name="named">As typed: <c>name</c> for the latest that is published and not retired, or <c>name@version</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<RuleSet>> Of(IQuerySession session, string barometer, string named, CancellationToken cancellation)
    {
        if (!Name(named).Accepted(out var name, out var refusal))
            return refusal;
        if (Shipped.Has(name.Name))
            return OfShipped(named);
        if (await session.LoadAsync<RuleSetVersions>(RuleSetPublished.StreamOf(name.Name), cancellation) is { } versions)
            return versions.Find(name.Version);
        var recorded = await session.Query<RuleSetVersions>().ToListAsync(cancellation);
        string[] known = [.. Shipped.All.Select(r => r.Name).Concat(recorded.Select(r => r.Name).Order(StringComparer.Ordinal)).Distinct()];
        var meant = Nearest.To(name.Name, known) is { } nearest ? $" Did you mean {nearest}?" : "";
        return Refusal.NotFound($"'{barometer}' has no rule set '{name.Name}'; there are {string.Join(", ", known)}.{meant}");
    }

    /// <summary>The rule set that is named, or the document that is sent in its place.</summary>
    /// <param name="session">The record.</param>
    /// <param name="named">Its name, and the field that says it.</param>
    /// <param name="sent">The document, and the field that carries it.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<Decision<RuleSet>> Of(IQuerySession session, (string? Name, string Field) named, (JsonElement? Document, string Field) sent, CancellationToken cancellation) =>
        (named.Name, sent.Document) switch
        {
            ({ } name, null) => (await Of(session, session.TenantId, name, cancellation)).About(named.Field),
            (null, { } document) => RuleSet.Read(document).About(sent.Field),
            _ => Refusal.Usage($"Name a rule set ({named.Field}), or send a document in place of it ({sent.Field}); one of the two."),
        };

    /// <summary>The rule set that a closing pins: one that is published and not retired, or <c>as-published</c> where none is named.</summary>
    public static async Task<Decision<RuleSet>> ToPin(IQuerySession session, string? named, CancellationToken cancellation)
    {
        if (named is null)
            return RuleSet.AsPublished;
        if (!Name(named).Accepted(out var name, out var refusal) || !(await Of(session, session.TenantId, named, cancellation)).Accepted(out var rules, out refusal))
            return refusal;
        return Shipped.Has(name.Name) || (await session.LoadAsync<RuleSetVersions>(RuleSetPublished.StreamOf(name.Name), cancellation))!.IsInForce(rules.Version)
            ? rules
            : Refusal.Rule($"{rules.Pin} is not published, or is retired; a closing pins a rule set that is in force.");
    }

    /// <summary>The rule set in a file, as YAML or JSON.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Decision<RuleSet> OfFile(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
            return Refusal.Usage($"'{file}' is a folder; name the file in it.");
        using var stream = file.OpenRead();
        return RuleSetFile.Read(stream, file.Name);
    }

    /// <summary>Name and version as typed: <c>heads-count-double@2</c>; without a version null.</summary>
    public static Decision<(string Name, int? Version)> Name(string typed)
    {
        if (Typed().Match(typed) is not { Success: true } match)
            return Refusal.Usage($"'{typed}' names no rule set; one is named heads-count-double, or heads-count-double@2 for a version.");
        return (match.Groups[1].Value, match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : null);
    }

    private static bool IsFile(string named) =>
        named.Contains('/', StringComparison.Ordinal) || named.Contains('\\', StringComparison.Ordinal) || Path.GetExtension(named) is ".yaml" or ".yml" or ".json";

    private static Decision<RuleSet> OfShipped(string named)
    {
        if (!Name(named).Accepted(out var name, out var refusal))
            return refusal;
        var shipped = Shipped.All.Single(r => r.Name == name.Name);
        return name.Version is null || name.Version == shipped.Version
            ? shipped
            : Refusal.NotFound($"There is no {name.Name}@{name.Version}; there is {shipped.Pin}.");
    }

    [GeneratedRegex(@"\A([a-z0-9][a-z0-9-]{0,62})(?:@([1-9][0-9]{0,6}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Typed();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Barometer.Domain.People;
using Barometer.Domain.RuleSets;
using Barometer.Host.Barometers;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Spectre.Console;
using Wolverine.Http;

namespace Barometer.Host.RuleSets;

/// <summary>A version of a rule set, and what became of it.</summary>
/// <param name="Name">What it is called by.</param>
/// <param name="Version">Which version.</param>
/// <param name="Digest">SHA-256 of its canonical form.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="State">shipped, drafted, published or retired.</param>
/// <param name="Reason">Why it was retired.</param>
public sealed record ListedRules(string Name, int Version, string Digest, string Title, string State, string? Reason);

/// <summary>The doors of the list of rule sets.</summary>
public static class Listing
{
    /// <summary>The rule sets there are: those that come with every barometer, and this one's own.</summary>
    [WolverineGet("/v1/barometers/{barometer}/rule-sets", OperationId = "listRuleSets"), Needs(Right.Read)]
    public static async Task<Answer<ImmutableArray<ListedRules>>> Get(HttpDoor door) =>
        (await door.Read(session => Answer(session, door.Cancellation)))
        .WithEach(all => all.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Name}@{r.Version}")).Select(rules => (rules, door.Link($"rule-sets/{rules}"))));

    internal static Command Verb() => Terminal.Verb.Of<ImmutableArray<ListedRules>>(
        "list",
        "The rule sets there are: those that come with every barometer, and this one's own.",
        [],
        (door, cancellation) => door.Read(session => Answer(session, cancellation), cancellation),
        Show);

    private static async Task<Decision<ImmutableArray<ListedRules>>> Answer(IQuerySession session, CancellationToken cancellation)
    {
        if (!(await SettingsReading.Of(session, cancellation)).Accepted(out _, out var refusal))
            return refusal;
        var own = (await session.Query<RuleSetVersions>().ToListAsync(cancellation)).Where(v => !Shipped.Has(v.Name)).OrderBy(v => v.Name, StringComparer.Ordinal);
        return ImmutableArray.CreateRange(Shipped.All.Select(r => Listed(r.Document, r.Name, r.Version, r.Digest, "shipped")).Concat(own.SelectMany(Listed)));
    }

    private static IEnumerable<ListedRules> Listed(RuleSetVersions versions) =>
    [
        .. versions.Published.Select(p => Listed(p.Document, versions.Name, p.Version, p.Digest, p.RetiredBecause is null ? "published" : "retired", p.RetiredBecause)),
        .. versions.Draft is { } draft ? [Listed(draft.Document, versions.Name, draft.Version, CanonicalJson.Digest(draft.Document), "drafted")] : ImmutableArray<ListedRules>.Empty,
    ];

    private static ListedRules Listed(JsonElement document, string name, int version, string digest, string state, string? reason = null) =>
        new(name, version, digest, document.GetProperty("title").GetString()!, state, reason);

    private static void Show(Door door, ImmutableArray<ListedRules> rules)
    {
        var table = Shown.Table("rule set", "state", "digest", "title");
        foreach (var r in rules)
            table.AddRow(string.Create(CultureInfo.InvariantCulture, $"{r.Name}@{r.Version}"), r.State, $"{r.Digest[..12]}…", Markup.Escape(r.Reason is null ? r.Title : $"{r.Title} (retired: {r.Reason})"));
        door.Out.WriteWhole(table);
    }
}

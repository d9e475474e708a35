using System.Text.Json;
using Barometer.Domain.RuleSets;
using Barometer.Host.RuleSets;

namespace Barometer.Host.Replays;

/// <summary>A replay that is wanted over HTTP.</summary>
public sealed record ReplayWanted
{
    /// <summary>Under which rules: a rule set (as-published), or a version of it (as-published@1). In place of it a document may be sent.</summary>
    public string? Rules { get; init; }

    /// <summary>The document of a rule set that need not be recorded, in place of rules.</summary>
    public JsonElement? Document { get; init; }

    /// <summary>Compared with what: points (as assigned, which is the default), printed, closing (each period's snapshot), or another rule set.</summary>
    public string? Against { get; init; }

    /// <summary>The document of a rule set to compare with that need not be recorded, in place of against.</summary>
    public JsonElement? AgainstDocument { get; init; }

    /// <summary>The only period, e.g. 2019-11/2019-12.</summary>
    public string? Period { get; init; }

    /// <summary>The first period; by default the first opened.</summary>
    public string? From { get; init; }

    /// <summary>The last period; by default the last opened.</summary>
    public string? To { get; init; }

    /// <summary>The record as it was: a time, positions, or a closing; by default now.</summary>
    public string? AsOf { get; init; }

    /// <summary>Tell only of this relationship; its rank is that among all.</summary>
    public string? Relationship { get; init; }

    /// <summary>True to go down to each development.</summary>
    public bool Developments { get; init; }

    /// <summary>What is asked, with the rules found.</summary>
    internal async Task<Decision<ReplayAsked>> Read(IQuerySession session, CancellationToken cancellation)
    {
        if (!(await RuleSetReading.Of(session, (Rules, "rules"), (Document, "document"), cancellation)).Accepted(out var rules, out var refusal))
            return refusal;
        var others = default(RuleSet);
        var against = Against ?? ReplayQuestion.Points;
        var isRuleSet = AgainstDocument is not null || !ReplayAsked.IsNoRuleSet(against);
        if (isRuleSet && !(await RuleSetReading.Of(session, (Against, "against"), (AgainstDocument, "againstDocument"), cancellation)).Accepted(out others, out refusal))
            return ReplayAsked.NothingToCompareWith(refusal);
        return new ReplayAsked(rules, against, others, Period, From, To, AsOf);
    }
}

using Barometer.Domain.People;
using static Barometer.Domain.People.Role;

namespace Barometer.Host.Tests.Serving.Admission;

/// <summary>
/// Who may do what, as it was decided: written by hand and by nothing of the product's, so that whoever changes a right, or adds an endpoint,
/// says here what is meant.
/// </summary>
internal static class Decided
{
    /// <summary>What is answered without a credential, as the service routes it.</summary>
    public static readonly string[] ForAnybody =
    [
        "GET /health/live", "GET /health/ready", "GET /openapi/v1.json", "GET /problems/{type}",
        "GET /reference/favicon.svg", "GET /reference/scalar.aspnetcore.js", "GET /reference/scalar.js", "GET /reference/{documentName?}",
    ];

    /// <summary>What whoever has a credential may ask, and what is of no barometer: it names those that concern him.</summary>
    public static readonly string[] ForEverybody = ["listBarometers"];

    /// <summary>The roles that a key may have.</summary>
    public static readonly Role[] OfKeys = [Reader, Auditor, Analyst, Editor];

    private static readonly Role[] Everyone = [Reader, Auditor, Analyst, Editor, ChiefEditor, Administrator];

    private static readonly (Role[] Roles, string[] Operations)[] Of =
    [
        (Everyone,
        [
            "readBarometer", "listRelationships", "readRelationship", "listDevelopments", "readDevelopment", "readRevisions",
            "listPeriods", "readPeriod", "readSnapshot", "readTexts", "readIndices", "explain", "reconcile", "readVintages", "compareVintages",
            "exportTable", "describeTable", "exportReplay", "describeReplay", "listImports", "showImport", "followImport", "listProposals", "readProposal",
            "listRuleSets", "showRuleSet", "checkRuleSet", "compareRuleSets", "compareDocuments", "readRuleSetSchema", "replayAgain", "listReplays", "listReleases",
        ]),
        ([Auditor, ChiefEditor, Administrator], ["readLog", "followLog", "listPeople"]),
        ([Analyst, ChiefEditor], ["replay", "uncertainty", "sensitivity", "leaveOut", "bandDistances", "smallestAmendment", "draftRuleSet"]),
        ([Editor, ChiefEditor],
        [
            "scoreDevelopment", "recordDevelopment", "considerDevelopment", "givePoints", "amendDevelopment", "withdrawDevelopment", "reinstateDevelopment",
            "redateDevelopment", "refileDevelopment", "describeDevelopment", "classifyDevelopment", "noteDevelopment", "linkDevelopment", "import", "retractProposal",
        ]),
        ([ChiefEditor], ["openPeriod", "closePeriod", "releaseFigures", "approveProposal", "rejectProposal", "publishRuleSet", "retireRuleSet"]),
        ([Administrator], ["declareBarometer", "changeSettings", "appointPerson", "dismissPerson", "issueKey", "revokeKey"]),
    ];

    /// <summary>The roles that may do an operation; null where nobody decided.</summary>
    public static Role[]? Roles(string operation) => Of.SingleOrDefault(d => d.Operations.Contains(operation)).Roles;
}

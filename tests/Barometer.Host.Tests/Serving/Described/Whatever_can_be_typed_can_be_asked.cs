namespace Barometer.Host.Tests.Serving.Described;

/// <summary>Everything that the command line can do, a client can do: each verb is paired with the operations that do the same, and a new verb without one fails.</summary>
public sealed class Whatever_can_be_typed_can_be_asked(Server server)
{
    private static readonly Dictionary<string, string[]> Pairs = new(StringComparer.Ordinal)
    {
        ["import"] = ["import", "listImports", "showImport", "followImport"],
        ["index"] = ["readIndices"],
        ["reconcile"] = ["reconcile"],
        ["explain"] = ["explain"],
        ["vintages"] = ["readVintages"],
        ["revisions"] = ["compareVintages"],
        ["replay"] = ["replay", "replayAgain", "listReplays"],
        ["uncertainty"] = ["uncertainty"],
        ["sensitivity"] = ["sensitivity"],
        ["leave-out"] = ["leaveOut"],
        ["band-distance"] = ["bandDistances"],
        ["smallest-amendment"] = ["smallestAmendment"],
        ["history"] = ["readRevisions", "readDevelopment"],
        ["log"] = ["readLog", "followLog"],
        ["export indices"] = ["exportTable", "describeTable"],
        ["export movements"] = ["exportTable", "describeTable"],
        ["export catalogue"] = ["exportTable", "describeTable", "listDevelopments"],
        ["export replay"] = ["exportReplay", "describeReplay"],
        ["score"] = ["scoreDevelopment", "givePoints"],
        ["amend"] = ["amendDevelopment"],
        ["withdraw"] = ["withdrawDevelopment"],
        ["reinstate"] = ["reinstateDevelopment"],
        ["redate"] = ["redateDevelopment"],
        ["refile"] = ["refileDevelopment"],
        ["classify"] = ["classifyDevelopment"],
        ["retitle"] = ["describeDevelopment"],
        ["note"] = ["noteDevelopment"],
        ["link"] = ["linkDevelopment"],
        ["record"] = ["recordDevelopment"],
        ["consider"] = ["considerDevelopment"],
        ["proposals"] = ["listProposals", "readProposal"],
        ["approve"] = ["approveProposal"],
        ["reject"] = ["rejectProposal", "retractProposal"],
        ["open"] = ["openPeriod"],
        ["close"] = ["closePeriod", "readSnapshot"],
        ["release"] = ["releaseFigures", "listReleases"],
        ["text"] = ["readTexts"],
        ["declare"] = ["declareBarometer"],
        ["settings"] = ["changeSettings", "readBarometer", "listRelationships", "readRelationship"],
        ["rules list"] = ["listRuleSets"],
        ["rules show"] = ["showRuleSet"],
        ["rules check"] = ["checkRuleSet"],
        ["rules draft"] = ["draftRuleSet"],
        ["rules publish"] = ["publishRuleSet"],
        ["rules retire"] = ["retireRuleSet"],
        ["rules compare"] = ["compareRuleSets", "compareDocuments"],
        ["rules schema"] = ["readRuleSetSchema"],
        ["people list"] = ["listPeople"],
        ["people appoint"] = ["appointPerson"],
        ["people dismiss"] = ["dismissPerson"],
        ["keys issue"] = ["issueKey"],
        ["keys revoke"] = ["revokeKey"],
    };

    // What is about the machine that it is typed at, and about no barometer.
    private static readonly string[] OfTheMachine = ["demo", "serve", "db start", "db stop", "db status", "columns check", "columns rebuild"];

    [Fact]
    public async Task Each_verb_has_its_operations()
    {
        await using var served = await ServedRecord.OpenEmpty(server);
        using var nobody = served.Nobody();
        var operations = (await Description.Of(nobody)).Operations.Select(o => o.Id).ToArray();

        (await Verbs(served.Record.Connection)).ShouldBe([.. Pairs.Keys, .. OfTheMachine], ignoreOrder: true);
        Pairs.Values.SelectMany(paired => paired).Except(operations).ShouldBeEmpty();
    }

    private static async Task<List<string>> Verbs(string connection, params string[] of)
    {
        var help = (await Executable.Run(connection, [.. of, "--help"])).Out.Split('\n');
        string[] verbs = [.. help.SkipWhile(line => !line.StartsWith("Commands:", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0])];
        var all = new List<string>();
        foreach (var verb in verbs)
        {
            // The library tells again what is above where nothing is below.
            var below = of is [] ? await Verbs(connection, verb) : [];
            all.AddRange(below is [] ? [string.Join(' ', [.. of, verb])] : below);
        }

        return all;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Host.Exports;
using Barometer.Host.Movements;
using Microsoft.OpenApi;

namespace Barometer.Host.Serving.Description;

/// <summary>What is said in paths and queries: what each name means, wherever it stands, and the form of its values.</summary>
internal static class Parameters
{
    private static readonly Dictionary<string, (string Said, Action<OpenApiSchema>? Form)> Known = new(StringComparer.Ordinal)
    {
        ["barometer"] = ("The barometer, by its key; where it is about people, * for whoever is appointed everywhere.", s => s.Pattern = Patterns.Barometer),
        ["reference"] = ("The development, by its reference; in capitals or not.", s => s.Pattern = Patterns.Reference),
        ["proposal"] = ("The proposal, by its name.", s => s.Pattern = Patterns.Proposal),
        ["relationship"] = ("The relationship, by its key, such as russia. In a query: only this one.", null),
        ["path:period"] = ("The period, its months with two hyphens between: 2019-11--2019-12.", s => s.Pattern = Patterns.PeriodInPath),
        ["period"] = ("Only this period; where one is needed and none is named, the last opened.", s => s.Pattern = Patterns.Period),
        ["name"] = ("The rule set: by its name for the latest version, or name@version.", s => s.Pattern = Patterns.RuleSet),
        ["revokeKey.name"] = ("The key, by its name.", null),
        ["with"] = ("The rule set to compare with; by default as-published.", s => s.Pattern = Patterns.RuleSet),
        ["asOf"] = ("The record as it was: positions (china:19,eu:25), a time (2020-03-01T12:00:00Z), closing, closing:2019-11/2019-12, or release:corrected-2020-03; by default now.", null),
        ["until"] = ("Count no release after this one, by its name; start for none; by default every one made by then.", null),
        ["print"] = ("Print as it was recorded when the periods had come so far: 2019-11/2019-12:5; periods that are not named are left out; by default as it is.", null),
        ["explain.from"] = ("The first moment: positions, a time, closing or a release; by default the period's closing, or start while it is open.", null),
        ["explain.to"] = ("The second moment, said in the same way; by default now.", null),
        ["from"] = ("The first of two releases, by its name; by default the first that each period was in.", null),
        ["to"] = ("The second of two releases, by its name; by default the figures as they stand.", null),
        ["nth"] = ("From the first release that a period was in to its nth, in place of from and to; 2 or more.", s => s.Minimum = "2"),
        ["show"] = ("Which observations; by default all.", s => s.Enum = Words<ObservationChoice>()),
        ["kind"] = ("Only texts of this kind.", s => s.Enum = Words<TextKind>()),
        ["section"] = ("Only texts of this section, as printed.", null),
        ["running"] = ("True for the index day by day.", null),
        ["diagnose"] = ("True to be told which single rows or exchanges would explain a difference.", null),
        ["pending"] = ("True for those that wait for approval only.", null),
        ["developments"] = ("True to go down to each development.", null),
        ["replay"] = ("The saved replay, by the id that its answer told.", null),
        ["dimension"] = ("The dimension, by its key; by default the one that has bands.", null),
        ["what"] = ("What is left out, one at a time.", s => s.Enum = Words<LeftOut>()),
        ["top"] = ("How many of the largest effects are told; 10 by default.", s => s.Minimum = "1"),
        ["draws"] = ("How many draws; 1,000 by default.", s => s.Minimum = "1"),
        ["seed"] = ("The seed: the same one draws the same; 1 by default.", null),
        ["after"] = ("Go on after this one: what the link next names.", null),
        ["readLog.after"] = ("Go on after this sequence; without it the last entries are told.", s => s.Minimum = "0"),
        ["listDevelopments.take"] = Taken(Developments.Catalogue.Portion),
        ["listProposals.take"] = Taken(Proposals.Listing.Portion),
        ["readRevisions.after"] = ("Go on after this revision.", s => s.Minimum = "0"),
        ["readRevisions.take"] = Taken(Developments.History.Portion),
        ["readTexts.take"] = Taken(Periods.PrintedText.Portion),
        ["listReplays.take"] = Taken(Replays.Listing.Portion),
        ["listImports.take"] = Taken(Imports.Listing.Portion),
        ["readLog.take"] = Taken(Record.Log.Portion),
        ["table"] = ("Which table.", s => s.Enum = [.. RecordTable.All.Select(t => JsonValue.Create(t.Name))]),
        ["import.format"] = ("Coded data instead of a publication: in what form the file is, icews or gdelt.", null),
        ["format"] = ("In what form; by default that of Accept, and CSV where it names none.", s => s.Enum = Words<ExportFormat>()),
        ["lines"] = ("True for what the differences are made of, in place of the indices.", null),
        ["import"] = ("The import, as its answer told.", null),
        ["skipNotUnderstood"] = ("True to record what was understood although something was not.", null),
        ["relationships"] = ("Coded data: dyads, to make a relationship of every two countries found; or a part 'mapping' says it.", null),
        ["calendar"] = ("Coded data: the periods of a barometer that is not declared yet, month.", null),
        ["followLog.after"] = ("Tell what comes after this sequence; without it, what comes from now on.", s => s.Minimum = "0"),
        ["type"] = ("The last part of a problem's type.", s => s.Enum = Words<ProblemKind>()),
    };

    /// <summary>Tells of an operation's parameters what they mean; the first of its examples shows them in use.</summary>
    public static void Describe(OpenApiOperation operation, Example? example)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (Find(operation, parameter) is var (said, form))
            {
                parameter.Description ??= said;
                if (parameter.Schema is OpenApiSchema schema)
                    form?.Invoke(schema);
            }

            if (example?.Said(parameter.Name!) is { } value)
                parameter.Example = value;
        }
    }

    private static (string, Action<OpenApiSchema>?)? Find(OpenApiOperation operation, OpenApiParameter parameter) =>
        Known.TryGetValue($"{operation.OperationId}.{parameter.Name}", out var known)
        || (parameter.In == ParameterLocation.Path && Known.TryGetValue($"path:{parameter.Name}", out known))
        || Known.TryGetValue(parameter.Name!, out known)
            ? known
            : null;

    private static (string, Action<OpenApiSchema>?) Taken(Portion portion) =>
        ("How many are told at most.", s => (s.Minimum, s.Maximum) = ("1", portion.Most.ToString(CultureInfo.InvariantCulture)));

    private static List<JsonNode> Words<T>()
        where T : struct, Enum => [.. Word.All<T>().Select(w => JsonValue.Create(w))];
}

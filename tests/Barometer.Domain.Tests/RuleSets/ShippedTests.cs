using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>The shipped values against the published tables, which are read here on their own and are no part of the project.</summary>
public partial class ShippedTests
{
    [Fact]
    public void The_digests_of_what_is_shipped_never_change() =>
        Shipped.All.Select(r => $"{r.Pin} {r.Digest[..12]}").ShouldBe(
        [
            "as-published@1 910ed7abc779",
            "cameo-goldstein@1 10f6ebd5c727",
            "plover-2021@1 08198daf5711",
            "plover-2021-corrected@1 2efce8fd591a",
            "by-level@1 64d56d9984c7",
            "deeds-not-words@1 50c720abe168",
        ]);

    [Fact]
    public void Every_code_of_the_table_has_exactly_its_Goldstein_value()
    {
        var table = SharedData.Lines("cameo-goldstein.tsv").Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => Number(c[1]));

        table.Count.ShouldBe(311);
        Numbers("cameo-goldstein", "goldstein").OrderBy(n => n.Key, StringComparer.Ordinal).ShouldBe(table.OrderBy(n => n.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("plover-2021")]
    [InlineData("plover-2021-corrected")]
    public void Every_code_has_the_score_of_the_type_and_mode_that_it_converts_to(string name)
    {
        var scores = PrintedScores();
        foreach (var (code, type, mode) in Crosswalk())
            Value(name, code).ShouldBe(Expected(type, mode), $"{code} is {type} {mode}");

        FixedPoint Expected(string type, string mode) => (name, type, mode) switch
        {
            ("plover-2021-corrected", "ACCUSE", "disapprove") => FixedPoint.Of(-2),
            ("plover-2021-corrected", "ACCUSE", "allege" or "investigate") => FixedPoint.Of(-3.5m),
            ("plover-2021-corrected", "ACCUSE", _) => FixedPoint.Of(-3),
            (_, "CONSULT", "visit" or "phone") => scores[mode],
            _ => scores[type],
        };
    }

    [Theory]
    [InlineData("plover-2021")]
    [InlineData("plover-2021-corrected")]
    public void Statements_and_appeals_have_no_type_and_so_no_value(string name)
    {
        var codes = SharedData.Lines("cameo-codes.tsv").Skip(1).Select(l => l.Split('\t')[0]).ToArray();

        codes.Where(c => Value(name, c) is null).ShouldBe(codes.Where(c => c.StartsWith("01", StringComparison.Ordinal) || c.StartsWith("02", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("cameo-goldstein")]
    [InlineData("plover-2021")]
    [InlineData("plover-2021-corrected")]
    public void A_scheme_of_codes_sets_assigned_points_aside_before_it_values_anything(string name)
    {
        var first = Of(name).Rules[0];
        first.Act.ShouldBeOfType<SetAside>();
        first.When.ShouldBeOfType<Assigned>().Scored.ShouldBeTrue();
    }

    // What the rules of a scheme make of a development that has a code and nothing else.
    private static FixedPoint? Value(string name, string code)
    {
        var said = new Dictionary<Trait, string> { [Trait.Cameo] = code };
        FixedPoint? value = null;
        foreach (var rule in Of(name).Rules.Where(r => Holds(r.When, said)))
        {
            if (rule.Act is Classify classify && !said.ContainsKey(classify.As) && classify.Words.TryGetValue(said[classify.By], out var word))
                said[classify.As] = word;
            if (rule.Act is Set { Value: ByWord by } && said.TryGetValue(by.By, out var of) && by.Numbers.TryGetValue(of, out var number))
                value = number;
        }

        return value;
    }

    private static bool Holds(Condition when, Dictionary<Trait, string> said) => when switch
    {
        All { Conditions.IsEmpty: true } => true,
        Says says => said.TryGetValue(says.Trait, out var word) && says.Words.Contains(word),
        Assigned { Scored: true } => false,
        _ => throw new InvalidOperationException($"No scheme asks for {when}."),
    };

    private static RuleSet Of(string name) => Shipped.All.Single(r => r.Name == name);

    private static ImmutableSortedDictionary<string, FixedPoint> Numbers(string name, string rule) =>
        Of(name).Rules.Single(r => r.Id == rule).Act.ShouldBeOfType<Set>().Value.ShouldBeOfType<ByWord>().Numbers;

    // "031: AGREE,  , diplomatic # Agree to …"; of a code that is there twice the first counts.
    private static IEnumerable<(string Code, string Type, string Mode)> Crosswalk() =>
        SharedData.Lines("cameo-to-plover.txt").Where(l => l.Length > 0 && char.IsDigit(l[0]))
            .Select(l => l.Split('#')[0].Split(':', 2))
            .Select(l => (Code: l[0].Trim(), Meaning: l[1].Split(',')))
            .Select(l => (l.Code, l.Meaning[0].Trim(), l.Meaning.Length > 1 ? l.Meaning[1].Trim() : ""))
            .DistinctBy(l => l.Code);

    // "AGREE 2.5, CONSULT 2.5 (visit 4, phone 1.5), …; ACCUSE is printed as +3"
    private static Dictionary<string, FixedPoint> PrintedScores()
    {
        var text = string.Join(' ', SharedData.Lines("README.md").SkipWhile(l => !l.StartsWith("PLOVER's own", StringComparison.Ordinal)).TakeWhile(l => l.Length > 0));
        var scores = Score().Matches(text.Replace('−', '-')).ToDictionary(m => m.Groups[1].Value, m => Number(m.Groups[2].Value));
        scores.Count.ShouldBe(17);
        scores["ACCUSE"] = FixedPoint.Of(3);
        return scores;
    }

    private static FixedPoint Number(string text) => FixedPoint.Of(decimal.Parse(text, CultureInfo.InvariantCulture));

    [GeneratedRegex("([A-Z]{3,}|visit|phone) (-?[0-9.]*[0-9])")]
    private static partial Regex Score();
}

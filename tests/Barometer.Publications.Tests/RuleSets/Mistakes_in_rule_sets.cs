using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

public class Mistakes_in_rule_sets
{
    private const string Head = "name: calm\nversion: 1\ntitle: Calm\n";

    [Theory]
    [InlineData("lvels: [a]", "line 4, column 1: 'lvels' is not known in a rule set; did you mean 'levels'?")]
    [InlineData("zzz: 1", "line 4, column 1: 'zzz' is not known in a rule set; there are name, version, title, levels, rules")]
    [InlineData("levels: a", "line 4, column 9: 'levels' is 'a'; it should be a list of levels.")]
    [InlineData("levels: []", "line 4, column 9: 'levels' is empty")]
    [InlineData("levels: [a, A]", "line 4, column 13: 'A' is in 'levels' a second time.")]
    [InlineData("levels:", "'levels' says nothing; write a list of levels, or leave it out.")]
    [InlineData("rules: { a: 1 }", "'rules' is a mapping; it should be a list of rules.")]
    [InlineData("title: Twice", "line 4, column 1: 'title' is here a second time in a rule set.")]
    [InlineData("bands: [ { dimension: a, bands: [ { name: A, from: 0 }, { name: B, to: 0 } ] } ]", "'B' and 'A' share values")]
    [InlineData("bands: [ { dimension: a, bands: [ { name: A, from: 0.5 } ] } ]", "'from' is '0.5'; it should be a whole number")]
    [InlineData("bands: [ { dimension: a, rounding: halfeven, bands: [ { name: A } ] } ]", "did you mean 'half-even'?")]
    [InlineData("composite: { id: c, reason: r, dimension: d, normalisation: none, mean: arithmetic, parts: [ { relationship: a, weight: 0.5 }, { relationship: b, weight: 0.4 } ] }", "The weights sum to 0.9; they sum to 1, exactly.")]
    [InlineData("composite: { id: c, reason: r, dimension: d, normalisation: none, mean: arithmetic, reference: { from: 2019-13 }, parts: [ { relationship: a, weight: 1 } ] }", "'2019-13' is no period; one looks like 2019-11/2019-12, or 2014-07 where it is a single month.")]
    [InlineData("composite: { id: c, reason: r, dimension: d, normalisation: z-score, mean: geometric, parts: [ { relationship: a, weight: 1 } ] }", "line 4, column 76: A geometric mean is of values above 0, and z-scores lie on both sides of 0; write mean: arithmetic, or another normalisation.")]
    [InlineData("inputs: [ { id: i, reason: r, varies: number, rule: a, distribution: { uniform: { from: 1, to: 2 } } } ]", "There is no rule 'a'.")]
    [InlineData("inputs: [ { id: i, reason: r, varies: coder, distribution: { oneOf: [ { value: 1, probability: 0.5 } ] } } ]", "The probabilities sum to 0.5; they sum to 1, exactly.")]
    [InlineData("inputs: [ { id: i, reason: r, varies: coder, distribution: { normal: { mean: 0, deviation: 1, from: 5, to: 9 } } } ]", "The mean lies between 'from' and 'to'.")]
    [InlineData("inputs: [ { id: i, reason: r, varies: coder, distribution: { uniform: { from: 2, to: 1 } } } ]", "'from' is not above 'to'.")]
    public void A_mistake_is_told_with_its_place(string line, string told) => Written.Refused(Head + line).ShouldContain(told);

    [Theory]
    [InlineData("exlude: true", "'exlude' is not known in a rule; did you mean 'exclude'?")]
    [InlineData("when: {}", "a rule has exactly one of setAside, classify, set, scale, clamp, exclude, moveTo, keep, file, cap, compare, saturate, level, not none.")]
    [InlineData("exclude: true, setAside: true", "not setAside and exclude.")]
    [InlineData("exclude: yes", "'exclude' is 'yes'; it should be true.")]
    [InlineData("exclude: false", "'exclude' is 'false'; it should be true.")]
    [InlineData("scale: \"2\"", "line 5, column 32: 'scale' is the text '2'; write the number without quotes.")]
    [InlineData("scale: 0x10", "'scale' is '0x10'; it should be a number")]
    [InlineData("scale: 1e3", "'scale' is '1e3'; it should be a number")]
    [InlineData("scale: .inf", "'scale' is '.inf'")]
    [InlineData("scale: 1_000", "'scale' is '1_000'")]
    [InlineData("scale: 0.1234567891", "'scale' is '0.1234567891'; it should be a number from -1000000 to 1000000 with at most 9 decimals.")]
    [InlineData("scale: 1000001", "'scale' is '1000001'")]
    [InlineData("scale: -1", "A score is scaled by 0 or more")]
    [InlineData("scale: null", "'scale' says nothing")]
    [InlineData("scale: { by: sourcelevel, numbers: { a: 1 } }", "did you mean 'sourceLevel'?")]
    [InlineData("scale: { by: sourceLevel, numbers: { a: 1 } }", "name the 'levels' of the rule set")]
    [InlineData("scale: { by: theme, numbers: {} }", "'numbers' is empty")]
    [InlineData("scale: { by: theme, numbers: { Gas: 1, GAS: 2 } }", "'GAS' has a number already")]
    [InlineData("scale: { by: theme }", "numbers by something has exactly one of numbers, buckets, not none.")]
    [InlineData("scale: { by: theme, buckets: [ { number: 1 } ] }", "go with 'by: evidence'")]
    [InlineData("scale: { by: evidence, numbers: { a: 1 } }", "By evidence there are buckets")]
    [InlineData("set: { by: evidence, buckets: [ { from: 5, to: 1, number: 1 } ] }", "from 5 to 1 holds nothing")]
    [InlineData("clamp: {}", "'clamp' is empty; it should be bounds: from, to.")]
    [InlineData("clamp: { from: 1 }", "'from' is '1'; it should be a number from -1000000 to 0")]
    [InlineData("cap: { per: [theme] }", "'cap' needs at least one of positive, negative.")]
    [InlineData("cap: { per: [them], positive: 1 }", "did you mean 'theme'?")]
    [InlineData("keep: { per: [day, day], which: first }", "'day' is in 'per' a second time.")]
    [InlineData("keep: { per: [day], which: highest-level }", "name the 'levels' of the rule set")]
    [InlineData("file: by_days", "did you mean 'by-days'?")]
    [InlineData("level: { halfLife: 0 }", "'halfLife' is '0'; it should be a number from 1 to 36500.")]
    [InlineData("level: { halflife: 9 }", "did you mean 'halfLife'?")]
    [InlineData("saturate: { limit: 0 }", "'limit' is '0'; it should be a number above 0")]
    [InlineData("exclude: true, part: positive", "'part' goes with set and scale.")]
    [InlineData("scale: 2, in: development", "'in' goes with set")]
    [InlineData("classify: { eventType: { by: eventType, words: { A: b } } }", "cannot be read from itself")]
    [InlineData("classify: { eventType: { by: cameo, words: { A: 01, B: [02, 01] } } }", "'01' means 'A' already; it has one meaning.")]
    [InlineData("classify: { eventType: { by: cameo, words: { A: 1 } }, mode: { by: cameo, words: { a: 1 } } }", "'classify' has one of eventType, mode, context, not several.")]
    [InlineData("exclude: true, when: { them: Gas }", "'them' is not known in a condition; did you mean 'theme'?")]
    [InlineData("exclude: true, when: { theme: [] }", "'theme' is empty")]
    [InlineData("exclude: true, when: { theme: \"\" }", "'theme' is ''; it should be a word")]
    [InlineData("exclude: true, when: { all: [] }", "'all' is empty; it should be a list of conditions.")]
    [InlineData("exclude: true, when: { not: [] }", "'not' is a list; it should be a condition.")]
    [InlineData("exclude: true, when: { nonEvent: no }", "'nonEvent' is 'no'; it should be true or false.")]
    [InlineData("exclude: true, when: { stage: in force }", "it should be a stage, one of announced, agreed, signed, ratified, in-force; did you mean 'in-force'?")]
    [InlineData("exclude: true, when: { quadClass: 5 }", "'quadClass' is '5'; it should be 1, 2, 3 or 4")]
    [InlineData("exclude: true, when: { day: { from: 2019-02-30 } }", "'from' is '2019-02-30'; it should be a day, as 2019-12-05.")]
    [InlineData("exclude: true, when: { day: { from: 2019-02-02, to: 2019-02-01 } }", "'from' is not after 'to'")]
    [InlineData("exclude: true, when: { assigned: { from: 2, to: 1 } }", "from 2 to 1 holds nothing")]
    [InlineData("exclude: true, when: { evidence: { from: 1, unknown: true } }", "say 'unknown' or 'from' and 'to'")]
    [InlineData("exclude: true, when: { source: { levle: a } }", "'levle' is not known in what an actor is; did you mean 'level'?")]
    public void A_mistake_in_a_rule_is_told(string rule, string told) => Written.Refused(Written.Rules($"  - {{ id: a, reason: r, {rule} }}")).ShouldContain(told);

    [Theory]
    [InlineData("file: by-days", "exclude: true", "come before file.")]
    [InlineData("cap: { positive: 1 }", "file: by-days", "file come before cap and compare.")]
    [InlineData("saturate: { limit: 1 }", "cap: { positive: 1 }", "cap and compare come before saturate.")]
    [InlineData("level: {}", "saturate: { limit: 1 }", "saturate come before level.")]
    [InlineData("level: {}", "level: {}", "'b' does what 'a' does: there is one such rule.")]
    public void A_rule_out_of_order_is_told_with_what_stands_before_what(string first, string second, string told)
    {
        var refused = Written.Refused(Written.Rules($"  - {{ id: a, reason: r, {first} }}\n  - {{ id: b, reason: r, {second} }}"));

        refused.ShouldContain("line 6, column 5: 'b' ");
        refused.ShouldContain(told);
    }

    [Fact]
    public void A_level_that_is_not_named_among_the_levels_is_told() =>
        Written.Refused(Head + "levels: [minister, head of state]\nrules: [ { id: a, reason: r, exclude: true, when: { source: { level: [minster] } } } ]")
            .ShouldContain("'minster' is not among the levels of this rule set (minister, head of state); did you mean 'minister'?");

    [Fact]
    public void Several_mistakes_are_told_at_once_in_the_order_of_the_file_and_ten_at_most()
    {
        var lines = Written.Refused(Written.Rules(string.Concat(Enumerable.Range(0, 30).Select(i => $"  - {{ id: r{i}, reason: r, exlude: true, exclude: true }}\n")))).Split('\n');

        lines.Length.ShouldBe(12);
        lines[0].ShouldBe("calm.yaml is no rule set.");
        lines[1].ShouldStartWith("  line 5, column 26: 'exlude'");
        lines[10].ShouldStartWith("  line 14, column 26: 'exlude'");
        lines[11].ShouldBe("  There is more; mend these first.");
    }

    [Theory]
    [InlineData("number, rule: nope", "There is no rule 'nope'.")]
    [InlineData("number, rule: calmer", "There is no rule 'calmer'; did you mean 'calmed'?")]
    [InlineData("number, rule: calmed, word: Sport", "'Sport' is not in the table of 'calmed'.")]
    public void What_an_input_names_and_is_not_there_is_told_in_a_whole_sentence(string varies, string told) =>
        Written.Refused(Written.Rules($$"""
              - { id: calmed, reason: r, scale: { by: theme, numbers: { Gas: 1 } } }
            inputs:
              - { id: i, reason: r, varies: {{varies}}, distribution: { uniform: { from: 1, to: 2 } } }
            """)).ShouldEndWith(told);

    [Theory]
    [InlineData("none")]
    [InlineData("per-development")]
    [InlineData("min-max")]
    public void Whether_other_values_than_z_scores_are_above_0_only_a_period_tells(string normalisation) =>
        Written.Read(Head + $"composite: {{ id: c, reason: r, dimension: d, normalisation: {normalisation}, mean: geometric, parts: [ {{ relationship: a, weight: 1 }} ] }}").Composite.ShouldNotBeNull();

    [Fact]
    public void A_level_out_of_the_list_is_told_in_a_whole_sentence() =>
        Written.Refused(Head + "levels: [minister]\nrules: [ { id: a, reason: r, exclude: true, when: { source: { level: [king] } } } ]").ShouldEndWith("'king' is not among the levels of this rule set (minister).");

    [Fact]
    public void An_id_is_given_once() =>
        Written.Refused(Written.Rules("  - { id: a, reason: r, exclude: true }\n  - { id: a, reason: r, exclude: true }")).ShouldContain("line 6, column 11: 'a' is the id of another already");
}

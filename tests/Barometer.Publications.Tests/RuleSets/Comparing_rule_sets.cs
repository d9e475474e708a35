using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Saying;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

public class Comparing_rule_sets
{
    private const string Rules = """
          - { id: heads, reason: They bind a state, when: { source: { level: head of state } }, scale: 2 }
          - { id: table, reason: r, set: { by: theme, numbers: { Gas: 1, Oil: 2, Milk: 3 } } }
          - { id: wishes, reason: r, when: { nonEvent: true }, exclude: true }
          - { id: bounds, reason: r, clamp: { from: -2 } }
        """;

    [Theory]
    [InlineData("scale: 2", "scale: 2.5", "'heads' multiplies the value by 2.5 instead of 2")]
    [InlineData("scale: 2", "set: 2", "'heads' sets the value to 2, instead of: multiplies the value by 2")]
    [InlineData("scale: 2", "scale: 2, part: negative", "'heads' multiplies the negative part by 2 instead of value by 2")]
    [InlineData("level: head of state", "level: [head of state, minister]", "'heads' is about developments where a source's level is head of state or minister, instead of: developments where a source's level is head of state")]
    [InlineData("when: { nonEvent: true }, ", "", "'wishes' is about every development, instead of: developments where it did not happen")]
    [InlineData("They bind a state", "They can bind a state", "the reason of 'heads' is 'They can bind a state' instead of 'They bind a state'")]
    [InlineData("Oil: 2", "Oil: 2.5", "'table' gives Oil 2.5 instead of 2")]
    [InlineData("Oil: 2, ", "", "'table' gives Oil nothing instead of 2")]
    [InlineData("Oil: 2", "Oil: 2, Beer: 0", "'table' gives Beer 0 instead of nothing")]
    [InlineData("id: wishes", "id: hopes", "'wishes' is gone: where it did not happen, counts it nowhere|'hopes' is new: where it did not happen, counts it nowhere")]
    [InlineData("title: Calm", "title: Calmer", "the title is 'Calmer' instead of 'Calm'")]
    public void A_difference_is_said_in_words(string before, string after, string said)
    {
        var text = Written.Rules(Rules);
        Sentences(text, text.Replace(before, after, StringComparison.Ordinal)).ShouldBe(said.Split('|'));
    }

    [Fact]
    public void What_is_only_written_otherwise_differs_in_nothing()
    {
        var text = Written.Rules(Rules);
        Sentences(text, text.Replace("scale: 2 ", "scale: 2.0 ", StringComparison.Ordinal).Replace("level: head of state", "level: [head of state]", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Of_rules_that_stand_elsewhere_as_few_are_named_as_were_moved()
    {
        var lines = Rules.Split('\n');

        Sentences(Written.Rules(Rules), Written.Rules(string.Join('\n', lines[3], lines[0], lines[1], lines[2]))).ShouldBe(["'bounds' comes first instead of after 'wishes'"]);
        Sentences(Written.Rules(Rules), Written.Rules(string.Join('\n', lines[1], lines[2], lines[0], lines[3]))).ShouldBe(["'heads' comes after 'wishes' instead of first"]);
    }

    [Fact]
    public void Everything_that_can_be_said_in_the_language_is_said_in_words() =>
        Wording.Of(Written.Read(Written.WholeLanguage)).Select(s => $"{s.Id}: {s.Sentence}").ShouldBe(
        [
            "no-points: where it is scored and not (anybody's level is head of state or minister or (a source is Lukashenka or a target is Lukashenka)), sets assigned points aside",
            "types: reads its event type from its CAMEO code, where the record says none (3 words)",
            "modes: where its CAMEO code is 04*, reads its mode from its CAMEO code, where the record says none (2 words)",
            "contexts: reads a context of it from a source's level, where the record says none (1 word)",
            "goldstein: where it is not scored, sets the value by its CAMEO code (010: 0, 0311: 5.2, 036: 4), of an unscored one in development",
            "exercises: where its theme is Exercises or Manoeuvres and it cites Table 1, sets the negative part by the rows it cites of Table 1 (from 1 to 5: -1, at least 6: -3, unknown: -2)",
            "heads: where one source is Putin, is from Russia, is in CSTO and has the level head of state and a target's country is Belarus and its event type is CONSULT or AGREE and its mode is visit and a context of it is military and its quad class is 1 or 2 and its stage is signed or in-force and its place is Sochi and it did happen and its relationship is russia and it is scored in development and its day is from 2019-11-01 to 2019-12-31 and it cites evidence with an unknown number of rows and its title has 'talks' or 'St. Petersburg' in it and (its positive part is from 1 to 3 and it cites evidence with from 2 to 9 rows and it cites none with an unknown number of rows), multiplies the positive part by a source's level (head of state: 2, minister: 1.5)",
            "half: multiplies the value by 0.5",
            "bounds: bounds the value: from -2 to 2.5",
            "wishes: where it did not happen, counts it nowhere",
            "tension: where its theme is NATO, counts it in regional-tension",
            "one-a-day: keeps, of those of one day, source, target and cameo, the first",
            "top: keeps, of those of one happening, those of the highest level",
            "period: counts it in each period by its share of the days",
            "cap: bounds the sums of each theme in a period, positive at most 6, negative at least -6",
            "fewer: compares the evidence of a period with the period before, and gives regional-tension 1 for fewer, 0 for as many, -1 for more",
            "tired: counts it less the nearer the index is to 20 in its direction",
            "memory: makes the index a level, half of which is gone after 60 days",
            "all-of-it: puts the indices in development together as arithmetic mean, made comparable by z-score of 2018-01/2018-02 to 2019-11/2019-12: russia 0.7, us 0.3 reversed",
            "regional-tension: has the bands White at least 0 'Calm', Green from -6 to -2, Red at most -7 'War'; rounded half-even, for values from -30 to 30.5",
            "heads-weight: varies number of heads for head of state: uniform from 1.5 to 2.5",
            "half-weight: varies number of half: triangular from 0.25 over 0.5 to 0.75",
            "most: varies cap-positive of cap: normal around 6, deviation 1, from 4 to 8",
            "coder: varies coder: one of -1 with 0.1, 0 with 0.8, 1 with 0.1",
        ]);

    private static IEnumerable<string> Sentences(string first, string second) => Comparing.Compare(Written.Read(first), Written.Read(second)).Select(d => d.Sentence);
}

using System.Text.Json;
using Barometer.Publications.RuleSets;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

public class Spoilt_rule_sets
{
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ":", ": ", ",", "-", "- ", "\n", "\n  ", "#", "\"", "'", "&a ", "*a", "!t ", "|", ">", "?", "%", "@", "~", "null", "true", "0", "-1", "1e9", "9999999999999999999",
        "\\u0000", "\\ud800", "\u0000", "\ud800", "\ufeff", "\t", "---\n", "...\n", "<<: ", "rules: ", "when: ", "not: ", "by: ", "set: ", "exclude: true", "é", "😀",
    ];

    // The seed is told where a test fails, and its number is enough to see it again.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void However_a_rule_set_is_spoilt_it_is_read_or_refused(bool asJson)
    {
        var whole = asJson ? JsonSerializer.Serialize(Written.Read(Written.WholeLanguage).Document) : Written.WholeLanguage;
        var refused = 0;
        for (var seed = 0; seed < 1_000; seed++)
        {
            var spoilt = Spoilt(whole, new Random(seed));
            var read = RuleSetFile.Read(spoilt, "calm.yaml");
            if (read.Refusal is { } refusal)
            {
                refused++;
                refusal.Sentence.ShouldStartWith("calm.yaml", customMessage: $"seed {seed}");
            }
        }

        refused.ShouldBeInRange(500, 999);
    }

    private static string Spoilt(string text, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var (at, length) = (random.Next(text.Length), random.Next(1, 12));
            length = Math.Min(length, text.Length - at);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
                _ => text.Insert(at, text.Substring(random.Next(text.Length - length), length)),
            };
        }

        return text;
    }
}

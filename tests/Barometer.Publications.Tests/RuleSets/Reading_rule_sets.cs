using System.Text.Json;
using Barometer.Domain.RuleSets;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

public class Reading_rule_sets
{
    [Fact]
    public void The_whole_language_is_read()
    {
        var read = Written.Read(Written.WholeLanguage);

        (read.Name, read.Version, read.Rules.Length, read.Inputs.Length).ShouldBe(("whole-language", 1, 18, 4));
        read.Rules.Single(r => r.Id == "goldstein").Reason.ShouldBe("A table, folded over two lines.");
    }

    [Fact]
    public void The_first_example_of_the_page_on_the_language_is_a_rule_set() =>
        Written.Read(Files.Language().Split("```yaml")[1].Split("```")[0]).Pin.ToString().ShouldBe("heads-count-double@1");

    [Fact]
    public void A_recorded_document_is_the_same_rule_set()
    {
        var read = Written.Read(Written.WholeLanguage);

        RuleSet.Read(read.Document).Accepted(out var again, out var refusal).ShouldBeTrue(refusal?.Sentence);
        again!.Digest.ShouldBe(read.Digest);
        JsonElement.DeepEquals(again.Document, read.Document).ShouldBeTrue();
    }

    [Fact]
    public void In_whatever_order_keys_stand_it_is_the_same_rule_set()
    {
        var read = Written.Read(Written.WholeLanguage);

        RuleSet.Read(JsonSerializer.SerializeToElement(Reversed(read.Document))).Accepted(out var again, out var refusal).ShouldBeTrue(refusal?.Sentence);
        again!.Digest.ShouldBe(read.Digest);
        Comparing.Compare(read, again).ShouldBeEmpty();

        static object Reversed(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Reverse().ToDictionary(m => m.Name, m => Reversed(m.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select(Reversed).ToArray(),
            _ => element,
        };
    }

    [Fact]
    public void Written_as_JSON_it_is_the_same_rule_set()
    {
        var read = Written.Read(Written.WholeLanguage);

        foreach (var options in (JsonSerializerOptions[])[new(), new() { WriteIndented = true }, new() { WriteIndented = true, IndentCharacter = '\t', IndentSize = 1 }])
            Written.Read(JsonSerializer.Serialize(read.Document, options)).Digest.ShouldBe(read.Digest);
    }

    [Theory]
    [InlineData("title: \"\\u00e9\\u20ac\"")]
    [InlineData("{\"name\":\"calm\",\"version\":1,\"title\":\"\\u00e9\\u20ac\"}")]
    [InlineData("{\"name\":\"calm\",\"version\":1,\"title\":\"é€\"}")]
    public void Escapes_are_what_they_stand_for(string text) =>
        Written.Read(text.StartsWith('{') ? text : $"name: calm\nversion: 1\n{text}").Title.ShouldBe("é€");

    [Theory]
    [InlineData("\\/", "/")]
    [InlineData("\\ud83d\\ude00", "😀")]
    [InlineData("a\\nb\\tc", "a\nb\tc")]
    [InlineData("\\\"\\\\", "\"\\")]
    public void Escapes_of_JSON_are_read(string written, string expected) =>
        Written.Read($"{{\"name\": \"calm\", \"version\": 1, \"title\": \"{written}\"}}").Title.ShouldBe(expected);

    [Theory]
    [InlineData("036", "036")]
    [InlineData("0x10", "0x10")]
    [InlineData("no", "no")]
    [InlineData("yes", "yes")]
    [InlineData("1_000", "1_000")]
    [InlineData("2019-11-01", "2019-11-01")]
    [InlineData("1.0", "1.0")]
    [InlineData("true", "true")]
    [InlineData("1:30", "1:30")]
    [InlineData(".inf", ".inf")]
    [InlineData("\"036\"", "036")]
    public void A_word_is_the_text_that_is_written_whatever_it_looks_like(string written, string expected)
    {
        var read = Written.Read(Written.Rules($"  - {{ id: a, reason: b, exclude: true, when: {{ theme: {written} }} }}"));
        ((Says)read.Rules[0].When).Words.ShouldBe([expected]);
    }
}

using System.Diagnostics;
using System.Text;
using Barometer.Publications.RuleSets;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.RuleSets;

/// <summary>Rule sets come from users: what could grow, run or take long is refused.</summary>
public class What_is_not_read_at_all
{
    private const string Head = "name: calm\nversion: 1\ntitle: Calm\n";

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("# nothing", "The file is empty")]
    [InlineData("a", "'calm.yaml' is 'a'; it should be a rule set.")]
    [InlineData("[]", "'calm.yaml' is a list; it should be a rule set.")]
    [InlineData("name: *a", "Aliases (*name) are not read")]
    [InlineData("name: &a calm", "Anchors (&name) are not read")]
    [InlineData("levels: &a [b]\nrules: *a", "line 1, column 9: Anchors (&name) are not read")]
    [InlineData("name: !!str calm", "Tags (!name) are not read")]
    [InlineData("name: !ruby/object:Gem calm", "Tags (!name) are not read")]
    [InlineData("!<tag:yaml.org,2002:map> { a: 1 }", "Tags (!name) are not read")]
    [InlineData("<<: { name: calm }", "'<<' is not known in a rule set")]
    [InlineData("[a]: b", "A key is a word")]
    [InlineData("? { a: 1 }\n: b", "A key is a word")]
    [InlineData("name: calm\n---\nname: b", "line 2, column 1: A second document starts here")]
    [InlineData("name: [", "This is neither YAML nor JSON")]
    [InlineData("{ \"name\": ", "This is neither YAML nor JSON")]
    [InlineData("name: \"a\n", "This is neither YAML nor JSON")]
    [InlineData("name: a: b", "This is neither YAML nor JSON")]
    [InlineData("@", "This is neither YAML nor JSON")]
    [InlineData("%YAML 9.9\n---\na", "This is neither YAML nor JSON")]
    public void What_is_no_plain_tree_is_refused(string text, string told) => Written.Refused(text).ShouldContain(told);

    [Theory]
    [InlineData("title: \"a\\0b\"", "'title' has a control character in it (U+0000).")]
    [InlineData("title: \"a\\x07b\"", "(U+0007)")]
    [InlineData("title: \"\\ud83d\"", "line 3, column 8")]
    public void A_text_that_is_none_is_refused(string line, string told) => Written.Refused($"name: calm\nversion: 1\n{line}").ShouldContain(told);

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var file = new MemoryStream([.. "name: "u8, 0xc3, 0x28]);
        RuleSetFile.Read(file, "calm.yaml").Refusal.ShouldNotBeNull().Sentence.ShouldBe("calm.yaml is no text in UTF-8: byte 7 begins no character.");
    }

    [Fact]
    public void A_mark_of_its_encoding_is_no_part_of_a_file()
    {
        using var file = new MemoryStream([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Head)]);
        RuleSetFile.Read(file, "calm.yaml").Refusal.ShouldBeNull();
    }

    [Fact]
    public void More_than_a_mebibyte_is_refused()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Head + new string('#', 1 << 20)));
        RuleSetFile.Read(file, "calm.yaml").Refusal.ShouldNotBeNull().Sentence.ShouldContain("longer than 1 MiB");
    }

    [Fact]
    public void More_than_a_thousand_rules_are_refused() =>
        Written.Refused(Written.Rules(string.Concat(Enumerable.Range(0, 1_001).Select(i => $"  - {{ id: r{i}, reason: r, exclude: true }}\n")))).ShouldContain("'rules' has 1001 entries; at most 1000 are read.");

    [Fact]
    public void Five_hundred_texts_of_titles_are_read_and_more_are_refused_at_the_rule_that_goes_beyond()
    {
        Written.Read(Titles(last: 1)).Rules.Length.ShouldBe(3);
        Written.Refused(Titles(last: 2)).ShouldBe("calm.yaml is no rule set.\n  line 6, column 5: With 'b' there are 501 texts of titles; the conditions of a rule set have at most 500 altogether.");

        // Wherever in a condition they stand.
        static string Titles(int last) => Written.Rules(
            $"  - {{ id: a, reason: r, exclude: true, when: {{ title: [{Texts(299)}] }} }}\n"
            + $"  - {{ id: b, reason: r, exclude: true, when: {{ title: [{Texts(100)}], any: [ {{ not: {{ title: [{Texts(100)}] }} }}, {{ all: [ {{ title: [{Texts(last)}] }} ] }} ] }} }}\n"
            + "  - { id: c, reason: r, exclude: true, when: { theme: a } }\n");

        static string Texts(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"t{i}"));
    }

    [Fact]
    public void A_rule_after_the_one_that_goes_beyond_is_not_told_too() =>
        Written.Refused(Written.Rules(string.Concat(Enumerable.Range(0, 3).Select(r => $"  - {{ id: r{r}, reason: r, exclude: true, when: {{ title: [{string.Join(", ", Enumerable.Repeat("t", 400))}] }} }}\n")))).Split('\n').Length.ShouldBe(2);

    [Fact]
    public void Conditions_as_deep_as_they_may_be_are_read_and_can_be_recorded_and_deeper_ones_are_refused()
    {
        var read = Written.Read(Deep(23));
        System.Text.Json.JsonElement.Parse(read.Document.GetRawText()).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        Written.Refused(Deep(24)).ShouldContain("more than 24 deep");
        Written.Refused(Deep(5_000)).ShouldContain("more than 60 deep");

        static string Deep(int times) => Written.Rules($"  - {{ id: a, reason: r, exclude: true, when: {string.Concat(Enumerable.Repeat("{ any: [ ", times))}{{ theme: a }}{string.Concat(Enumerable.Repeat(" ] }", times))} }}");
    }

    public static TheoryData<string, string> Long { get; } = new()
    {
        { "brackets", new string('[', 1_000_000) },
        { "braces", "{a: " + string.Concat(Enumerable.Repeat("{a: ", 200_000)) },
        { "keys", string.Concat(Enumerable.Range(0, 90_000).Select(i => $"k{i}: 1\n")) },
        { "the same key", string.Concat(Enumerable.Repeat("abcdefg: 1\n", 90_000)) },
        { "items", Head + "levels: [" + string.Concat(Enumerable.Repeat("a,", 450_000)) + "a]" },
        { "a long word", Head + "levels: [" + new string('a', 1_000_000) + "]" },
        { "a long key", new string('a', 1_000_000) + ": 1" },
        { "long lines", Head + "x: \"" + string.Concat(Enumerable.Repeat("\\u00e9", 160_000)) + "\"" },
        { "folded lines", Head + "x: >\n" + string.Concat(Enumerable.Repeat(" a\n\n", 250_000)) },
        { "plain lines", Head + "x: a\n" + string.Concat(Enumerable.Repeat("  b\n", 250_000)) },
        { "questions", string.Concat(Enumerable.Repeat("? ", 500_000)) },
        { "dashes", string.Concat(Enumerable.Repeat("- ", 500_000)) },
        { "comments", string.Concat(Enumerable.Repeat("#\n", 500_000)) },
        { "colons", string.Concat(Enumerable.Repeat(":", 1_000_000)) },
        { "white space", new string(' ', 1_000_000) + "a" },
        { "a table", Written.Rules("  - { id: a, reason: r, set: { by: theme, numbers: {" + string.Concat(Enumerable.Range(0, 49_000).Select(i => $"\"{i}\": 1, ")) + " } } }") },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public void Whatever_a_mebibyte_says_it_is_read_or_refused_soon(string what, string text)
    {
        what.ShouldNotBeEmpty();
        text.Length.ShouldBeLessThan(1 << 20);
        var watch = Stopwatch.StartNew();
        RuleSetFile.Read(text, "calm.yaml").Refusal?.Sentence.Length.ShouldBeLessThan(5_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
    }
}

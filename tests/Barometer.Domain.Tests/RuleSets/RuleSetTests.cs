using System.Text.Json;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;

namespace Barometer.Domain.Tests.RuleSets;

public class RuleSetTests
{
    private const string Document = """{"name":"calm","version":2,"title":"Calm","bands":[{"dimension":"mood","bands":[{"name":"Blue","from":1,"meaning":"good"},{"name":"Grey","to":-1,"meaning":"bad"}]}]}""";

    [Fact]
    public void The_digest_of_as_published_1_never_changes()
    {
        // Closings pin it. Another digest means another document, which is another version.
        RuleSet.AsPublished.Pin.ShouldBe(new RuleSetPin("as-published", 1, "910ed7abc77960e4a5bd88860d42e33b02113a6562ccf2f28c3c4a195b12a6cc"));
        RuleSet.AsPublished.Pin.ToString().ShouldBe("as-published@1");
    }

    [Fact]
    public void As_published_has_no_rule() => RuleSet.AsPublished.Document.GetProperty("rules").GetArrayLength().ShouldBe(0);

    [Fact]
    public void A_rule_set_is_its_document()
    {
        var calm = Read(Document);
        (calm.Name, calm.Version, calm.Colour("mood", 1)).ShouldBe(("calm", 2, "Blue"));
        CanonicalJson.Digest(calm.Document).ShouldBe(calm.Digest);
        Read(calm.Document.GetRawText()).Digest.ShouldBe(calm.Digest);
    }

    [Fact]
    public void Written_otherwise_it_has_the_same_digest_and_with_other_words_another()
    {
        var calm = Read(Document);
        Read(Document.Replace(",", " ,\n\t", StringComparison.Ordinal)).Digest.ShouldBe(calm.Digest);
        Read("""{"version":2,""" + Document[1..].Replace("\"version\":2,", "", StringComparison.Ordinal)).Digest.ShouldBe(calm.Digest);
        Read(Document.Replace("good", "fine", StringComparison.Ordinal)).Digest.ShouldNotBe(calm.Digest);
        Read(Document.Replace("\"from\":1", "\"from\":2", StringComparison.Ordinal)).Digest.ShouldNotBe(calm.Digest);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"name":"","version":1,"title":"Calm","bands":[]}""")]
    [InlineData("""{"name":"calm","version":0,"title":"Calm","bands":[]}""")]
    [InlineData("""{"name":"calm","version":1,"bands":[]}""")]
    [InlineData("""{"name":"calm","version":1,"title":"Calm","bands":[],"title":"Calm"}""")]
    public void What_is_no_rule_set_is_refused(string document) =>
        RuleSet.Read(JsonElement.Parse(document)).Refusal.ShouldNotBeNull().Sentence.ShouldStartWith("The document is no rule set.");

    [Fact]
    public void A_dimension_without_a_scale_has_no_bands()
    {
        RuleSet.AsPublished.Scale(SmallBarometer.Development).ShouldBeNull();
        RuleSet.AsPublished.BandOf(SmallBarometer.Development, -9).ShouldBeNull();
        RuleSet.AsPublished.BandOf(SmallBarometer.NationalSecurity, -9).ShouldBeNull();
        RuleSet.AsPublished.Colour(SmallBarometer.Development, -9).ShouldBeNull();
    }

    private static RuleSet Read(string document) => RuleSet.Read(JsonElement.Parse(document)).Accepted(out var read, out var refusal) ? read : throw new InvalidOperationException(refusal.Sentence);
}

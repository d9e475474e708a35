using System.Text.Json;
using Barometer.Domain.RuleSets;
using CsCheck;

namespace Barometer.Domain.Tests.RuleSets;

/// <summary>Against the examples of RFC 8785.</summary>
public class CanonicalJsonTests
{
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_those_of_Appendix_B(ulong bits, string expected) =>
        Canonical(BitConverter.UInt64BitsToDouble(bits).ToString("R")).ShouldBe(expected);

    [Fact]
    public void Every_number_is_read_back_as_the_same() =>
        Gen.Double.Where(double.IsFinite).Sample(
            number =>
            {
                var canonical = Canonical(number.ToString("R"));
                double.Parse(canonical).ShouldBe(number == 0 ? 0 : number);
                Canonical(canonical).ShouldBe(canonical);
            },
            iter: 10_000);

    [Theory]
    [InlineData("[56.0]", "[56]")]
    [InlineData("[1E30,4.50,2e-3,0.000000000000000000000000001]", "[1e+30,4.5,0.002,1e-27]")]
    [InlineData("[ null , true , false ]", "[null,true,false]")]
    [InlineData("{ }", "{}")]
    [InlineData("[ [ ] ]", "[[]]")]
    public void Values_are_written_without_white_space(string json, string expected) => Canonical(json).ShouldBe(expected);

    [Fact]
    public void Strings_have_the_fewest_escapes_as_in_section_3_2_2() =>
        Canonical("""{"string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}""").ShouldBe("""{"string":"€$\u000f\nA'B\"\\\\\"/"}""");

    [Fact]
    public void Control_characters_have_their_short_escape_where_there_is_one() =>
        Canonical("""["\u0008\u0009\u000a\u000c\u000d\u0000\u001F\u007f\u2028"]""").ShouldBe("[\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\"]");

    [Fact]
    public void Members_are_sorted_by_their_UTF_16_code_units_as_in_section_3_2_3()
    {
        const string Unsorted = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;
        using var canonical = JsonDocument.Parse(Canonical(Unsorted));
        canonical.RootElement.EnumerateObject().Select(m => m.Value.GetString()).ShouldBe(
        [
            "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
        ]);
    }

    [Fact]
    public void Arrays_keep_their_order_and_objects_within_them_are_sorted() =>
        Canonical("""[{"b":1,"a":[3,2]},{"b":{"d":0,"c":0}}]""").ShouldBe("""[{"a":[3,2],"b":1},{"b":{"c":0,"d":0}}]""");

    [Fact]
    public void White_space_member_order_escapes_and_number_forms_do_not_change_the_digest() =>
        Digest("""{ "b" : 1.0, "a" : "\u0041" }""").ShouldBe(Digest("{\n\"a\":\"A\",\"b\":1}"));

    [Theory]
    [InlineData("""{"a":[2,1]}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":["1",2]}""")]
    [InlineData("""{"A":[1,2]}""")]
    [InlineData("""{"a":[1,2],"b":null}""")]
    public void Another_document_has_another_digest(string other) => Digest(other).ShouldNotBe(Digest("""{"a":[1,2]}"""));

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("[1e400]")]
    [InlineData("""["\ud83d"]""")]
    [InlineData("""{"\ude00":1}""")]
    public void What_has_no_canonical_form_is_refused(string json) => Should.Throw<JsonException>(() => Canonical(json));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.Of(document.RootElement);
    }

    private static string Digest(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CanonicalJson.Digest(document.RootElement);
    }
}

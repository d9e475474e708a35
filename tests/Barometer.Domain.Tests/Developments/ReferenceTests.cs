using Barometer.Domain.Developments;
using CsCheck;

namespace Barometer.Domain.Tests.Developments;

public class ReferenceTests
{
    private static readonly Gen<Reference> AnyReference =
        Gen.Select(Gen.Char["ABCXYZ09ŠŽ"].Array[1, 5], Gen.Int[0, 100_000], Gen.Int[0, 100_000], (prefix, issue, ordinal) => new Reference(new string(prefix), issue, ordinal));

    [Fact]
    public void A_reference_is_read_out_with_its_issue_in_two_digits_and_its_ordinal_in_three() =>
        new Reference("RU", 12, 16).ToString().ShouldBe("RU-12-016");

    [Fact]
    public void Beyond_those_digits_it_grows() => new Reference("RU", 120, 1600).ToString().ShouldBe("RU-120-1600");

    [Fact]
    public void What_is_printed_is_read_back() =>
        AnyReference.Sample(reference => Reference.Parse(reference.ToString(), provider: null) == reference);

    [Theory]
    [InlineData("ru-12-016")]
    [InlineData(" RU-12-016 ")]
    [InlineData("Ru-12-16")]
    public void It_is_read_in_capitals_or_not(string text) => Reference.Parse(text, provider: null).ShouldBe(new Reference("RU", 12, 16));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RU-12")]
    [InlineData("RU-12-016-1")]
    [InlineData("-12-016")]
    [InlineData("RU-xii-016")]
    [InlineData("RU-12--16")]
    [InlineData("RU-12-+16")]
    [InlineData("RU-12-99999999999")]
    public void What_is_no_reference_is_not_read(string? text)
    {
        Reference.TryParse(text, provider: null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Reference.Parse(text!, provider: null)).Message.ShouldContain("RU-12-016");
    }
}

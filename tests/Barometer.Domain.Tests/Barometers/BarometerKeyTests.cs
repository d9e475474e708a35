using Barometer.Domain.Barometers;

namespace Barometer.Domain.Tests.Barometers;

public sealed class BarometerKeyTests
{
    [Theory]
    [InlineData("minsk")]
    [InlineData("2014-icews")]
    [InlineData("a-")]
    public void A_key_has_lower_case_letters_digits_and_hyphens(string key) => BarometerKey.Read(key).Refusal.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("-minsk")]
    [InlineData("Minsk")]
    [InlineData("minsk\n")]
    [InlineData("minśk")]
    [InlineData("a b")]
    [InlineData("*")]
    public void Nothing_else_is_one(string text) => BarometerKey.Read(text).Refusal!.Sentence.ShouldContain("is no name of a barometer");

    [Fact]
    public void It_has_at_most_63_characters()
    {
        BarometerKey.Read(new string('m', 63)).Refusal.ShouldBeNull();
        BarometerKey.Read(new string('m', 64)).Refusal.ShouldNotBeNull();
    }
}

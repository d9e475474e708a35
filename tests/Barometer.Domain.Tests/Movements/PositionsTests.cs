using System.Text.Json;
using Barometer.Domain.Movements;
using Barometer.Domain.Record;
using CsCheck;

namespace Barometer.Domain.Tests.Movements;

public class PositionsTests
{
    private static readonly Gen<Positions> AnyPositions =
        Gen.Dictionary(Gen.Char["abcz-9É"].Array[1, 6].Select(c => new string(c)), Gen.Long[0, long.MaxValue])[0, 6].Select(Positions.Of);

    [Fact]
    public void Positions_are_written_by_relationship() =>
        Positions.Of(new Dictionary<string, long> { ["eu"] = 25, ["china"] = 19 }).ToString().ShouldBe("china:19,eu:25");

    [Fact]
    public void Before_anything_was_recorded_they_are_the_start()
    {
        Positions.Start.ToString().ShouldBe("start");
        Positions.Parse("start", provider: null).ShouldBe(Positions.Start);
        Positions.Start["china"].ShouldBe(0);
    }

    [Fact]
    public void What_is_printed_is_read_back() =>
        AnyPositions.Sample(positions =>
        {
            var read = Positions.Parse(positions.ToString(), provider: null);
            read.ShouldBe(positions);
            read.GetHashCode().ShouldBe(positions.GetHashCode());
            JsonSerializer.Deserialize<Positions>(JsonSerializer.Serialize(positions, RecordJson.Options), RecordJson.Options).ShouldBe(positions);
        });

    [Fact]
    public void A_relationship_has_its_position_and_0_when_it_is_not_named()
    {
        var positions = Positions.Parse("china:19,eu:25", provider: null);
        (positions["china"], positions["eu"], positions["russia"]).ShouldBe((19, 25, 0));
    }

    [Fact]
    public void Other_positions_are_not_the_same()
    {
        Positions.Parse("china:19", provider: null).ShouldNotBe(Positions.Parse("china:20", provider: null));
        Positions.Parse("china:19", provider: null).ShouldNotBe(Positions.Parse("china:19,eu:1", provider: null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("china")]
    [InlineData("china:")]
    [InlineData(":19")]
    [InlineData("china:-1")]
    [InlineData("china:19,")]
    [InlineData("china:19:20")]
    [InlineData("china:19 eu:25")]
    [InlineData("china:99999999999999999999")]
    public void What_names_no_positions_is_not_read(string? text)
    {
        Positions.TryParse(text, provider: null, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => Positions.Parse(text!, provider: null)).Message.ShouldContain("china:19,eu:25");
    }
}

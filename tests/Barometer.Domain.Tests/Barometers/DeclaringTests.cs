using Barometer.Domain.Barometers;
using Barometer.Domain.Record;
using Barometer.Domain.Tests.Record;

namespace Barometer.Domain.Tests.Barometers;

public class DeclaringTests
{
    private static readonly DeclareBarometer Declaration = SmallBarometer.Declaration;

    [Fact]
    public void A_declared_barometer_has_the_settings_it_was_declared_with()
    {
        var settings = Declaring.Fold(Declare(Declaration).ShouldBeAccepted());

        (settings.Id, settings.Name, settings.Range, settings.Calendar).ShouldBe(("barometer", "Small Barometer", 3, Declaration.Calendar));
        settings.Relationships.ShouldBe(Declaration.Relationships);
    }

    [Fact]
    public void Declaring_twice_is_refused() =>
        Declaring.Decide(Declaration, SmallBarometer.Settings).ShouldBeRefused(RefusalKind.Rule, "declared already", "Small Barometer", "change its settings");

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(101)]
    public void A_range_that_is_no_range_is_refused(int range) =>
        Declare(Declaration with { Range = range }).ShouldBeRefused(RefusalKind.Usage, "1 to 100");

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_range_is_from_1_to_100(int range) => Declare(Declaration with { Range = range }).ShouldBeAccepted().Range.ShouldBe(range);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(1, 0)]
    [InlineData(1, 13)]
    public void A_calendar_starts_with_a_month_and_has_periods_of_1_to_12(int day, int months) =>
        Declare(Declaration with { Calendar = new Calendar(new DateOnly(2018, 1, day), months) }).ShouldBeRefused(RefusalKind.Usage, "first day of a month");

    [Fact]
    public void Without_a_relationship_or_a_dimension_nothing_could_be_indexed()
    {
        Declare(Declaration with { Relationships = [] }).ShouldBeRefused(RefusalKind.Usage, "at least one relationship");
        Declare(Declaration with { Relationships = [SmallBarometer.Of("russia", "RU")] }).ShouldBeRefused(RefusalKind.Usage, "at least one dimension");
    }

    [Fact]
    public void What_a_file_left_out_is_refused_and_not_recorded()
    {
        Declare(Declaration with { Name = null! }).ShouldBeRefused(RefusalKind.Usage, "has a name");
        Declare(Declaration with { Name = " " }).ShouldBeRefused(RefusalKind.Usage, "has a name");
        Declare(Declaration with { Calendar = null! }).ShouldBeRefused(RefusalKind.Usage, "has a calendar");
        Declare(Declaration with { Relationships = default }).ShouldBeRefused(RefusalKind.Usage, "at least one relationship");
        Declare(Declaration with { Relationships = [null!] }).ShouldBeRefused(RefusalKind.Usage, "each has key");
        Declare("mars", "MA", [null!]).ShouldBeRefused(RefusalKind.Usage, "a dimension has key");
    }

    [Theory]
    [InlineData("russia", "XX")]
    [InlineData("Russia", "XX")]
    [InlineData("mars", "RU")]
    public void Keys_and_prefixes_are_given_once(string key, string prefix) =>
        Declare(key, prefix, "development").ShouldBeRefused(RefusalKind.Usage, "given once");

    [Fact]
    public void A_dimension_is_named_once_in_a_relationship() =>
        Declare("mars", "MA", "development", "development").ShouldBeRefused(RefusalKind.Usage, "'development'", "once");

    [Theory]
    [InlineData("")]
    [InlineData("the us")]
    [InlineData("a:1")]
    [InlineData("a,b")]
    [InlineData("a/b")]
    public void A_key_that_could_not_be_read_back_out_of_positions_is_refused(string key) =>
        Declare(key, "MA", "development").ShouldBeRefused(RefusalKind.Usage, $"'{key}'");

    [Theory]
    [InlineData("")]
    [InlineData("ma")]
    [InlineData("M-A")]
    [InlineData("M A")]
    public void A_prefix_that_could_not_be_read_back_out_of_a_reference_is_refused(string prefix) =>
        Declare("mars", prefix, "development").ShouldBeRefused(RefusalKind.Usage, $"'{prefix}'", "RU");

    [Theory]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("a b")]
    public void A_dimension_that_could_not_be_read_back_out_of_points_is_refused(string dimension) =>
        Declare("mars", "MA", dimension).ShouldBeRefused(RefusalKind.Usage, $"'{dimension}'");

    [Fact]
    public void Each_relationship_has_a_stream() => Declaring.StreamOf("russia").ShouldBe("relationship/russia");

    private static Decision<BarometerDeclared> Declare(DeclareBarometer command) => Declaring.Decide(command, current: null);

    private static Decision<BarometerDeclared> Declare(string key, string prefix, params string[] dimensions) =>
        Declare(Declaration with { Relationships = [.. Declaration.Relationships, SmallBarometer.Of(key, prefix, dimensions)] });
}

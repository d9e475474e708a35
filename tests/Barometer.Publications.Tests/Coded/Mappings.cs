using System.Text;
using Barometer.Domain.Record;
using Barometer.Publications.Coded;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Coded;

public sealed class Mappings
{
    private const string Header = "party,counterparty,relationship\n";
    private const string Belarus = Header + "Belarus,Russia,russia\nBelarus,Ukraine,ukraine\nBelarus,*,security\nAlyaksandr Lukashenka,Russia,eu\n";

    [Theory]
    [InlineData("Citizen (Belarus)", "Russia", "russia")]
    [InlineData("Russia", "Citizen (Belarus)", "russia")]
    [InlineData("Belarus", "Police (Ukraine)", "ukraine")]
    [InlineData("Belarus", "Iran", "security")]
    [InlineData("Iran", "Belarus", "security")]
    [InlineData("Russia", "Alyaksandr Lukashenka", "eu")]
    [InlineData("Russia", "Ukraine", null)]
    [InlineData("Belarus", "Citizen (Belarus)", null)]
    [InlineData("Belarus", "", "security")]
    public void A_row_belongs_to_the_relationship_of_its_two_actors_in_either_direction(string source, string target, string? relationship) =>
        Read(Belarus).KeyOf(Written.Icews($"{source}\tMake statement\t{target}\t2014-02-12\n").Single()).ShouldBe(relationship);

    [Fact]
    public void Codes_of_countries_are_mapped_as_names_are() =>
        Read(Header + "BLR,RUS,russia\n").KeyOf(Written.Gdelt(Written.Tabbed(Written.Row(Written.Names, ("Actor1CountryCode", "RUS"), ("Actor2CountryCode", "BLR")))).Single()).ShouldBe("russia");

    [Theory]
    [InlineData("country,relationship\nBelarus,russia\n", "line 1: a mapping has the columns party, counterparty, relationship")]
    [InlineData(Header + "Belarus,Russia,atlantis\n", "line 2: There is no relationship 'atlantis'")]
    [InlineData(Header + "Belarus,,russia\n", "line 2: counterparty is missing")]
    [InlineData(Header + "*,Belarus,russia\n", "line 2: * stands for a counterparty")]
    [InlineData(Header + "Belarus,Russia,russia\nRussia,Belarus,eu\n", "line 3: Russia and Belarus are mapped already")]
    public void A_mapping_that_is_not_understood_is_told_with_its_line(string text, string why) => Refused(text).ShouldContain(why);

    private static Mapping Read(string text) => Decide(text).Accepted(out var mapping, out var refusal) ? mapping : throw new InvalidOperationException(refusal.Sentence);

    private static string Refused(string text) => Decide(text).Refusal!.Sentence;

    private static Decision<Mapping> Decide(string text) => Mapping.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "mapping.csv", Minsk.Settings);
}

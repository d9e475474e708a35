using Barometer.Domain.Barometers;
using Barometer.Domain.Tests;
using Barometer.Publications.Coded;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Coded;

public sealed class Pairs_of_countries
{
    [Fact]
    public void A_pair_has_a_key_a_name_and_a_prefix_that_people_can_read()
    {
        var relationship = new Dyads([]).Missing([Dyad.Between("India", "Afghanistan")]).ShouldHaveSingleItem();

        (relationship.Key, relationship.Name, relationship.Prefix).ShouldBe(("afghanistan-india", "Afghanistan–India", "AFGIND"));
        relationship.Parties.ShouldBe(["Afghanistan", "India"]);
        new Dyads([]).Missing([Dyad.Between("South Sudan", "Sudan")])[0].Prefix.ShouldBe("SSSUD");
        new Dyads([]).Missing([Dyad.Between("GEO", "ARM")])[0].Prefix.ShouldBe("ARMGEO");
    }

    [Fact]
    public void Pairs_whose_names_come_to_the_same_are_kept_apart()
    {
        var relationships = new Dyads([]).Missing([new Dyad("A B", "C"), new Dyad("A", "B C"), new Dyad("a-b", "c"), new Dyad("–", "!")]);

        relationships.Select(r => r.Key).ShouldBe(["a-b-c", "a-b-c-2", "a-b-c-3", "unnamed-unnamed"], ignoreOrder: true);
        Declared(relationships).Relationships.Length.ShouldBe(4);
    }

    [Fact]
    public void A_pair_that_is_declared_is_found_by_its_parties_and_not_declared_again()
    {
        var declared = new Dyads([]).Missing([new Dyad("Afghanistan", "India")]);
        var dyads = new Dyads(declared);

        dyads.Missing([new Dyad("Afghanistan", "India"), new Dyad("Afghanistan", "Iran")]).ShouldHaveSingleItem().Key.ShouldBe("afghanistan-iran");
        dyads.KeyOf(Written.Icews("Citizen (India)\tMake statement\tAfghanistan\t2014-02-12\n").Single()).ShouldBe("afghanistan-india");
        dyads.KeyOf(Written.Icews("Citizen (India)\tMake statement\tIndia\t2014-02-12\n").Single()).ShouldBeNull();
    }

    [Fact]
    public void All_pairs_of_a_real_year_make_a_barometer()
    {
        var rows = Written.File(CodedFormat.Icews, SharedData.Find("icews-2014.tsv"));

        var relationships = new Dyads([]).Missing(rows.Select(Dyad.Of).OfType<Dyad>().Distinct());

        Declared(relationships).Relationships.Length.ShouldBe(4_796);
        var dyads = new Dyads(relationships);
        rows.Count(r => dyads.KeyOf(r) is not null).ShouldBe(12_804);
        relationships.Select(r => (r.Parties[0], r.Parties[1])).ShouldBe(relationships.Select(r => (r.Parties[0], r.Parties[1])).Distinct());
    }

    private static Settings Declared(IEnumerable<Relationship> relationships) =>
        Declaring.Decide(new DeclareBarometer("Coded", 10, new Calendar(new DateOnly(1979, 1, 1), 1), [.. relationships], "test"), current: null).Accepted(out var declared, out var refusal)
            ? Declaring.Fold(declared)
            : throw new InvalidOperationException(refusal.Sentence);
}

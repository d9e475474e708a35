using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets;
using Barometer.Domain.Tests.Barometers;
using static Barometer.Domain.Tests.Replays.Rules;

namespace Barometer.Domain.Tests.Replays;

/// <summary>Which developments a rule is about: those that it excludes.</summary>
public class ConditionTests
{
    private static readonly Classification Said = Classification.None with
    {
        EventType = "CONSULT",
        Mode = "visit",
        Contexts = ["economic", "military"],
        Cameo = "0361",
        QuadClass = new QuadClass("CAMEO", 1),
        Theme = "Gas and oil",
        Stage = Stage.InForce,
        Place = "Sochi",
        Sources = [new WorldActor("Rumas", "Belarus", ["CSTO"], "head of government")],
        Targets = [new WorldActor("Medvedev", "Russia", ["CSTO", "EAEU"], "Head-of-Government"), new WorldActor("Gazprom", "Russia", [], "company")],
        Evidence = [new Evidence("Table 1", 4, []), new Evidence("Table 2", null, [])],
    };

    [Theory]
    [InlineData(Trait.EventType, "consult")]
    [InlineData(Trait.Mode, "VISIT")]
    [InlineData(Trait.Context, "Military")]
    [InlineData(Trait.Cameo, "0361")]
    [InlineData(Trait.Cameo, "03*")]
    [InlineData(Trait.Cameo, "*")]
    [InlineData(Trait.QuadClass, "1")]
    [InlineData(Trait.Theme, "gas-and-oil")]
    [InlineData(Trait.Stage, "in force")]
    [InlineData(Trait.Stage, "in-force")]
    [InlineData(Trait.Place, "SOCHI")]
    [InlineData(Trait.SourceName, "rumas")]
    [InlineData(Trait.SourceCountry, "belarus")]
    [InlineData(Trait.SourceGroup, "csto")]
    [InlineData(Trait.SourceLevel, "head-of-government")]
    [InlineData(Trait.TargetName, "gazprom")]
    [InlineData(Trait.TargetCountry, "russia")]
    [InlineData(Trait.TargetGroup, "eaeu")]
    [InlineData(Trait.TargetLevel, "company")]
    [InlineData(Trait.Level, "Company")]
    [InlineData(Trait.Level, "head of government")]
    public void A_trait_says_a_word_in_capitals_or_not_with_hyphens_or_spaces(Trait trait, string word)
    {
        Holds(new Says(trait, ["something else", word])).ShouldBeTrue();
        Holds(new Says(trait, ["something else"])).ShouldBeFalse();
        Holds(new Not(new Says(trait, [word]))).ShouldBeFalse();
        Holds(new Says(trait, [word]), Classification.None).ShouldBeFalse();
        Holds(new Not(new Says(trait, [word])), Classification.None).ShouldBeTrue();
    }

    [Theory]
    [InlineData(Trait.Cameo, "036")]
    [InlineData(Trait.Cameo, "04*")]
    [InlineData(Trait.Theme, "gas and oil prices")]
    [InlineData(Trait.Theme, "gas*")]
    [InlineData(Trait.SourceLevel, "company")]
    [InlineData(Trait.TargetCountry, "belarus")]
    public void Part_of_a_word_is_another_word(Trait trait, string word) => Holds(new Says(trait, [word])).ShouldBeFalse();

    [Fact]
    public void All_of_none_holds_and_any_of_none_does_not()
    {
        Holds(new All([])).ShouldBeTrue();
        Holds(new Domain.RuleSets.Any([])).ShouldBeFalse();
        var (yes, no) = (new NonEvent(false), new NonEvent(true));
        Holds(new All([yes, no])).ShouldBeFalse();
        Holds(new Domain.RuleSets.Any([no, yes])).ShouldBeTrue();
        Holds(new All([yes, new Not(new Domain.RuleSets.Any([no, new Not(yes)]))])).ShouldBeTrue();
    }

    [Fact]
    public void A_non_event_is_what_did_not_happen()
    {
        Holds(new NonEvent(true), Said with { NonEvent = true }).ShouldBeTrue();
        Holds(new NonEvent(false), Said with { NonEvent = true }).ShouldBeFalse();
    }

    [Fact]
    public void Evidence_is_counted_by_table_and_an_unknown_number_lies_between_none()
    {
        Span From(int from, int? to = null) => new(Number(from), to is { } most ? Number(most) : null);
        Holds(new CitesEvidence("table-1", From(4, 4), Unknown: false)).ShouldBeTrue();
        Holds(new CitesEvidence("Table 1", From(5), Unknown: false)).ShouldBeFalse();
        Holds(new CitesEvidence("Table 1", Count: null, Unknown: true)).ShouldBeFalse();
        Holds(new CitesEvidence("Table 2", From(0), Unknown: false)).ShouldBeFalse();
        Holds(new CitesEvidence("Table 2", Count: null, Unknown: true)).ShouldBeTrue();
        Holds(new CitesEvidence("Table 2", Count: null, Unknown: false)).ShouldBeTrue();
        Holds(new CitesEvidence("Table 3", Count: null, Unknown: false)).ShouldBeFalse();
        // All tables together: 4 and unknown are unknown.
        Holds(new CitesEvidence(Table: null, From(0), Unknown: false)).ShouldBeFalse();
        Holds(new CitesEvidence(Table: null, Count: null, Unknown: true)).ShouldBeTrue();
        Holds(new CitesEvidence(Table: null, Count: null, Unknown: false), Classification.None).ShouldBeFalse();
    }

    [Fact]
    public void Points_are_those_assigned_whatever_rules_made_of_them()
    {
        Excluded(new Catalogue().Russia(3).Russia(1).Russia(0).Unscored(), new Assigned(Scored: true, Part.Both, new Span(Number(1), Number(2))), "double".Does(new Scale(Same(2), Part.Both))).ShouldBe(1);
        Excluded(new Catalogue().Russia(-1).Russia(1), new Assigned(Scored: true, Part.Negative, new Span(null, Number(-1)))).ShouldBe(1);
        Excluded(new Catalogue().Russia(-1).Russia(1).Russia(0), new Assigned(Scored: true, Part.Positive, new Span(null, Number(0)))).ShouldBe(2);
        // 0/0 is a score; one that a rule values is unscored still.
        Excluded(new Catalogue().Russia(0).Unscored(), new Assigned(Scored: true, Part.Both, Points: null)).ShouldBe(1);
        Excluded(new Catalogue().Russia(0).Unscored(), new Assigned(Scored: false, Part.Both, Points: null), "coded".Does(new Set(Same(1), Part.Both, Dimension: null))).ShouldBe(1);
    }

    [Fact]
    public void A_day_is_the_one_on_which_it_counts_in_its_period()
    {
        // "29 December – 3 January", filed under issue 12, counts on 31 December.
        var turn = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(1), "2019-12-29..2020-01-03", filed: SmallBarometer.Issue12);
        Excluded(turn, new OnDay(new DateOnly(2019, 12, 31), new DateOnly(2019, 12, 31))).ShouldBe(1);
        Excluded(turn, new OnDay(new DateOnly(2020, 1, 1), null)).ShouldBe(0);
        Excluded(turn, new OnDay(null, new DateOnly(2019, 12, 30))).ShouldBe(0);
        // Several days of a run, both ends among them.
        var days = new Catalogue().Russia(1, "2019-11-01").Russia(1, "2019-11-02").Russia(1, "2019-11-02").Russia(1, "2019-11-03").Russia(1, "2019-11-04");
        Excluded(days, new OnDay(new DateOnly(2019, 11, 2), new DateOnly(2019, 11, 3))).ShouldBe(3);
        Excluded(days, new OnDay(DateOnly.MinValue, DateOnly.MaxValue)).ShouldBe(5);
    }

    [Fact]
    public void Relationships_dimensions_and_titles_are_looked_at()
    {
        Excluded(new Catalogue().Russia(1).China(1), new OfRelationship([SmallBarometer.China, "nobody"])).ShouldBe(1);
        Excluded(new Catalogue().Security(1, 1).Russia(1).Unscored(), new InDimension([SmallBarometer.RegionalTension])).ShouldBe(1);
        var titled = new Catalogue().Add(SmallBarometer.Russia, SmallBarometer.Points(1), title: "Prime Ministers meet").Add(SmallBarometer.Russia, SmallBarometer.Points(1), title: "A visit");
        Excluded(titled, new TitleHas(["MINISTER", "nothing"])).ShouldBe(1);
    }

    private static bool Holds(Condition condition, Classification? said = null) => Excluded(new Catalogue().Russia(1, said: said ?? Said), condition) == 1;

    private static long Excluded(Catalogue catalogue, Condition condition, params Rule[] before) =>
        catalogue.Under([.. before, "out".Does(new Exclude(), condition)]).Indices.Sum(i => i.Lines.Where(l => l.Rule == "out").Sum(l => l.Developments));
}

using System.Text.RegularExpressions;
using Barometer.Domain.Tests;
using Barometer.Publications.Coded;
using Shouldly;
using Xunit;

namespace Barometer.Publications.Tests.Coded;

public sealed partial class ICEWS_events
{
    private const string Line = "Police (South Sudan)\tReturn, release person(s)\tRiek Machar\t2014-02-12\n";

    [Theory]
    [InlineData(Line)]
    [InlineData("Source\tEvent Label\tTarget\tDate\n" + Line)]
    [InlineData("Event Date\tSource Name\tEvent Text\tCAMEO Code\tTarget Name\n2014-02-12\tPolice (South Sudan)\tReturn, release person(s)\t0841\tRiek Machar\n")]
    [InlineData("Police (South Sudan),\"Return, release person(s)\",Riek Machar,2014-02-12\n")]
    [InlineData("date,source,label,target\n2014-02-12,Police (South Sudan),\"Return, release person(s)\",Riek Machar\n")]
    public void A_row_says_the_same_in_every_layout(string text)
    {
        var row = Written.Icews(text).ShouldHaveSingleItem();

        (row.Day, row.Label, row.Cameo, row.ReportedOn).ShouldBe((new DateOnly(2014, 2, 12), "Return, release person(s)", "0841", null));
        (row.Source, row.Target).ShouldBe((new CodedActor("Police (South Sudan)", "South Sudan"), new CodedActor("Riek Machar", "Riek Machar")));
        row.Title.ShouldBe("Police (South Sudan): Return, release person(s) → Riek Machar");
        row.Identity.ShouldBe(Written.Icews(Line).Single().Identity);
    }

    [Theory]
    [InlineData("Ministry (Afghanistan)", "Afghanistan")]
    [InlineData("Member of Legislative (Govt) (Iran)", "Iran")]
    [InlineData("Iran", "Iran")]
    [InlineData("Awami (People's) League", "People's")]
    [InlineData("Nobody ()", "Nobody ()")]
    [InlineData("Half (open", "Half (open")]
    public void The_country_of_an_actor_is_the_name_in_its_last_parentheses_else_the_actor_itself(string actor, string country) =>
        Written.Icews($"{actor}\tMake statement\tB\t2014-02-12\n").Single().Source.Country.ShouldBe(country);

    [Fact]
    public void Rows_that_say_the_same_are_told_apart_by_their_occurrence_and_keep_their_identity_when_others_come_between()
    {
        var alone = Written.Icews(Line + Line).Select(r => r.Identity).ToArray();
        var among = Written.Icews(Line + "A\tMake statement\tB\t2014-02-12\n" + Line).Select(r => r.Identity).ToArray();

        alone[0].ShouldMatch("^icews/[0-9a-f]{32}/1$");
        alone[1].ShouldBe(alone[0][..^1] + "2");
        (among[0], among[2]).ShouldBe((alone[0], alone[1]));
        among[1].ShouldNotBe(alone[0]);
    }

    [Fact]
    public void A_label_that_is_not_known_gives_no_code_and_stands_in_the_title()
    {
        var row = Written.Icews("A\tJuggle\tB\t2014-02-12\n").Single();

        (row.Cameo, row.Title).ShouldBe((null, "A: Juggle → B"));
    }

    [Fact]
    public void Every_label_of_the_published_list_has_its_code() =>
        File.ReadLines(SharedData.Find("icews-labels.tsv")).Skip(1).Select(l => l.Split('\t')).ShouldAllBe(l => CameoLabels.CodeOf(l[0]) == l[1]);

    [Fact]
    public void A_real_year_is_read_whole()
    {
        var path = SharedData.Find("icews-2014.tsv");
        var expected = File.ReadLines(path).Select(l => l.Split('\t')).ToArray();
        var codes = File.ReadLines(SharedData.Find("icews-labels.tsv")).Skip(1).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1]);

        var read = Written.File(CodedFormat.Icews, path);

        read.Select(r => string.Join('|', r.Source.Name, r.Label, r.Target.Name, $"{r.Day:O}", r.Cameo)).ShouldBe(expected.Select(e => string.Join('|', e[0], e[1], e[2], e[3], codes[e[1]])));
        read.Select(r => r.Identity).Distinct().Count().ShouldBe(17_904);
    }

    [Fact]
    public void A_real_year_has_as_many_pairs_and_domestic_rows_as_a_naive_count()
    {
        var path = SharedData.Find("icews-2014.tsv");
        var pairs = File.ReadLines(path).Select(l => l.Split('\t')).Select(f => (string[])[Country(f[0]), Country(f[2])]).ToArray();
        using var file = File.OpenRead(path);

        CodedSurvey.Of(CodedData.Read(CodedFormat.Icews, file, path), row => Dyad.Of(row) is not null).Accepted(out var survey, out _).ShouldBeTrue();

        (survey!.Rows, survey.Apart(Apart.Domestic), survey.Dyads.Count).ShouldBe((17_904, 5_100, 4_796));
        Enum.GetValues<Apart>().Sum(survey.Apart).ShouldBe(17_904 - 12_804);
        survey.Apart(Apart.Domestic).ShouldBe(pairs.Count(p => p[0] == p[1]));
        survey.Dyads.Count.ShouldBe(pairs.Where(p => p[0] != p[1]).Select(p => string.Join('|', p.Order(StringComparer.Ordinal))).Distinct().Count());
        survey.UnknownLabels.ShouldBeEmpty();

        static string Country(string actor) => InParentheses().Matches(actor) is [.., var last] ? last.Groups[1].Value : actor;
    }

    [GeneratedRegex(@"\(([^()]*)\)")]
    private static partial Regex InParentheses();
}

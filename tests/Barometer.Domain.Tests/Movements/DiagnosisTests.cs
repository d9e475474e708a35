using Barometer.Domain.Developments;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;
using static Barometer.Domain.Tests.Movements.PrintedBeside;

namespace Barometer.Domain.Tests.Movements;

public class DiagnosisTests
{
    [Fact]
    public void Where_print_and_record_agree_there_is_nothing_to_explain() => Diagnose(Headline(3, -1, 2), 3, -1).ShouldBeEmpty();

    [Fact]
    public void A_row_left_out_explains_what_print_lacks()
    {
        var candidates = Diagnose(Headline(2, -1, 1), 3, 2, -1);

        candidates.Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (+3) was left out of the printed sums"]);
        candidates[0].ShouldSatisfyAllConditions(
            c => c.Reference.ShouldBe(new Reference("RU", 12, 1)),
            c => (c.Relationship, c.Dimension).ShouldBe((SmallBarometer.Russia, SmallBarometer.Development)));
    }

    [Fact]
    public void Two_rows_left_out_are_not_found_for_no_single_row_explains_them() => Diagnose(Headline(3, 0, 3), 3, 3, -2).ShouldBeEmpty();

    [Fact]
    public void Rows_of_the_same_points_are_all_candidates() =>
        Diagnose(Headline(3, -2, 1), 3, 3, -2).Select(c => c.Reference?.Ordinal).ShouldBe([1, 2]);

    [Fact]
    public void A_row_counted_twice_explains_what_print_has_too_many() =>
        Diagnose(Headline(6, -1, 5), 3, -1).Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (+3) was counted twice in the printed sums"]);

    [Fact]
    public void A_row_counted_otherwise_explains_a_small_difference() =>
        Diagnose(Headline(2, -1, 1), 3, -1).Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (+3) was counted as +2 in the printed sums"]);

    [Fact]
    public void A_row_counted_with_the_wrong_sign_explains_a_difference_in_both_sums() =>
        Diagnose(Headline(0, -3, -3), 2, -1).Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (+2) was counted as -2 in the printed sums"]);

    [Fact]
    public void A_row_of_0_counted_as_something_explains_a_difference() =>
        Diagnose(Headline(1, -1, 0), 0, -1).Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (0) was counted as +1 in the printed sums"]);

    [Fact]
    public void Two_figures_of_one_place_exchanged_in_print_are_found()
    {
        var candidate = Diagnose(Headline(3, -1, 4), 3, 1, -1).Single();
        candidate.Reference.ShouldBeNull();
        candidate.Text.ShouldBe("the headline's positive points (+3) and aggregate (+4) are exchanged in print");
    }

    [Fact]
    public void Figures_of_two_places_are_not_exchanged() =>
        Diagnose([Printed(FigureKind.Positive, 3), Printed(FigureKind.CatalogueTotal, 4)], 3, 1, -1).ShouldBeEmpty();

    [Fact]
    public void A_row_of_two_parts_of_which_print_counted_one_is_found()
    {
        var both = Given.Scored(Ask.Score() with { Points = new Points([new Score(SmallBarometer.Development, 1, -1)]) });
        var other = Given.Scored(Ask.Score(2), 2);

        var candidates = Diagnosis.Of(Reconcile(Headline(3, 0, 3), Recorded(3, -1, 2)), [both, other], Given.Settings.Range);

        candidates.Select(c => c.Text).ShouldBe(["RU-12-001 \"Presidents meet\" (+1/-1) was counted as +1 in the printed sums"]);
    }

    [Fact]
    public void Figures_of_two_relationships_exchanged_in_print_are_found_for_both()
    {
        var reconciliation = Reconcile(
            [Printed(FigureKind.Positive, 7), Printed(FigureKind.Positive, 15, SmallBarometer.China)],
            Recorded(15, 0), Recorded(7, 0, relationship: SmallBarometer.China));

        var candidates = Diagnosis.Of(reconciliation, [], Given.Settings.Range);

        candidates.Select(c => c.Relationship).ShouldBe([SmallBarometer.China, SmallBarometer.Russia], ignoreOrder: true);
        candidates.ShouldAllBe(c => c.Text == "the printed figures of china and russia are exchanged");
    }

    [Fact]
    public void A_row_counted_under_another_relationship_is_found_for_both()
    {
        var three = Given.Scored(Ask.Score(3));
        var reconciliation = Reconcile(
            [.. Headline(9, 0, 9), Printed(FigureKind.Positive, 8, SmallBarometer.China)],
            Recorded(12, 0), Recorded(5, 0, relationship: SmallBarometer.China));

        var candidates = Diagnosis.Of(reconciliation, [three], Given.Settings.Range).Where(c => c.Text.Contains("under", StringComparison.Ordinal)).ToArray();

        candidates.Select(c => c.Relationship).ShouldBe([SmallBarometer.Russia, SmallBarometer.China]);
        candidates.ShouldAllBe(c => c.Text == "RU-12-001 \"Presidents meet\" (+3) was counted under china in the printed sums");
    }

    [Fact]
    public void What_explains_one_figure_and_not_another_is_no_candidate() =>
        Diagnose([.. Headline(2, -1, 1), Printed(FigureKind.ChartPositive, 5)], 3, 2, -1).ShouldBeEmpty();

    [Fact]
    public void A_row_that_does_not_stand_or_is_of_another_relationship_is_no_candidate()
    {
        var inChina = Given.Scored(Ask.Score(SmallBarometer.China, SmallBarometer.Points(3)));
        var reconciliation = Reconcile(Headline(2, 0, 2), Recorded(5, 0));
        Diagnosis.Of(reconciliation, [Given.Withdrawn(), Given.Unscored(), inChina], 3).ShouldBeEmpty();
    }

    [Fact]
    public void A_row_of_two_dimensions_is_looked_at_in_the_one_that_differs()
    {
        var exercise = Given.Scored(Ask.Score(SmallBarometer.Security, SmallBarometer.OfSecurity(1, -3)));
        var tension = Printed(FigureKind.CatalogueTotal, 0, SmallBarometer.Security, SmallBarometer.RegionalTension);
        var reconciliation = Reconcile([tension, PrintedBand("White")], Recorded(0, -3, 1, SmallBarometer.Security, SmallBarometer.RegionalTension));

        var candidate = Diagnosis.Of(reconciliation, [exercise], 3).Single();

        (candidate.Dimension, candidate.Text).ShouldBe((SmallBarometer.RegionalTension, "SEC-12-001 \"Presidents meet\" (-3) was left out of the printed sums"));
    }

    /// <summary>Candidates when an issue prints these figures of a relationship with rows of these points.</summary>
    private static Candidate[] Diagnose(PrintedFigure[] printed, params int[] rows)
    {
        var developments = rows.Select((points, i) => Given.Scored(Ask.Score(points), i + 1)).ToArray();
        var recorded = Recorded(rows.Where(p => p > 0).Sum(), rows.Where(p => p < 0).Sum(), rows.Length);
        return [.. Diagnosis.Of(Reconcile(printed, recorded), developments, Given.Settings.Range)];
    }
}

using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>A share of a development in a period that its dates propose.</summary>
/// <param name="Row">The development's row.</param>
/// <param name="Treatment">Its treatment.</param>
/// <param name="Rule">The rule that proposes it.</param>
/// <param name="Filed">The period filed under.</param>
/// <param name="Period">The period.</param>
/// <param name="Day">The day on which it counts there.</param>
/// <param name="Positive">What of its positive part counts there.</param>
/// <param name="Negative">What of its negative part counts there.</param>
internal readonly record struct Share(int Row, int Treatment, int Rule, PeriodId Filed, PeriodId Period, int Day, FixedPoint Positive, FixedPoint Negative);

/// <summary>The shares of developments that rules file elsewhere than they are filed.</summary>
internal static class Refiling
{
    /// <summary>The shares of every relationship, in the order of the rows.</summary>
    public static ILookup<int, Share> Of(Treatments treatments, int[] treatmentOfRow)
    {
        if (!treatments.Rules.Rules.Any(r => r.Act is FileBy))
            return Enumerable.Empty<(int Relationship, Share Share)>().ToLookup(s => s.Relationship, s => s.Share);
        var rules = Enumerable.Range(0, treatments.Count).Select(place => RuleOf(treatments[place], treatments.Rules)).ToArray();
        return treatments.Columns.Segments.SelectMany(s => Of(treatments, s, treatmentOfRow, rules).Select(share => (s.Relationship, share)))
            .ToLookup(s => s.Relationship, s => s.share);
    }

    // Where several rules propose a period, the last one does; -1 for none.
    private static int RuleOf(Treatment treatment, RuleSet rules) =>
        treatment.Steps.Select(s => s.Rule).LastOrDefault(rule => rules.Rules[rule].Act is FileBy, -1);

    private static List<Share> Of(Treatments treatments, Segment segment, int[] treatmentOfRow, int[] ruleOfTreatment)
    {
        var (columns, rules, shares) = (treatments.Columns, treatments.Rules.Rules, new List<Share>());
        for (var row = segment.Start; row < segment.End; row++)
        {
            var rule = ruleOfTreatment[treatmentOfRow[row]];
            if (rule >= 0 && treatments.EffectsOf(treatmentOfRow[row]).Last.Counts && columns.Earliest[row] != Columns.Unknown && columns.Latest[row] != Columns.Unknown)
                shares.AddRange(Of(columns, segment.Period, row, treatmentOfRow[row], treatments.EffectsOf(treatmentOfRow[row]).Last, rule, ((FileBy)rules[rule].Act).By));
        }

        return shares;
    }

    private static IEnumerable<Share> Of(Columns columns, PeriodId filed, int row, int treatment, Stage worth, int rule, Filed by)
    {
        var (first, last) = (DateOnly.FromDayNumber(columns.Earliest[row]), DateOnly.FromDayNumber(columns.Latest[row]));
        var all = last.DayNumber - first.DayNumber + 1;
        var proposed = Proposed(by, first, last, columns.Settings.Calendar).ToArray();
        if (proposed is [var only] && only.Period == filed)
            yield break;
        var (positive, negative) = (worth.Positive, worth.Negative);
        foreach (var (place, (period, days)) in proposed.Index())
        {
            // The last share takes what the others leave.
            var isLast = place == proposed.Length - 1;
            var share = (Positive: isLast ? positive : worth.Positive.Share(days, all), Negative: isLast ? negative : worth.Negative.Share(days, all));
            yield return new Share(row, treatment, rule, filed, period, Math.Min(last.DayNumber, period.LastDay.DayNumber), share.Positive, share.Negative);
            (positive, negative) = (positive - share.Positive, negative - share.Negative);
        }
    }

    private static IEnumerable<(PeriodId Period, int Days)> Proposed(Filed by, DateOnly first, DateOnly last, Calendar calendar)
    {
        var all = last.DayNumber - first.DayNumber + 1;
        switch (by)
        {
            case Filed.FirstDay:
                return [(calendar.PeriodOf(first), all)];
            case Filed.LastDay:
                return [(calendar.PeriodOf(last), all)];
            case Filed.LargerShare:
                return [(Shares(first, last, calendar).MaxBy(s => s.Days).Period, all)];
            default:
                return Shares(first, last, calendar);
        }
    }

    private static IEnumerable<(PeriodId Period, int Days)> Shares(DateOnly first, DateOnly last, Calendar calendar)
    {
        for (var day = first; day <= last;)
        {
            var period = calendar.PeriodOf(day);
            var until = period.LastDay < last ? period.LastDay : last;
            yield return (period, until.DayNumber - day.DayNumber + 1);
            day = until.AddDays(1);
        }
    }
}

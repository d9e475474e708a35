using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>Compares each period with the one before it: of developments that a rule is about and that count in its dimension.</summary>
internal static class PeriodComparison
{
    /// <summary>Posts what a comparison gives. Where neither period has anything, or a count is unknown, there is nothing to compare; the barometer's first period has none before it.</summary>
    public static void Post(Sheet sheet, int rule)
    {
        var compare = (Compare)sheet.Rules.Rules[rule].Act;
        if (sheet.Relationship.Dimension(compare.Dimension) is null)
            return;
        var dimension = sheet.Treatments.PlaceOf(compare.Dimension);
        var counts = Counts(sheet, rule, compare.Count, dimension);
        for (var period = sheet.Periods.Begin + 1; period < counts.Length; period++)
        {
            var (was, has) = (counts[period - 1], counts[period]);
            if (was.Unknown > 0 || has.Unknown > 0 || (was.Number == 0 && has.Number == 0))
                continue;
            var value = has.Number < was.Number ? compare.Fewer : has.Number > was.Number ? compare.More : compare.Same;
            sheet.Accounts[period, dimension].Post(Account.Rule(rule), FixedPoint.Max(value, FixedPoint.Zero), FixedPoint.Min(value, FixedPoint.Zero));
        }
    }

    private static (long Number, long Unknown)[] Counts(Sheet sheet, int rule, Counted counted, int dimension)
    {
        var counts = new (long Number, long Unknown)[sheet.Periods.All.Length];
        foreach (var (period, treatment, _, times) in sheet.Counted())
        {
            if (sheet.Treatments.EffectsOf(treatment).Dimension != dimension || sheet.Treatments[treatment].StepOf(rule) is not { } step)
                continue;
            ref var count = ref counts[period];
            count = counted == Counted.Developments
                ? (count.Number + times, 0)
                : (count.Number + ((long)times * Math.Max(step.Count, 0)), count.Unknown + (step.Count < 0 ? times : 0));
        }

        return counts;
    }
}

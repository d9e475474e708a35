using System.Runtime.InteropServices;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>
/// Bounds sums. A cap for everything and without groups bounds the index as it stands then, earlier caps included; any other bounds
/// the sum of its developments in each of its groups.
/// </summary>
internal static class Capping
{
    /// <summary>Posts what a cap cuts off.</summary>
    public static void Post(Sheet sheet, int rule)
    {
        var cap = (Cap)sheet.Rules.Rules[rule].Act;
        if (IsOfWhole(sheet.Rules.Rules[rule]))
        {
            for (var period = 0; period < sheet.Periods.All.Length; period++)
            {
                for (var dimension = 0; dimension < sheet.Treatments.Dimensions.Length; dimension++)
                {
                    if (sheet.Accounts.Find(period, dimension) is { } account)
                        Cut(account, cap, rule, account.Sum());
                }
            }

            return;
        }

        foreach (var (group, sum) in Sums(sheet, rule, cap))
            Cut(sheet.Accounts[group.Period, group.Dimension], cap, rule, sum);
    }

    /// <summary>True for a cap of the index as it stands.</summary>
    public static bool IsOfWhole(Rule rule) => rule.Act is Cap { Per.IsEmpty: true } && rule.When is All { Conditions.IsEmpty: true };

    /// <summary>What a cap changes sums by.</summary>
    public static (FixedPoint Above, FixedPoint Below) Excess(Cap cap, FixedPoint positive, FixedPoint negative) => (
        cap.Positive is { } most && positive > most ? most - positive : FixedPoint.Zero,
        cap.Negative is { } least && negative < least ? least - negative : FixedPoint.Zero);

    /// <summary>True for a cap whose groups the treatments of rows do not tell.</summary>
    public static bool AsksForRows(Cap cap) => cap.Per.Contains(Key.Day) || cap.Per.Contains(Key.Happening);

    private static void Cut(Account account, Cap cap, int rule, (FixedPoint Positive, FixedPoint Negative) sum)
    {
        var (above, below) = Excess(cap, sum.Positive, sum.Negative);
        if ((above, below) != (FixedPoint.Zero, FixedPoint.Zero))
            account.Post(Account.Rule(rule), above, below);
    }

    private static Dictionary<Group, (FixedPoint Positive, FixedPoint Negative)> Sums(Sheet sheet, int rule, Cap cap)
    {
        var sums = new Dictionary<Group, (FixedPoint Positive, FixedPoint Negative)>();
        if (AsksForRows(cap))
        {
            foreach (var (period, row, day, treatment, worth, times) in Rows(sheet))
                Add(KeyOfRow(sheet, cap, row, day), period, treatment, worth, times);
        }
        else
        {
            foreach (var (period, treatment, worth, times) in sheet.Counted())
                Add(default, period, treatment, worth, times);
        }

        return sums;

        void Add((int Day, int Happening, int Issue, int Ordinal) key, int period, int treatment, Stage worth, int times)
        {
            if (!worth.Counts || sheet.Treatments[treatment].StepOf(rule) is not { } step)
                return;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, new Group(period, sheet.Treatments.EffectsOf(treatment).Dimension, step.Word!, key), out _);
            sum = (sum.Positive + (worth.Positive * times), sum.Negative + (worth.Negative * times));
        }
    }

    private static IEnumerable<(int Period, int Row, int Day, int Treatment, Stage Worth, int Times)> Rows(Sheet sheet)
    {
        foreach (var (segment, period) in sheet.Segments)
        {
            for (var row = segment.Start; row < segment.End; row++)
                yield return (period, row, sheet.Columns.Day[row], sheet.TreatmentOfRow[row], sheet.Treatments.EffectsOf(sheet.TreatmentOfRow[row]).Last, 1);
        }

        foreach (var (period, share, worth, times) in sheet.Refiled())
            yield return (period, share.Row, times < 0 ? sheet.Columns.Day[share.Row] : share.Day, share.Treatment, worth, times);
    }

    // One that is linked with none is a happening of its own.
    private static (int Day, int Happening, int Issue, int Ordinal) KeyOfRow(Sheet sheet, Cap cap, int row, int day)
    {
        var byHappening = cap.Per.Contains(Key.Happening);
        var happening = byHappening && sheet.Columns.Happening.Length > 0 ? sheet.Columns.Happening[row] : 0;
        var (issue, ordinal) = byHappening && happening == 0 ? (sheet.Columns.Issue[row], sheet.Columns.Ordinal[row]) : default;
        return (cap.Per.Contains(Key.Day) ? day : 0, happening, issue, ordinal);
    }

    private readonly record struct Group(int Period, int Dimension, string Word, (int Day, int Happening, int Issue, int Ordinal) Key);
}

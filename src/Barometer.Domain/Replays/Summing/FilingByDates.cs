using Barometer.Domain.Barometers;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Finds the shares of developments that rules file elsewhere than they are filed.</summary>
internal sealed class FilingByDates
{
    private readonly Columns _columns;
    private readonly TreatedRows _rows;
    private readonly Worth[] _worths;
    private readonly (int Rule, Filed By)[] _filed;

    private FilingByDates(Treatments treatments, TreatedRows rows, Worth[] worths)
    {
        (_columns, _rows, _worths) = (treatments.Columns, rows, worths);
        _filed = [.. Enumerable.Range(0, worths.Length).Select(place => worths[place].Counts ? LastOf(treatments[place], treatments.Rules) : (-1, default))];
    }

    /// <summary>The shares of each relationship, in the order of the rows.</summary>
    public static Share[][] Of(Treatments treatments, TreatedRows rows, Worth[] worths)
    {
        var shares = new Share[treatments.Columns.Relationships.Length][];
        Array.Fill(shares, []);
        if (!treatments.Rules.Rules.Any(r => r.Act is FileBy))
            return shares;
        var filing = new FilingByDates(treatments, rows, worths);
        Parallel.For(0, shares.Length, relationship => shares[relationship] = filing.Of(relationship));
        return shares;
    }

    // Where several rules propose a period, the last one does; -1 for none.
    private static (int Rule, Filed By) LastOf(Treatment treatment, RuleSet rules)
    {
        foreach (var step in treatment.Steps.AsEnumerable().Reverse())
        {
            if (rules.Rules[step.Rule].Act is FileBy file)
                return (step.Rule, file.By);
        }

        return (-1, default);
    }

    private Share[] Of(int relationship)
    {
        var (shares, proposed, room) = (new List<Share>(), new List<(PeriodId Period, int Days)>(), Array.Empty<int>());
        var begin = _columns.Settings.Calendar.FirstMonth.DayNumber;
        foreach (var segment in _columns.SegmentsOf(relationship))
        {
            var treatments = _rows.Of(segment, ref room);
            var (firstDay, lastDay) = (segment.Period.FirstDay.DayNumber, segment.Period.LastDay.DayNumber);
            for (var row = segment.Start; row < segment.End; row++)
            {
                var treatment = treatments[row - segment.Start];
                var (earliest, latest) = (_columns.Earliest[row], _columns.Latest[row]);
                // Whatever is proposed of days that all lie in the period filed under is that period.
                if (_filed[treatment].Rule < 0 || earliest == Columns.Unknown || latest == Columns.Unknown || (earliest >= firstDay && latest <= lastDay))
                    continue;
                // There is no period before the barometer's first: what came earlier counts on its first day.
                (earliest, latest) = (Math.Max(earliest, begin), Math.Max(latest, begin));
                Propose(_filed[treatment].By, earliest, latest, _columns.Settings.Calendar, proposed);
                Add(row, treatment, segment.Period, proposed, latest, shares);
            }
        }

        return [.. shares];
    }

    private void Add(int row, int treatment, PeriodId filed, List<(PeriodId Period, int Days)> proposed, int latest, List<Share> shares)
    {
        if (proposed is [var only] && only.Period == filed)
            return;
        var (worth, all) = (_worths[treatment], proposed.Sum(p => p.Days));
        var (positive, negative) = (worth.Positive, worth.Negative);
        for (var place = 0; place < proposed.Count; place++)
        {
            // The last share takes what the others leave.
            var ((period, days), isLast) = (proposed[place], place == proposed.Count - 1);
            var share = (Positive: isLast ? positive : worth.Positive.Share(days, all), Negative: isLast ? negative : worth.Negative.Share(days, all));
            shares.Add(new Share(row, treatment, _filed[treatment].Rule, filed, period, Math.Min(latest, period.LastDay.DayNumber), share.Positive, share.Negative));
            (positive, negative) = (positive - share.Positive, negative - share.Negative);
        }
    }

    private static void Propose(Filed by, int earliest, int latest, Calendar calendar, List<(PeriodId Period, int Days)> proposed)
    {
        proposed.Clear();
        var all = latest - earliest + 1;
        if (by is Filed.FirstDay or Filed.LastDay)
        {
            proposed.Add((calendar.PeriodOf(DateOnly.FromDayNumber(by == Filed.FirstDay ? earliest : latest)), all));
            return;
        }

        for (var day = earliest; day <= latest;)
        {
            var period = calendar.PeriodOf(DateOnly.FromDayNumber(day));
            var until = Math.Min(period.LastDay.DayNumber, latest);
            proposed.Add((period, until - day + 1));
            day = until + 1;
        }

        if (by == Filed.LargerShare)
        {
            var larger = proposed.MaxBy(p => p.Days).Period;
            proposed.Clear();
            proposed.Add((larger, all));
        }
    }
}

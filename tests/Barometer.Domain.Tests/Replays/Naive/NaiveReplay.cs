using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>
/// Indices under a rule set as a patient person with paper computes them: rule by rule, development by development, in whole
/// numbers of billionths. Written from what the rules' documentation says, and from nothing of the engine.
/// </summary>
internal sealed class NaiveReplay
{
    private readonly RuleSet _rules;
    private readonly PeriodId _from;
    private readonly PeriodId _to;
    private readonly List<NaiveRow> _rows;
    private readonly NaiveGroups _groups;
    private readonly NaiveAccounts _accounts;
    private readonly Settings _settings;

    public NaiveReplay(RuleSet rules, Settings settings, IReadOnlyList<Development> developments, PeriodId from, PeriodId to)
    {
        (_rules, _settings, _from, _to, _groups, _accounts) = (rules, settings, from, to, new NaiveGroups(developments), new NaiveAccounts(rules));
        _rows = [.. developments.Where(d => !d.Withdrawn).SelectMany(d => NaiveRow.Of(d, settings))];
        foreach (var row in _rows.Where(r => r.Worth is not null))
            Account(row.Worth!, row).Post(NaiveAccounts.Assigned, row.Worth!.Positive, row.Worth.Negative, 1);
        for (var rule = 0; rule < rules.Rules.Length && rules.Rules[rule].Act is ActOnValue or Keep; rule++)
            Value(rule);
        foreach (var row in _rows.Where(r => r.Worth is not null))
        {
            row.Shares = [new NaiveShare(row.Development.Filing.Period, row.Development.Filing.Day, row.Worth!.Positive, row.Worth.Negative)];
            NaiveFiling.File(row, rules, settings.Calendar, _accounts);
            foreach (var share in row.Shares)
                _accounts[row.Relationship.Key, row.Worth.Dimension, share.Period].Developments++;
        }

        NaiveSums.Post(rules, settings, _rows, _groups, _accounts, LastComputed);
        NaiveWalk.Post(rules, settings, _rows, _accounts, LastComputed);
    }

    public string Written() => string.Join(Environment.NewLine, [
        .. _accounts.Written(IsAsked).Order(StringComparer.Ordinal),
        .. NotCoded().Order(StringComparer.Ordinal),
        .. NaiveComposite.Written(_rules.Composite, _accounts, _settings.Calendar, _from, _to)]);

    // A composite may look at periods that nobody asked for.
    private DateOnly LastComputed => _rules.Composite?.To is { } to && to.LastDay > _to.LastDay ? _settings.Calendar.PeriodOf(to.LastDay).LastDay : _to.LastDay;

    private bool IsAsked(PeriodId period) => period.FirstDay >= _from.FirstDay && period.LastDay <= _to.LastDay;

    private void Value(int rule)
    {
        NaiveRow[] about = [.. _rows.Where(r => NaiveCondition.Holds(_rules.Rules[rule].When, r))];
        var before = about.Select(r => r.Worth).ToList();
        if (_rules.Rules[rule].Act is Keep keep)
            NaiveKeeping.Apply(keep, about, _groups, _rules, _settings);
        foreach (var (row, worth) in about.Zip(before))
        {
            NaiveValues.Apply(_rules.Rules[rule].Act, row, _rules);
            if (row.Worth == worth)
                continue;
            if (row.Worth?.Dimension == worth?.Dimension)
                Account(row.Worth!, row).Post(rule, row.Worth!.Positive - worth!.Positive, row.Worth.Negative - worth.Negative, 1);
            else
            {
                if (worth is not null)
                    Account(worth, row).Post(rule, -worth.Positive, -worth.Negative, 1);
                if (row.Worth is { } now)
                    Account(now, row).Post(rule, now.Positive, now.Negative, 1);
            }
        }
    }

    private NaiveAccount Account(NaiveWorth worth, NaiveRow row) => _accounts[row.Relationship.Key, worth.Dimension, row.Development.Filing.Period];

    // Told by the score in the relationship's first dimension, so that a development counts once.
    private IEnumerable<string> NotCoded() =>
        from row in _rows
        where row.Worth is null && !row.IsExcluded && IsAsked(row.Development.Filing.Period)
        where row.Score is null || row.Score.Value.Dimension == row.Relationship.Dimensions[0].Key
        group row by (row.Relationship.Key, row.Development.Filing.Period, What: row.Classification.Cameo ?? row.Classification.EventType ?? "unclassified") into alike
        select WrittenIndices.NotCoded(alike.Key.Key, alike.Key.Period, alike.Key.What, alike.Count());
}

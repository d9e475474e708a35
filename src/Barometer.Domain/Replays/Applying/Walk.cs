using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays;

/// <summary>
/// Goes through the developments of a relationship day by day, where order matters: each counts less the further the index is already
/// in its direction, and a level decays from one day with developments to the next.
/// </summary>
internal sealed class Walk
{
    private readonly Sheet _sheet;
    private readonly int _saturation;
    private readonly bool _isLevel;
    private readonly FixedPoint? _limit;
    private readonly DecayFactors? _decay;
    private readonly RunningLevel?[] _levels;
    private readonly Worth[] _worth;

    private Walk(Sheet sheet, DecayFactors? decay)
    {
        (_sheet, _decay, _levels) = (sheet, decay, new RunningLevel?[sheet.Treatments.Dimensions.Length]);
        _worth = [.. Enumerable.Range(0, sheet.Treatments.Count).Select(place => Worth.Of(sheet.Treatments.EffectsOf(place)))];
        var acts = sheet.Rules.Rules.Select(r => r.Act).ToList();
        _saturation = acts.FindIndex(a => a is Saturate);
        _limit = _saturation < 0 ? null : ((Saturate)acts[_saturation]).Limit;
        _isLevel = acts.Exists(a => a is Level);
    }

    /// <summary>True where order matters under a rule set.</summary>
    public static bool IsAskedBy(RuleSet rules) => rules.Rules.Any(r => r.Act is Saturate or Level);

    /// <summary>Posts saturation, what is carried over, and decay.</summary>
    public static void Post(Sheet sheet, DecayFactors? decay) => new Walk(sheet, decay).Go();

    private void Go()
    {
        var shares = _sheet.Shares.ToLookup(s => _sheet.Periods.PlaceOf(s.Period));
        var moved = _sheet.Shares.Select(s => s.Row).ToHashSet();
        var segments = _sheet.Segments.ToDictionary(s => s.Period, s => s.Segment);
        for (var period = 0; period < _sheet.Periods.All.Length; period++)
        {
            if (!_isLevel)
                Array.Clear(_levels);
            foreach (var level in _levels)
                level?.Begin();
            var filed = segments.GetValueOrDefault(period);
            if (moved.Count == 0)
                Take(filed);
            else
                Take(filed, moved, shares[period]);
            End(period);
        }
    }

    private void Take(Segment segment)
    {
        for (var row = segment.Start; row < segment.End; row++)
        {
            ref readonly var worth = ref _worth[_sheet.TreatmentOfRow[row]];
            if (worth.Dimension >= 0)
                LevelOf(worth.Dimension).Take(_sheet.Columns.Day[row], worth.Positive, worth.Negative, worth.Saturates);
        }
    }

    // By day, then by reference: shares stand among the rows of their day.
    private void Take(Segment segment, HashSet<int> moved, IEnumerable<Share> shares)
    {
        var rows = from row in Enumerable.Range(segment.Start, segment.End - segment.Start)
                   where !moved.Contains(row)
                   let treatment = _sheet.TreatmentOfRow[row]
                   let worth = _sheet.Treatments.EffectsOf(treatment).Last
                   select new Share(row, treatment, Rule: -1, segment.Period, segment.Period, _sheet.Columns.Day[row], worth.Positive, worth.Negative);
        var inOrder = rows.Concat(shares).OrderBy(s => s.Day).ThenBy(s => _sheet.Columns.Issue[s.Row]).ThenBy(s => _sheet.Columns.Ordinal[s.Row]).ThenBy(s => s.Row);
        foreach (var share in inOrder)
        {
            var effects = _sheet.Treatments.EffectsOf(share.Treatment);
            if (effects.Dimension >= 0)
                LevelOf(effects.Dimension).Take(share.Day, share.Positive, share.Negative, effects.Saturates);
        }
    }

    private void End(int period)
    {
        var lastDay = _sheet.Periods.All[period].LastDay.DayNumber;
        for (var dimension = 0; dimension < _levels.Length; dimension++)
        {
            if (_levels[dimension] is not null || _sheet.Accounts.Find(period, dimension) is not null)
                LevelOf(dimension).End(lastDay, _sheet.Accounts[period, dimension], _saturation);
        }
    }

    // What a row is worth, side by side for every treatment: this is asked for each row.
    private readonly record struct Worth(int Dimension, bool Saturates, FixedPoint Positive, FixedPoint Negative)
    {
        public static Worth Of(Effects effects) => new(effects.Dimension, effects.Saturates, effects.Last.Positive, effects.Last.Negative);
    }

    private RunningLevel LevelOf(int dimension) => _levels[dimension] ??= new RunningLevel(_limit, _decay);
}

using System.Numerics;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>An index with its lines; the rule of a line is its place, before the first for the points assigned, after the last for a level's.</summary>
internal sealed class NaiveAccount
{
    public SortedDictionary<int, (BigInteger Positive, BigInteger Negative, int Developments)> Lines { get; } = [];

    public int Developments { get; set; }

    public BigInteger Positive => Lines.Values.Aggregate(BigInteger.Zero, (sum, l) => sum + l.Positive);

    public BigInteger Negative => Lines.Values.Aggregate(BigInteger.Zero, (sum, l) => sum + l.Negative);

    public void Post(int line, BigInteger positive, BigInteger negative, int developments)
    {
        var was = Lines.GetValueOrDefault(line);
        Lines[line] = (was.Positive + positive, was.Negative + negative, was.Developments + developments);
    }
}

/// <summary>All indices.</summary>
internal sealed class NaiveAccounts(RuleSet rules)
{
    public const int Assigned = -1;

    private readonly Dictionary<(string Relationship, string Dimension, PeriodId Period), NaiveAccount> _accounts = [];

    public int CarriedOver => rules.Rules.Length;

    public int Decay => rules.Rules.Length + 1;

    public NaiveAccount this[string relationship, string dimension, PeriodId period] =>
        _accounts.TryGetValue((relationship, dimension, period), out var account) ? account : _accounts[(relationship, dimension, period)] = new NaiveAccount();

    public NaiveAccount? Find(string relationship, string dimension, PeriodId period) => _accounts.GetValueOrDefault((relationship, dimension, period));

    public IEnumerable<((string Relationship, string Dimension, PeriodId Period) Index, NaiveAccount Account)> All => _accounts.Select(a => (a.Key, a.Value));

    public IEnumerable<string> Written(Func<PeriodId, bool> isAsked) =>
        from account in _accounts
        where isAsked(account.Key.Period)
        let lines = account.Value.Lines.Where(l => l.Key == Assigned || l.Value != default).ToDictionary()
        let assigned = lines.GetValueOrDefault(Assigned)
        let others = lines.Where(l => l.Key != Assigned).OrderBy(l => l.Key).Select(l => WrittenIndices.Line(KindOf(l.Key), RuleOf(l.Key), l.Value.Positive, l.Value.Negative, l.Value.Developments))
        select WrittenIndices.Index(
            account.Key.Relationship, account.Key.Dimension, account.Key.Period, account.Value.Positive, account.Value.Negative, account.Value.Developments,
            others.Prepend(WrittenIndices.Line(LineKind.Assigned, rule: null, assigned.Positive, assigned.Negative, assigned.Developments)));

    private LineKind KindOf(int line) => line == CarriedOver ? LineKind.CarriedOver : line == Decay ? LineKind.Decay
        : rules.Rules[line].Act is Cap or Compare or Saturate ? LineKind.RuleAlone : LineKind.Rule;

    private string RuleOf(int line) => line < rules.Rules.Length ? rules.Rules[line].Id : rules.Rules.Single(r => r.Act is Level).Id;
}

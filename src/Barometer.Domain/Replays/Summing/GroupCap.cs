using System.Runtime.InteropServices;
using Barometer.Domain.Replays.Judging;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Valuing;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Summing;

/// <summary>A cap of the sums of groups, those that a rule is about.</summary>
internal sealed class GroupCap : SumRule
{
    private readonly int _rule;
    private readonly Cap _cap;
    private readonly Columns _columns;
    private readonly int[] _groups;
    private readonly int[] _dimensions;
    private readonly (FixedPoint Positive, FixedPoint Negative)[] _sums;
    private readonly Dictionary<(int Group, int Happening), (FixedPoint Positive, FixedPoint Negative)> _happenings = [];

    public GroupCap(int rule, Cap cap, Treatments treatments, Worth[] worths)
    {
        (_rule, _cap, _columns, _groups) = (rule, cap, treatments.Columns, new int[worths.Length]);
        var groups = new Dictionary<(int Dimension, string Word), int>();
        for (var treatment = 0; treatment < worths.Length; treatment++)
        {
            _groups[treatment] = -1;
            if (worths[treatment].Counts && treatments[treatment].StepOf(rule) is { } step)
            {
                groups.TryAdd((worths[treatment].Dimension, step.Word!), groups.Count);
                _groups[treatment] = groups[(worths[treatment].Dimension, step.Word!)];
            }
        }

        (_dimensions, _sums) = ([.. groups.Keys.Select(g => g.Dimension)], new (FixedPoint, FixedPoint)[groups.Count]);
    }

    /// <inheritdoc />
    public override void Post(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        var (byDay, byHappening) = (_cap.Per.Contains(Key.Day), _cap.Per.Contains(Key.Happening));
        for (int from = 0, to; from < members.Length; from = to)
        {
            to = byDay ? EndOfDay(members, from) : members.Length;
            if (byHappening)
                PostByHappening(accounts, period, members[from..to]);
            else
                PostByGroup(accounts, period, members[from..to]);
        }
    }

    private void PostByGroup(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        if (members is [var only])
        {
            if (_groups[only.Treatment] is >= 0 and var alone)
                Capping.Cut(accounts, period, _dimensions[alone], _rule, _cap, (only.Positive, only.Negative));
            return;
        }

        foreach (ref readonly var member in members)
        {
            if (_groups[member.Treatment] is >= 0 and var group)
                _sums[group] = (_sums[group].Positive + member.Positive, _sums[group].Negative + member.Negative);
        }

        // Of each group the first posts for all, and leaves nothing for the others.
        foreach (ref readonly var member in members)
        {
            if (_groups[member.Treatment] is >= 0 and var group && _sums[group] != default)
            {
                Capping.Cut(accounts, period, _dimensions[group], _rule, _cap, _sums[group]);
                _sums[group] = default;
            }
        }
    }

    private void PostByHappening(Accounts accounts, int period, ReadOnlySpan<Member> members)
    {
        _happenings.Clear();
        for (int from = 0, to; from < members.Length; from = to)
        {
            to = EndOfDevelopment(members, from);
            // One that is linked with none is a happening of its own.
            if (_columns.Happening is [] || _columns.Happening[members[from].Row] is 0)
                PostByGroup(accounts, period, members[from..to]);
            else
                Add(members[from..to], _columns.Happening[members[from].Row]);
        }

        foreach (var (key, sum) in _happenings)
            Capping.Cut(accounts, period, _dimensions[key.Group], _rule, _cap, sum);
    }

    private void Add(ReadOnlySpan<Member> members, int happening)
    {
        foreach (ref readonly var member in members)
        {
            if (_groups[member.Treatment] is not (>= 0 and var group))
                continue;
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_happenings, (group, happening), out _);
            sum = (sum.Positive + member.Positive, sum.Negative + member.Negative);
        }
    }

    private static int EndOfDay(ReadOnlySpan<Member> members, int from)
    {
        var to = from + 1;
        while (to < members.Length && members[to].Day == members[from].Day)
            to++;
        return to;
    }

    private int EndOfDevelopment(ReadOnlySpan<Member> members, int from)
    {
        var (to, row) = (from + 1, members[from].Row);
        while (to < members.Length && _columns.Ordinal[members[to].Row] == _columns.Ordinal[row] && _columns.Issue[members[to].Row] == _columns.Issue[row])
            to++;
        return to;
    }
}

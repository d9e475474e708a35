using System.Collections.Immutable;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays.Judging;

namespace Barometer.Domain.Replays.Summing;

/// <summary>Counts and names what a rule set cannot code.</summary>
internal sealed class NotCodedCount
{
    private readonly string[] _names;
    private readonly int[] _nameOf;
    private readonly long[] _counts;
    private readonly List<int> _seen = [];

    /// <summary>Counts nothing yet.</summary>
    /// <param name="treatments">Every treatment that a row has.</param>
    public NotCodedCount(Treatments treatments)
    {
        // A development that is scored in several dimensions has as many rows, and is one.
        var named = Enumerable.Range(0, treatments.Count).Select(place => treatments[place])
            .Select(t => (t.Dimension ?? t.FirstDimension) == t.FirstDimension ? t.NotCodedAs : null).ToArray();
        _names = [.. named.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var places = _names.Index().ToDictionary(n => n.Item, n => n.Index, StringComparer.Ordinal);
        (_nameOf, _counts) = ([.. named.Select(n => n is null ? -1 : places[n])], new long[_names.Length]);
    }

    /// <summary>Adds what of a segment has no value, by name.</summary>
    public void Count(string relationship, PeriodId period, ReadOnlySpan<int> treatments, ImmutableArray<NotCoded>.Builder notCoded)
    {
        if (_names is [])
            return;
        var nameOf = _nameOf;
        foreach (var treatment in treatments)
        {
            if (nameOf[treatment] is >= 0 and var name && _counts[name]++ == 0)
                _seen.Add(name);
        }

        _seen.Sort();
        foreach (var name in _seen)
        {
            notCoded.Add(new NotCoded(relationship, period, _names[name], _counts[name]));
            _counts[name] = 0;
        }

        _seen.Clear();
    }
}

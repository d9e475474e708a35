using Barometer.Domain.Developments;

namespace Barometer.Domain.Replays.Rows;

/// <summary>Which developments tell the same happening: links are taken to hold on, from one to the next.</summary>
internal sealed class HappeningGroups
{
    private readonly Dictionary<Reference, Reference> _towards = [];
    private readonly Dictionary<Reference, int> _numbers = [];

    public bool Any => _towards.Count > 0;

    public void Link(Reference one, Reference other)
    {
        var (a, b) = (Root(one), Root(other));
        _towards.TryAdd(a, a);
        _towards[b] = a;
    }

    /// <summary>The number of a development's happening, 1 or more; 0 for one that is linked with none.</summary>
    public int Of(Reference reference)
    {
        if (!_towards.ContainsKey(reference))
            return 0;
        var root = Root(reference);
        if (!_numbers.TryGetValue(root, out var number))
            _numbers.Add(root, number = _numbers.Count + 1);
        return number;
    }

    private Reference Root(Reference reference)
    {
        while (_towards.TryGetValue(reference, out var next) && next != reference)
            reference = next;
        return reference;
    }
}

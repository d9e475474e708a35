namespace Barometer.Domain.Replays.Judging;

/// <summary>Gives each treatment a place, by which rows name it.</summary>
internal sealed class TreatmentPlaces
{
    private readonly Lock _giving = new();
    private readonly Dictionary<Treatment, int> _alike = [];
    private readonly Dictionary<(int Alike, int Positive, int Negative), int> _places = [];
    private volatile Treatment[] _all = new Treatment[16];
    private volatile int _count;

    /// <summary>How many there are so far.</summary>
    public int Count => _count;

    public Treatment this[int place] => _all[place];

    /// <summary>The place of a treatment; a new one is given one.</summary>
    public int PlaceOf(Treatment treatment) => PlaceOf(AlikeOf(treatment), treatment, treatment.Positive, treatment.Negative);

    /// <summary>The number that treatments have in common which differ in the points assigned alone.</summary>
    public int AlikeOf(Treatment treatment)
    {
        var alike = treatment with { Positive = 0, Negative = 0 };
        lock (_giving)
        {
            _alike.TryAdd(alike, _alike.Count);
            return _alike[alike];
        }
    }

    /// <summary>The place of the treatment that is alike and of other points.</summary>
    public int PlaceOf(int alike, Treatment treatment, int positive, int negative)
    {
        lock (_giving)
        {
            if (_places.TryGetValue((alike, positive, negative), out var place))
                return place;
            // Others read meanwhile: what has a place stays there, and is there before its place is told.
            var all = _all;
            if (_count == all.Length)
                Array.Resize(ref all, 2 * _count);
            all[_count] = treatment with { Positive = positive, Negative = negative };
            _all = all;
            _places.Add((alike, positive, negative), _count);
            return _count++;
        }
    }
}

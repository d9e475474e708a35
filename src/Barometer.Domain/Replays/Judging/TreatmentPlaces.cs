namespace Barometer.Domain.Replays.Judging;

/// <summary>Gives each treatment a place, by which rows name it.</summary>
internal sealed class TreatmentPlaces
{
    private readonly Lock _giving = new();
    private readonly Dictionary<Treatment, int> _alike = [];
    private readonly Dictionary<(int Alike, int Positive, int Negative), int> _places = [];
    private Treatment[] _all = new Treatment[16];

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

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
            // Others read meanwhile: a treatment never moves within the array that they hold.
            if (Count == _all.Length)
                Array.Resize(ref _all, 2 * Count);
            _all[Count] = treatment with { Positive = positive, Negative = negative };
            _places.Add((alike, positive, negative), Count);
            return Count++;
        }
    }
}

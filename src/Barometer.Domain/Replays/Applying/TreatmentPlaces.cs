namespace Barometer.Domain.Replays;

/// <summary>Gives each treatment a place, by which rows name it.</summary>
internal sealed class TreatmentPlaces
{
    private readonly Lock _giving = new();
    private readonly Dictionary<Treatment, int> _places = [];
    private Treatment[] _all = new Treatment[16];

    /// <summary>How many there are so far.</summary>
    public int Count { get; private set; }

    public Treatment this[int place] => _all[place];

    /// <summary>The place of a treatment; a new one is given one.</summary>
    public int PlaceOf(Treatment treatment)
    {
        lock (_giving)
        {
            if (_places.TryGetValue(treatment, out var place))
                return place;
            // Others read meanwhile: a treatment never moves within the array that they hold.
            if (Count == _all.Length)
                Array.Resize(ref _all, 2 * Count);
            _all[Count] = treatment;
            _places.Add(treatment, Count);
            return Count++;
        }
    }
}

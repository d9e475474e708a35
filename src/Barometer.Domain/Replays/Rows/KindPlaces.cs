namespace Barometer.Domain.Replays.Rows;

/// <summary>
/// The places of kinds, found by what rows at rest say. Asked once for every row, and so quicker than a dictionary: open
/// addressing, at most half full.
/// </summary>
internal sealed class KindPlaces
{
    private readonly List<string> _dimensions = [];
    private Slot[] _slots = new Slot[1 << 10];
    private int _count;

    private readonly record struct Slot(long Class, int Dimension, int Positive, int Negative, int PlaceAfterOne);

    /// <summary>The place of a kind; −1 where it has none yet.</summary>
    public int Find(long named, string dimension, int positive, int negative) =>
        _slots[SlotOf(new Slot(named, DimensionOf(dimension), positive, negative, 0))].PlaceAfterOne - 1;

    /// <summary>Keeps the place of a kind that has none yet.</summary>
    public void Add(long named, string dimension, int positive, int negative, int place)
    {
        if (++_count * 2 > _slots.Length)
            Grow();
        var slot = new Slot(named, DimensionOf(dimension), positive, negative, place + 1);
        _slots[SlotOf(slot)] = slot;
    }

    // The slot that holds a kind, or the free one where it would be.
    private int SlotOf(in Slot sought)
    {
        var mixed = (ulong)(sought.Class ^ (((long)sought.Dimension << 48) + ((long)sought.Positive << 24) + sought.Negative)) * 0x9E3779B97F4A7C15;
        var at = (int)(mixed >> 33) & (_slots.Length - 1);
        while (true)
        {
            ref readonly var slot = ref _slots[at];
            if (slot.PlaceAfterOne == 0 || (slot.Class == sought.Class && slot.Dimension == sought.Dimension && slot.Positive == sought.Positive && slot.Negative == sought.Negative))
                return at;
            at = (at + 1) & (_slots.Length - 1);
        }
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new Slot[before.Length * 2];
        foreach (var slot in before)
        {
            if (slot.PlaceAfterOne != 0)
                _slots[SlotOf(slot)] = slot;
        }
    }

    // There are few, and a text that is read again is mostly the same object.
    private int DimensionOf(string dimension)
    {
        for (var place = 0; place < _dimensions.Count; place++)
        {
            if (string.Equals(_dimensions[place], dimension, StringComparison.Ordinal))
                return place;
        }

        _dimensions.Add(dimension);
        return _dimensions.Count - 1;
    }
}

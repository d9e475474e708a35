using System.Text;

namespace Barometer.Host.Replays;

/// <summary>Texts that come again and again, each kept once; the one that came last is known by its bytes alone.</summary>
internal sealed class Texts
{
    private readonly List<string> _all = [];
    private readonly List<byte[]> _bytes = [];
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private byte[] _last = [];
    private int _lastPlace = -1;

    public Texts() => _lookup = _places.GetAlternateLookup<ReadOnlySpan<char>>();

    public string this[int place] => _all[place];

    /// <summary>The place of a text, given as UTF-8; that of a new one is the next.</summary>
    public int PlaceOf(ReadOnlySpan<byte> text)
    {
        if (_lastPlace < 0 || !text.SequenceEqual(_last))
            (_last, _lastPlace) = Find(text);
        return _lastPlace;
    }

    private (byte[] Text, int Place) Find(ReadOnlySpan<byte> text)
    {
        Span<char> read = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        read = read[..Encoding.UTF8.GetChars(text, read)];
        if (_lookup.TryGetValue(read, out var place))
            return (_bytes[place], place);
        place = _all.Count;
        _all.Add(read.ToString());
        _bytes.Add(text.ToArray());
        _places.Add(_all[place], place);
        return (_bytes[place], place);
    }
}

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// A stream of random numbers, told by a key: SplitMix64 (Steele, Lea and Flood 2014), in whole numbers, so that a key has the same numbers on every
/// machine. Each input and draw has a key of its own, so that draws can be taken in any order, or at once, and an input that varies alone
/// has the draws that it has when all vary.
/// </summary>
/// <param name="state">The key.</param>
internal struct RandomBits(ulong state)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => Mixed(_state += Golden);

    /// <summary>The key of what comes so far down: each number on the way makes another.</summary>
    public static ulong Key(ulong key, ulong place) => Mixed(key + Golden + Mixed(place + Golden));

    /// <summary>The key of a word: FNV-1a over its UTF-16 code units.</summary>
    public static ulong Key(ulong key, string word)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in word)
            hash = (hash ^ unit) * 0x100000001B3;
        return Key(key, hash);
    }

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

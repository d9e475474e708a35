namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>In how many draws each index is as in the baseline.</summary>
/// <param name="indices">How many indices.</param>
/// <param name="draws">Of how many draws.</param>
internal sealed class Agreements(int indices, int draws)
{
    private readonly Lock _adding = new();
    private readonly Dictionary<int, Agreement> _told = [];

    public int[] Sign { get; } = new int[indices];

    public int[] Rank { get; } = new int[indices];

    public int[] Band { get; } = new int[indices];

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(Agreements others)
    {
        lock (_adding)
        {
            for (var index = 0; index < Sign.Length; index++)
            {
                Sign[index] += others.Sign[index];
                Rank[index] += others.Rank[index];
                Band[index] += others.Band[index];
            }
        }
    }

    /// <summary>What was counted of an index.</summary>
    public Stability Of(int index, string? input, bool hasBand) => new(input, Told(Sign[index]), Told(Rank[index]), hasBand ? Told(Band[index]) : null);

    // A root of large numbers, and mostly the same few again.
    private Agreement Told(int agreeing)
    {
        if (!_told.TryGetValue(agreeing, out var told))
            _told.Add(agreeing, told = Agreement.Of(agreeing, draws));
        return told;
    }
}

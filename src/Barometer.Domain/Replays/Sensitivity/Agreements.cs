using Barometer.Domain.Replays.Rows;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>In how many draws each index is as in the baseline.</summary>
/// <param name="indices">How many indices.</param>
/// <param name="draws">Of how many draws.</param>
internal sealed class Agreements(int indices, int draws)
{
    private readonly Agreement?[] _told = new Agreement?[draws + 1];

    public int[] Sign { get; } = new int[indices];

    public int[] Rank { get; } = new int[indices];

    public int[] Band { get; } = new int[indices];

    /// <summary>Adds what was counted elsewhere.</summary>
    public void Add(Agreements others)
    {
        lock (Sign)
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

    private Agreement Told(int agreeing) => _told[agreeing] ??= Agreement.Of(agreeing, draws);
}

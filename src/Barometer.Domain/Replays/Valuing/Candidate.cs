using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Valuing;

/// <summary>A row that may be kept of several.</summary>
internal readonly record struct Candidate(int Row, int Day, int Rank, FixedPoint Size)
{
    /// <summary>True for one that is to be kept in place of another. Of two that are equal the one whose row comes first is.</summary>
    public bool IsBetterThan(Candidate other, Kept which) => which switch
    {
        Kept.HighestLevel => Rank < other.Rank,
        Kept.Largest => Size > other.Size || (Size == other.Size && IsEarlierThan(other)),
        _ => IsEarlierThan(other),
    };

    private bool IsEarlierThan(Candidate other) => Day < other.Day || (Day == other.Day && Row < other.Row);
}

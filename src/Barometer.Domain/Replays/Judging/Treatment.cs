using System.Collections.Immutable;

namespace Barometer.Domain.Replays.Judging;

/// <summary>
/// What the rules do with all rows that are alike to them, told without the numbers in the rules: with other numbers it is the
/// same treatment. There are few of them, however many rows.
/// </summary>
/// <param name="Dimension">The dimension scored; null for unscored.</param>
/// <param name="Positive">The assigned positive part.</param>
/// <param name="Negative">The assigned negative part.</param>
/// <param name="FirstDimension">The relationship's first dimension, in which an unscored development is valued.</param>
/// <param name="Steps">The rules that are about it, in their order.</param>
/// <param name="NotCodedAs">What it is, where no rule gives it a value; null where it has one, or is excluded, so that what is coded is not told apart by its name.</param>
/// <param name="KeptOutBy">The rule that keeps another in its place; -1 where none does.</param>
internal sealed record Treatment(string? Dimension, int Positive, int Negative, string FirstDimension, ImmutableArray<Step> Steps, string? NotCodedAs, int KeptOutBy = -1)
{
    /// <summary>The step of a rule; null where the rule is not about it.</summary>
    public Step? StepOf(int rule)
    {
        foreach (var step in Steps)
        {
            if (step.Rule == rule)
                return step;
        }

        return null;
    }

    /// <inheritdoc />
    public bool Equals(Treatment? other) =>
        other is not null
        && (Dimension, Positive, Negative, FirstDimension, NotCodedAs, KeptOutBy) == (other.Dimension, other.Positive, other.Negative, other.FirstDimension, other.NotCodedAs, other.KeptOutBy)
        && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Dimension);
        hash.Add(Positive);
        hash.Add(Negative);
        hash.Add(FirstDimension);
        hash.Add(NotCodedAs);
        hash.Add(KeptOutBy);
        foreach (var step in Steps)
            hash.Add(step);
        return hash.ToHashCode();
    }
}

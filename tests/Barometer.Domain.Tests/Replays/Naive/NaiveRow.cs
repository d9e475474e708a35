using System.Numerics;
using Barometer.Domain.Barometers;
using Barometer.Domain.Developments;
using Barometer.Domain.Periods;

namespace Barometer.Domain.Tests.Replays.Naive;

/// <summary>What a development is worth in a dimension, in billionths; a development that is not coded or excluded is worth nothing anywhere.</summary>
internal sealed record NaiveWorth(string Dimension, BigInteger Positive, BigInteger Negative);

/// <summary>Where and when a part of a row counts.</summary>
internal sealed record NaiveShare(PeriodId Period, DateOnly Day, BigInteger Positive, BigInteger Negative);

/// <summary>A line on the sheet of paper: a development in one of the dimensions that it is scored in, or unscored.</summary>
internal sealed class NaiveRow(Development development, Relationship relationship, Score? score)
{
    public Development Development { get; } = development;

    public Relationship Relationship { get; } = relationship;

    /// <summary>As assigned; null for unscored.</summary>
    public Score? Score { get; } = score;

    public Classification Classification { get; set; } = development.Particulars.Classification;

    /// <summary>Null where no rule gives it a value, and where it is excluded.</summary>
    public NaiveWorth? Worth { get; set; } = score is { } s ? new NaiveWorth(s.Dimension, Billions(s.Positive), Billions(s.Negative)) : null;

    public bool IsExcluded { get; set; }

    /// <summary>The dimension in which a value is set: the one it is scored in, or was moved to.</summary>
    public string? Dimension { get; set; } = score?.Dimension;

    /// <summary>Where it counts; as filed, until a rule files it elsewhere.</summary>
    public IReadOnlyList<NaiveShare> Shares { get; set; } = [];

    public static IEnumerable<NaiveRow> Of(Development development, Settings settings)
    {
        var relationship = settings.Relationships.Single(r => r.Key == development.Relationship);
        return development.Points is { } points ? points.Select(s => new NaiveRow(development, relationship, s)) : [new NaiveRow(development, relationship, score: null)];
    }

    private static BigInteger Billions(int points) => points * BigInteger.Pow(10, 9);
}

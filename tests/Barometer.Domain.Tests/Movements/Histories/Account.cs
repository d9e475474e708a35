using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Tests.Barometers;
using Barometer.Domain.Tests.Developments;

namespace Barometer.Domain.Tests.Movements.Histories;

/// <summary>One index is one account: a relationship, a dimension, a period.</summary>
internal sealed record Account(string Relationship, string Dimension, PeriodId Period)
{
    public static IReadOnlyList<PeriodId> Periods { get; } = [SmallBarometer.Issue11, SmallBarometer.Issue12, SmallBarometer.Issue13];

    public static IReadOnlyList<Account> All { get; } =
    [
        .. from relationship in Given.Settings.Relationships
           from dimension in relationship.Dimensions
           from period in Periods
           select new Account(relationship.Key, dimension.Key, period),
    ];
}

internal static class Accounts
{
    /// <summary>The sums of movements by account; an account that nothing moved is at zero.</summary>
    public static Dictionary<Account, IndexFigure> Sums(this IEnumerable<Movement> movements)
    {
        var sums = Account.All.ToDictionary(a => a, a => new IndexFigure(a.Relationship, a.Dimension, a.Period, 0, 0, 0));
        foreach (var figure in IndexFigure.Sum(movements))
            sums[new Account(figure.Relationship, figure.Dimension, figure.Period)] = figure;
        return sums;
    }

    /// <summary>As <c>ShouldBe</c>, and fast where it is so: properties ask it millions of times.</summary>
    public static void ShouldAgreeWith<T>(this T actual, T expected, Account account, Moment moment)
    {
        if (!EqualityComparer<T>.Default.Equals(actual, expected))
            actual.ShouldBe(expected, $"{account} after {moment.Step}");
    }
}

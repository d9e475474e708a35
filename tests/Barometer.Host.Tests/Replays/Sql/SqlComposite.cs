using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>A composite over the indices, each step a query: the values of its parts in every period, what reference periods say of them, and the parts made comparable.</summary>
internal static class SqlComposite
{
    /// <summary>The names and queries, the last of which has a row for each period: its first day and the value, null where there is none.</summary>
    public static IEnumerable<(string Name, string Query)> Of(Composite composite, PeriodId from, PeriodId to, string indices)
    {
        var parts = composite.Parts.Select((p, nth) => $"({nth}, {SqlText.Of(p.Relationship)}, {SqlText.Of(p.Weight)}, {(p.Reversed ? -1 : 1)})");
        yield return ("parts", $"""
            select nth, weight, l.period, last_day, coalesce(p + n, 0) * sign as value, coalesce(developments, 0) as developments
            from (values {string.Join(", ", parts)}) part (nth, relationship, weight, sign) cross join periods l
            left join {indices} i on (i.relationship, d, i.period) = (part.relationship, {SqlText.Of(composite.Dimension)}, l.period)
            """);
        // The spread is the square of the number times the variance, in billionths.
        yield return ("referred", $"""
            select nth, min(value) as least, max(value) as most, quotient(sum(value) * 1000000000, count(*)) / 1000000000.000000000 as mean, count(*) as number,
                (count(*) * sum(value * value) - sum(value) * sum(value)) * 1000000000000000000 as spread
            from parts where period >= {SqlText.Of((composite.From ?? from).FirstDay)} and last_day <= {SqlText.Of((composite.To ?? to).LastDay)} group by nth
            """);
        yield return ("comparable", $"""
            select nth, weight, period, {Comparable(composite.Normalisation)} as value
            from parts left join (select *, quotient(sqrt(spread * 1.00000000000000000000), number) / 1000000000.000000000 as deviation from referred) r using (nth)
            """);
        yield return ("composites", $"select period, case when bool_and(value is not null) then {Mean(composite.Mean)} end as value from comparable group by period");
    }

    private static string Comparable(Normalisation by) => by switch
    {
        Normalisation.None => "value",
        Normalisation.PerDevelopment => "case when developments > 0 then divided(value, developments) end",
        Normalisation.ZScore => "case when deviation > 0 then divided(value - mean, deviation) end",
        _ => "case when least < most then greatest(0, least(1, divided(value - least, most - least))) end",
    };

    // Logarithms with so many decimals that none of their sums lies between two billionths by mistake.
    private static string Mean(Mean mean) => mean == Domain.RuleSets.Mean.Arithmetic
        ? "sum(times(value, weight))"
        : "case when min(value) > 0 then round(exp(sum(weight * ln(greatest(value, 0.000000001) * 1.000000000000000000000000000000000000000))), 9) end";
}

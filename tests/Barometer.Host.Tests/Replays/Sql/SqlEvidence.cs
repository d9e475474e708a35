using Barometer.Domain.RuleSets;

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>How many rows of evidence a development cites: a number that is unknown makes the sum unknown.</summary>
internal static class SqlEvidence
{
    /// <summary>The number over all tables, 0 where none is cited, and whether it is unknown.</summary>
    public static string Counted => $"(select coalesce(sum(number), 0) as number, coalesce(bool_or(number is null), false) as is_unknown from {Cited(table: null)})";

    /// <summary>True or false, and never null.</summary>
    public static string Of(CitesEvidence cites)
    {
        if (cites.Unknown)
            return $"exists (select from {Cited(cites.Table)} and number is null)";
        return cites.Count is { } count
            ? $"coalesce((select bool_and(number is not null) and {Lies(count)} from {Cited(cites.Table)}), false)"
            : $"exists (select from {Cited(cites.Table)})";
    }

    /// <summary>The number of the first bucket that holds; null where none does, and where none is cited.</summary>
    public static string Of(ByEvidence by) =>
        $"(select case when bool_or(number is null) then {(by.Unknown is { } unknown ? SqlText.Of(unknown) : "null")}{string.Concat(by.Buckets.Select(b => $" when {Lies(b.Count)} then {SqlText.Of(b.Number)}"))} end from {Cited(by.Table)})";

    private static string Cited(string? table) =>
        $"unnest(evidence_tables, evidence_counts) cited (named, number) where {(table is null ? "true" : $"{SqlText.Plain("named")} = {SqlText.Of(SqlText.PlainWord(table))}")}";

    private static string Lies(Span span) =>
        $"(true{(span.From is { } from ? $" and sum(number) >= {SqlText.Of(from)}" : "")}{(span.To is { } to ? $" and sum(number) <= {SqlText.Of(to)}" : "")})";
}

namespace Barometer.Host.Tests.Replays.Sql;

/// <summary>
/// What a row has in every query of a replay. What is recorded of it comes first, of which rules give the event type, the mode and the contexts
/// where the record has none. Then what rules make of it: <c>period</c> and <c>counts_on</c>, where and when it counts; <c>d</c>, its dimension there;
/// <c>p</c> and <c>n</c>, what it counts there, null where it has no value; and <c>gone</c>, once it is excluded.
/// </summary>
internal static class SqlRow
{
    private static readonly string[] Columns =
    [
        "relationship", "place", "dimensions", "dimension", "positive", "negative", "day", "earliest", "latest", "issue", "ordinal", "title", "happening",
        "event_type", "mode", "cameo", "quad_class", "theme", "stage", "location", "non_event", "contexts", "source", "target", "source_actors", "target_actors",
        "source_names", "source_countries", "source_groups", "source_levels", "target_names", "target_countries", "target_groups", "target_levels", "evidence_tables", "evidence_counts",
        "period", "counts_on", "d", "p", "n", "gone",
    ];

    /// <summary>The columns that tell a row from all others.</summary>
    public const string Identity = "place, issue, ordinal, dimension";

    /// <summary>The rows of a barometer before any rule.</summary>
    public static string Recorded(int barometer) => Select(
        $"flat join happenings using (reference) where barometer = {barometer}",
        ("counts_on", "day"), ("d", "dimension"), ("p", "case when dimension is not null then positive end"), ("n", "case when dimension is not null then negative end"), ("gone", "false"));

    /// <summary>The rows of another query, changed.</summary>
    public static string Select(string before, params (string Column, string Value)[] changes) =>
        $"select {string.Join(", ", Columns.Select(c => Array.Find(changes, x => x.Column == c) is { Column: not null } change ? $"{change.Value} as {c}" : c))} from {before}";

    /// <summary>The same, where only those that something is true of are changed.</summary>
    public static string Where(string before, string about, params (string Column, string Value)[] changes) =>
        Select(before, [.. changes.Select(c => (c.Column, $"case when {about} then {c.Value} else {c.Column} end"))]);
}

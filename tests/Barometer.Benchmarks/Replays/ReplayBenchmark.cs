using System.Diagnostics;
using System.Globalization;
using Barometer.Benchmarks.Measuring;
using Barometer.Domain.Periods;
using Barometer.Domain.Replays;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;
using Line = Barometer.Benchmarks.Measuring.Line;

namespace Barometer.Benchmarks.Replays;

/// <summary>How long does a full replay under a new rule set take, beside a bare sum of a column and beside SQL, and how long do draws take?</summary>
internal sealed class ReplayBenchmark(Columns columns, Report report, int rounds)
{
    private const ulong Seed = 2019;
    private const double DrawsASecond = 1_000;

    private readonly PeriodId _first = CodedData.Settings.Calendar.PeriodOf(issue: 1);
    private readonly PeriodId _last = columns.Segments.Select(s => s.Period).MaxBy(p => p.LastDay);

    public static async Task Run(TemporaryRecord record, Size size, Report report, CancellationToken cancellation)
    {
        report.Say($"Making columns of {size.ColumnRows} rows …");
        var columns = new CodedData(size.ColumnRows).InMemory();
        report.Say($"{columns.Count} rows of {columns.Kinds.Length} kinds in {columns.Segments.Length} segments; the same into PostgreSQL …");
        var sql = new SqlReplay(record);
        await sql.Write(columns, cancellation);
        var benchmark = new ReplayBenchmark(columns, report, size.Rounds);
        var form = benchmark.Best(sql);
        await benchmark.Replays();
        await benchmark.AgainstSql(sql, form);
        await benchmark.Draws();
    }

    // Every form and the bare sum must give what a replay gives, to the last digit, before anything is measured.
    private string Best(SqlReplay sql)
    {
        var places = columns.Relationships.Index().ToDictionary(r => r.Item.Key, r => r.Index);
        var replayed = Replayed(MeasuredRules.Linear).Indices.ToDictionary(i => (places[i.Relationship], SqlReplay.PlaceOf(i.Period.FirstDay)), i => (i.Positive, i.Negative, i.Developments));
        Expectation.Same("a bare sum", columns.Segments.Zip(ColumnSum.Of(columns, ColumnSum.Worths(columns)), (s, sum) => ((s.Relationship, SqlReplay.PlaceOf(s.Period.FirstDay)), new FixedPoint(sum))), replayed.Select(r => (r.Key, r.Value.Positive + r.Value.Negative)));
        foreach (var (name, statement) in SqlReplay.Forms)
            Expectation.Same(name, sql.Sums(statement).Select(s => (s.Key, s.Value)), replayed.Select(r => (r.Key, r.Value)));
        var tries = SqlReplay.Forms.Select(form => (form.Name, form.Statement, Took: Enumerable.Range(1, rounds).Min(round => Took($"SQL, {form.Name}, try {round}", () => sql.Sums(form.Statement))))).ToArray();
        return tries.MinBy(t => t.Took).Statement;
    }

    private async Task Replays()
    {
        var worths = ColumnSum.Worths(columns);
        foreach (var (name, rules) in MeasuredRules.WithoutPath.Concat(MeasuredRules.WithPath))
        {
            WarmUp(() => Replayed(rules));
            WarmUp(() => ColumnSum.Of(columns, worths));
            report.Add(new Line(
                $"replay of {columns.Count}: {name}", "a column sum",
                await Comparison.Alternate(rounds, round => Rate($"{name}, round {round}", () => Replayed(rules)), round => Rate($"column sum, round {round}", () => ColumnSum.Of(columns, worths))),
                "Checked: under values by code, the sum and the replay are the same to the digit."));
        }
    }

    private async Task AgainstSql(SqlReplay sql, string statement)
    {
        var figures = await Comparison.Alternate(
            rounds, round => Rate($"replay beside SQL, round {round}", () => Replayed(MeasuredRules.Linear)), round => Rate($"SQL, round {round}", () => sql.Sums(statement)));
        report.Add(new Line($"replay of {columns.Count}: values by code, a factor by level", "the best SQL", figures, "Checked: every sum and count is the same to the digit."));
        report.Add(new Detail("replay", "times as fast as the best SQL", figures.Ratio, "×"));
    }

    private async Task Draws()
    {
        foreach (var (name, rules, draws) in MeasuredRules.Drawn)
        {
            WarmUp(() => Uncertain(rules, 1));
            var evaluations = Uncertainty.Evaluations(rules, draws);
            var figures = await Comparison.Alternate(
                draws < DrawsASecond ? 1 : rounds,
                round => Task.FromResult(evaluations / Took($"{name}: {evaluations} draws, round {round}", () => Uncertain(rules, draws))),
                _ => Task.FromResult(DrawsASecond));
            report.Add(new Line($"draws: {name}", "a thousand a second", figures, $"{draws} draws of each input alone and of all together, the baseline and the cube included."));
            report.Add(new Detail("draws", $"a draw: {name}", 1_000 / figures.Reached, "ms"));
        }
    }

    private RuledIndices Replayed(RuleSet rules) => Accepted(RuledIndices.Of(rules, columns, _first, _last));

    private Uncertainty Uncertain(RuleSet rules, int draws) => Accepted(Uncertainty.Of(rules, columns, _first, _last, draws, Seed));

    private static T Accepted<T>(Domain.Record.Decision<T> decision) =>
        decision.Accepted(out var answer, out var refusal) ? answer : throw new InvalidOperationException(refusal.Sentence);

    private Task<double> Rate(string name, Func<object> act) => Task.FromResult(columns.Count / Took(name, act));

    private static void WarmUp(Func<object> act)
    {
        for (var time = 0; time < 12; time++)
            act();
    }

    private double Took(string name, Func<object> act)
    {
        // What the round before left behind is no part of this one.
        GC.Collect();
        var (clock, busy) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        act();
        var (took, worked) = (clock.Elapsed, Environment.CpuUsage.TotalTime - busy);
        report.Add(new Detail("replay", name, took.TotalMilliseconds, "ms"));
        report.Add(new Detail("replay", string.Create(CultureInfo.InvariantCulture, $"processor time of it in this process: {name}"), worked.TotalMilliseconds, "ms"));
        return took.TotalSeconds;
    }
}

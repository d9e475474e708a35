using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// How much of the variance of each index comes from each uncertain input: alone (first order), and with all that it does together with others (total).
/// An input is independent of the others. The errors of all coders are one input.
/// </summary>
/// <param name="RuleSet">The rule set.</param>
/// <param name="Positions">How far the record had come.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last.</param>
/// <param name="Seed">The same seed gives the same draws, on every machine.</param>
/// <param name="Draws">The size N of each of two independent samples; indices are computed N × (inputs + 2) times.</param>
/// <param name="Method">How they are estimated.</param>
/// <param name="Indices">For every index.</param>
/// <param name="Composites">For the composite of every period, where the rule set has one.</param>
public sealed record SobolIndices(
    RuleSetPin RuleSet, Positions Positions, PeriodId From, PeriodId To, ulong Seed, int Draws, string Method,
    ImmutableArray<SobolOfIndex> Indices, ImmutableArray<SobolOfComposite> Composites)
{
    /// <summary>Two samples A and B, and A with one input from B; variance over A and B together.</summary>
    public const string Estimators =
        "Saltelli's samples A, B and A with one input from B (AB), Jansen's estimators: first order 1 - sum (f(B) - f(AB))^2 / (2N V), total sum (f(A) - f(AB))^2 / (2N V), V over A and B";

    /// <summary>What is said of an index that does not vary.</summary>
    public const string NoVariance = "its variance is 0: nothing that is declared as uncertain moves it";

    /// <summary>What is said of a composite that some draws do not have.</summary>
    public const string NoValue = "in some draws it has no value";

    /// <summary>Estimates them; refuses where nothing can be varied, or a value grows too large.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last.</param>
    /// <param name="draws">The size of each sample, 1 to 1,000,000.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Is told how often indices were computed, of <see cref="Evaluations"/>.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Decision<SobolIndices> Of(
        RuleSet rules, Columns columns, PeriodId from, PeriodId to, int draws, ulong seed, IProgress<int>? progress = null, CancellationToken stop = default) =>
        Sensitivity.Draws.Check(rules, draws) is { } refusal
            ? refusal
            : TooLarge.Refused(rules, () => Of(new Baseline(rules, columns, from, to), draws, seed, progress, stop));

    /// <summary>How many times indices are computed.</summary>
    public static long Evaluations(RuleSet rules, int draws) => (rules.Inputs.Length + 2L) * draws;

    internal static SobolIndices Of(Baseline baseline, int draws, ulong seed, IProgress<int>? progress, CancellationToken stop)
    {
        var (rules, inputs, drawing, done) = (baseline.Rules, baseline.Rules.Inputs, new Draws(baseline.Rules, seed), 0);
        var (replay, series) = (baseline.Varying(inputs), new Series(baseline));
        var (all, blocks) = (NoSums(), (draws + replay.Width - 1) / replay.Width);
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = stop }, NoSums, (block, _, sums) =>
        {
            var first = block * replay.Width;
            var count = Math.Min(replay.Width, draws - first);
            var (a, b) = (Values(_ => false), Values(_ => true));
            sums.AddSamples(a, b, replay.Width, count);
            for (var input = 0; input < inputs.Length; input++)
                sums.AddMixed(input, a, b, Values(other => other == input), replay.Width, count);
            return sums;

            long[] Values(Func<int, bool> isOfB)
            {
                var values = series.Of(replay.Aggregates([.. Enumerable.Range(first, count).Select(draw => drawing.Of(draw, _ => true, isOfB))]), replay.Width, count);
                progress?.Report(Interlocked.Add(ref done, count));
                return values;
            }
        }, all.Add);
        return new SobolIndices(
            rules.Pin, baseline.Figures.Positions, baseline.From, baseline.To, seed, draws, Estimators,
            [.. baseline.Indices.Index().Where(i => IsAsked(i.Item.Period)).Select(i => OfIndex(i.Item, i.Index))],
            [.. baseline.Figures.Composites.Index().Where(c => IsAsked(c.Item.Period)).Select(c => OfComposite(c.Item, baseline.Indices.Length + c.Index))]);

        bool IsAsked(PeriodId period) => period.IsFrom(baseline.From, baseline.To);

        SobolSums NoSums() => new(series.Nominal, inputs.Length);

        ImmutableArray<SobolShare> Shares(int place) =>
            [.. inputs.Select((input, i) => new SobolShare(input.Id, all.First(place, i, draws), all.Total(place, i, draws)))];

        string? Why(int place) => all.Variance(place, draws) == 0 && all.First(place, 0, draws) is null ? NoVariance : null;

        SobolOfIndex OfIndex(RuledIndex index, int place) =>
            new(index.Relationship, index.Dimension, index.Period, all.Variance(place, draws), Shares(place), Why(place));

        SobolOfComposite OfComposite(CompositeFigure composite, int place) => series.IsMissing(place)
            ? new SobolOfComposite(composite.Composite, composite.Period, Variance: null, [], NoValue)
            : new SobolOfComposite(composite.Composite, composite.Period, all.Variance(place, draws), Shares(place), Why(place));
    }
}

/// <summary>What an index's variance comes from.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Variance">Of its aggregate, over both samples; rounded half to even at the sixth decimal.</param>
/// <param name="Inputs">The share of each input.</param>
/// <param name="Why">Why there are no shares; null where there are.</param>
public sealed record SobolOfIndex(
    string Relationship, string Dimension, PeriodId Period, decimal Variance, ImmutableArray<SobolShare> Inputs, string? Why);

/// <summary>What a composite's variance comes from.</summary>
/// <param name="Composite">Its id in the rule set.</param>
/// <param name="Period">In which period.</param>
/// <param name="Variance">Its variance; null where some draws have no value.</param>
/// <param name="Inputs">The share of each input.</param>
/// <param name="Why">Why there are no shares; null where there are.</param>
public sealed record SobolOfComposite(string Composite, PeriodId Period, decimal? Variance, ImmutableArray<SobolShare> Inputs, string? Why);

/// <summary>The share of an input in a variance, as estimated, so that it may lie a little below 0 or above 1; rounded half to even at the sixth decimal.</summary>
/// <param name="Input">The input.</param>
/// <param name="First">What it does alone; null where the variance is 0.</param>
/// <param name="Total">What it does alone and together with others; null where the variance is 0.</param>
public sealed record SobolShare(string Input, decimal? First, decimal? Total);

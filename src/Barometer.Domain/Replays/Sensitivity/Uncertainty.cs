using System.Collections.Immutable;
using Barometer.Domain.Movements;
using Barometer.Domain.Periods;
using Barometer.Domain.Record;
using Barometer.Domain.Replays.Rows;
using Barometer.Domain.RuleSets;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>
/// How far indices hold when what a rule set declares as uncertain is varied: each input alone, the others being as the rule set has them, and all together.
/// An input that varies alone has the same draws as when all vary.
/// </summary>
/// <param name="RuleSet">The baseline: the rule set with its own numbers.</param>
/// <param name="Positions">How far the record had come, for the baseline and every draw.</param>
/// <param name="From">The first period.</param>
/// <param name="To">The last.</param>
/// <param name="Seed">The same seed gives the same draws, on every machine.</param>
/// <param name="Draws">How many draws of each.</param>
/// <param name="RankMethod">How ranks are given where values are the same.</param>
/// <param name="Indices">Every index of the baseline in the periods asked for.</param>
public sealed record Uncertainty(
    RuleSetPin RuleSet, Positions Positions, PeriodId From, PeriodId To, ulong Seed, int Draws, string RankMethod, ImmutableArray<IndexStability> Indices)
{
    /// <summary>Those with the same value share the better rank, and the ranks that they take up are left out: 1, 2, 2, 4.</summary>
    public const string Competition = "competition (1224), highest first, among the indices of one dimension and period";

    /// <summary>Draws the inputs and holds the indices against the baseline's; refuses where nothing can be varied, or a value grows too large.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="columns">The developments.</param>
    /// <param name="from">The first period.</param>
    /// <param name="to">The last.</param>
    /// <param name="draws">How many draws, 1 to 1,000,000.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="progress">Is told how many draws are done, of <see cref="Evaluations"/>.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Decision<Uncertainty> Of(
        RuleSet rules, Columns columns, PeriodId from, PeriodId to, int draws, ulong seed, IProgress<int>? progress = null, CancellationToken stop = default) =>
        Sensitivity.Draws.Check(rules, draws) is { } refusal
            ? refusal
            : TooLarge.Refused(rules, () => Of(new Baseline(rules, columns, from, to), draws, seed, progress, stop));

    /// <summary>How many times indices are computed: the draws of each input and of all together.</summary>
    public static long Evaluations(RuleSet rules, int draws) => (rules.Inputs.Length + 1L) * draws;

    internal static Uncertainty Of(Baseline baseline, int draws, ulong seed, IProgress<int>? progress, CancellationToken stop)
    {
        var (rules, done) = (baseline.Rules, 0);
        var placements = new Placements(baseline);
        var drawing = new Draws(rules, seed);
        int?[] settings = [null, .. Enumerable.Range(0, rules.Inputs.Length)];
        var agreements = settings.Select(alone => AgreementsOf(alone)).ToArray();
        return new Uncertainty(
            rules.Pin, baseline.Figures.Positions, baseline.From, baseline.To, seed, draws, Competition,
            [.. baseline.Indices.Index().Where(i => i.Item.Period.IsFrom(baseline.From, baseline.To)).Select(i => StabilityOf(i.Item, i.Index))]);

        IndexStability StabilityOf(RuledIndex index, int place) => new(
            index.Relationship, index.Dimension, index.Period, index.Aggregate, placements.RankOf(place), placements.BandOf(place),
            [.. settings.Index().Select(s => agreements[s.Index].Of(place, s.Item is { } alone ? rules.Inputs[alone].Id : null, placements.BandOf(place) is not null))]);

        Agreements NoAgreements() => new(baseline.Indices.Length, draws);

        Agreements AgreementsOf(int? alone)
        {
            var replay = baseline.Varying(alone is { } only ? [rules.Inputs[only]] : rules.Inputs);
            var (all, blocks) = (NoAgreements(), (draws + replay.Width - 1) / replay.Width);
            Parallel.For(0, blocks, new ParallelOptions { CancellationToken = stop }, NoAgreements, (block, _, agreed) =>
            {
                var first = block * replay.Width;
                Draw[] drawn = [.. Enumerable.Range(first, Math.Min(replay.Width, draws - first)).Select(d => drawing.Of(d, input => alone is null || input == alone))];
                placements.Compare(replay.Aggregates(drawn), replay.Width, drawn.Length, agreed);
                progress?.Report(Interlocked.Add(ref done, drawn.Length));
                return agreed;
            }, all.Add);
            return all;
        }
    }
}

/// <summary>How far an index holds.</summary>
/// <param name="Relationship">Of which relationship.</param>
/// <param name="Dimension">In which dimension.</param>
/// <param name="Period">In which period.</param>
/// <param name="Value">The baseline's aggregate.</param>
/// <param name="Rank">Its rank among the relationships, 1 for the highest value.</param>
/// <param name="Band">Its band; <see cref="RuleSet.NoBand"/> for none, null where the dimension has no scale.</param>
/// <param name="Varied">All inputs together, then each alone.</param>
public sealed record IndexStability(
    string Relationship, string Dimension, PeriodId Period, FixedPoint Value, int Rank, string? Band, ImmutableArray<Stability> Varied);

/// <summary>In how many draws an index is as in the baseline.</summary>
/// <param name="Input">The input that varies alone; null where all vary together.</param>
/// <param name="Sign">Its sign: −, 0 or +.</param>
/// <param name="Rank">Its rank.</param>
/// <param name="Band">Its band, or none; null where the dimension has no scale.</param>
public sealed record Stability(string? Input, Agreement Sign, Agreement Rank, Agreement? Band);

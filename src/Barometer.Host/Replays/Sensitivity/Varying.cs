using Barometer.Domain.People;
using Barometer.Domain.Replays.Sensitivity;
using Barometer.Host.Serving;
using Barometer.Host.Serving.Admission;
using Microsoft.AspNetCore.RateLimiting;
using Wolverine.Http;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>The doors of uncertainty and of Sobol indices: what becomes of a replay when what its rule set declares as uncertain varies.</summary>
public static class Varying
{
    private static readonly Option<int> Draws = new("--draws") { Description = "How many draws of each input, 1 to 1,000,000.", DefaultValueFactory = _ => UsualDraws };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "The same seed gives the same draws, on every machine.", DefaultValueFactory = _ => 1 };

    private const int UsualDraws = 1_000;

    /// <summary>In how many draws of a rule set's uncertain inputs sign, rank and band stay as they are.</summary>
    [WolverinePost("/v1/barometers/{barometer}/uncertainty", OperationId = "uncertainty"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static Task<Answer<Uncertainty>> PostUncertainty(ReplayWanted said, int? draws, ulong? seed, HttpDoor door) =>
        Analysis.Answer(
            door,
            said,
            a => Cost.OfDraws(a.Rules, a.Columns, a.Question.From, a.Question.To, Uncertainty.Evaluations(a.Rules, draws ?? UsualDraws)),
            a => Of(a, draws ?? UsualDraws, seed ?? 1, said.Relationship, progress: null, door.Cancellation));

    /// <summary>How much of an index's variance comes from each uncertain input (Sobol indices).</summary>
    [WolverinePost("/v1/barometers/{barometer}/sensitivity", OperationId = "sensitivity"), Needs(Right.Replay), Asks, EnableRateLimiting(Limits.Computing)]
    public static Task<Answer<SobolIndices>> PostSensitivity(ReplayWanted said, int? draws, ulong? seed, HttpDoor door) =>
        Analysis.Answer(
            door,
            said,
            a => Cost.OfDraws(a.Rules, a.Columns, a.Question.From, a.Question.To, SobolIndices.Evaluations(a.Rules, draws ?? UsualDraws)),
            a => Shares(a, draws ?? UsualDraws, seed ?? 1, said.Relationship, progress: null, door.Cancellation));

    internal static Command UncertaintyVerb() => Verb.Of(
        "uncertainty",
        "In how many draws of a rule set's uncertain inputs sign, rank and band stay as they are: each input alone, and all together.",
        [.. Analysis.Options, Replaying.Relationship, Draws, Seed],
        (door, cancellation) => Analysis.Answer(
            door,
            rules => Uncertainty.Evaluations(rules, door.Get(Draws)),
            (a, progress) => Of(a, door.Get(Draws), door.Get(Seed), door.Get(Replaying.Relationship), progress, cancellation),
            cancellation),
        VaryingView.Show);

    internal static Command SensitivityVerb() => Verb.Of(
        "sensitivity",
        "How much of an index's variance comes from each uncertain input: alone (first-order Sobol index), and with all that it does together with others (total-order).",
        [.. Analysis.Options, Replaying.Relationship, Draws, Seed],
        (door, cancellation) => Analysis.Answer(
            door,
            rules => SobolIndices.Evaluations(rules, door.Get(Draws)),
            (a, progress) => Shares(a, door.Get(Draws), door.Get(Seed), door.Get(Replaying.Relationship), progress, cancellation),
            cancellation),
        VaryingView.Show);

    private static Decision<Uncertainty> Of(Analysis a, int draws, ulong seed, string? only, IProgress<int>? progress, CancellationToken cancellation) =>
        Uncertainty.Of(a.Rules, a.Columns, a.Question.From, a.Question.To, draws, seed, progress, cancellation)
            .Then(u => u with { Indices = [.. u.Indices.Where(i => Analysis.Shows(only, i.Relationship))] });

    private static Decision<SobolIndices> Shares(Analysis a, int draws, ulong seed, string? only, IProgress<int>? progress, CancellationToken cancellation) =>
        SobolIndices.Of(a.Rules, a.Columns, a.Question.From, a.Question.To, draws, seed, progress, cancellation)
            .Then(s => s with { Indices = [.. s.Indices.Where(i => Analysis.Shows(only, i.Relationship))] });
}

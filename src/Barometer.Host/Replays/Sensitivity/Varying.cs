using Barometer.Domain.Replays.Sensitivity;

namespace Barometer.Host.Replays.Sensitivity;

/// <summary>The doors of uncertainty and of Sobol indices: what becomes of a replay when what its rule set declares as uncertain varies.</summary>
internal static class Varying
{
    private static readonly Option<int> Draws = new("--draws") { Description = "How many draws of each input, 1 to 1,000,000.", DefaultValueFactory = _ => 1_000 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "The same seed gives the same draws, on every machine.", DefaultValueFactory = _ => 1 };

    public static Command UncertaintyVerb() => Verb.Of(
        "uncertainty",
        "In how many draws of a rule set's uncertain inputs sign, rank and band stay as they are: each input alone, and all together.",
        [.. Analysis.Options, Replaying.Relationship, Draws, Seed],
        (door, cancellation) => Analysis.Answer(
            door,
            rules => Uncertainty.Evaluations(rules, door.Get(Draws)),
            (a, progress) => Uncertainty.Of(a.Rules, a.Columns, a.Question.From, a.Question.To, door.Get(Draws), door.Get(Seed), progress, cancellation)
                .Then(u => u with { Indices = [.. u.Indices.Where(i => Analysis.Shows(door, i.Relationship))] }),
            cancellation),
        VaryingView.Show);

    public static Command SensitivityVerb() => Verb.Of(
        "sensitivity",
        "How much of an index's variance comes from each uncertain input: alone (first-order Sobol index), and with all that it does together with others (total-order).",
        [.. Analysis.Options, Replaying.Relationship, Draws, Seed],
        (door, cancellation) => Analysis.Answer(
            door,
            rules => SobolIndices.Evaluations(rules, door.Get(Draws)),
            (a, progress) => SobolIndices.Of(a.Rules, a.Columns, a.Question.From, a.Question.To, door.Get(Draws), door.Get(Seed), progress, cancellation)
                .Then(s => s with { Indices = [.. s.Indices.Where(i => Analysis.Shows(door, i.Relationship))] }),
            cancellation),
        VaryingView.Show);
}

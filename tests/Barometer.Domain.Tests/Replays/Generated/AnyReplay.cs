using Barometer.Domain.Periods;
using Barometer.Domain.RuleSets;
using CsCheck;

namespace Barometer.Domain.Tests.Replays.Generated;

/// <summary>A rule set, a barometer, and the periods that are asked for.</summary>
internal sealed record GeneratedReplay(RuleSet Rules, GeneratedBarometer Barometer, PeriodId From, PeriodId To)
{
    public override string ToString() => string.Join(Environment.NewLine, [
        "", $"{From} to {To}", .. Rules.Rules.Select(r => $"{r.Id}: when {WrittenRules.Of(r.When)} {WrittenRules.Of(r.Act)}"), $"{Rules.Composite}", $"{Barometer}"]);
}

/// <summary>Generates questions to the engine; some ask for periods before the first development, and after the last.</summary>
internal static class AnyReplay
{
    public static Gen<GeneratedReplay> Any { get; } = Of(AnyRuleSet.Any);

    public static Gen<GeneratedReplay> Of(Gen<RuleSet> ruleSets) => Gen.Select(ruleSets, AnyBarometer.Any, Gen.Int[0, AnyBarometer.Periods + 2], Gen.Int[0, AnyBarometer.Periods + 1], (rules, barometer, from, number) =>
        new GeneratedReplay(rules, barometer, barometer.Settings.Calendar.PeriodOf(from + 1), barometer.Settings.Calendar.PeriodOf(from + number + 1)));
}

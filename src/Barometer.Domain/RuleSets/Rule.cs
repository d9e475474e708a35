namespace Barometer.Domain.RuleSets;

/// <summary>A rule: which developments it is about, what it does with them, and why.</summary>
/// <param name="Id">What lines of a replay name; unique in its rule set.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="When">Which developments.</param>
/// <param name="Act">What is done.</param>
public sealed record Rule(string Id, string Reason, Condition When, Act Act);

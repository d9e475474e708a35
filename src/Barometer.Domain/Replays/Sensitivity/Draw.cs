using Barometer.Domain.RuleSets;

namespace Barometer.Domain.Replays.Sensitivity;

/// <summary>One draw: the rules with drawn numbers, and the key of the coders' errors.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Coder">The key of the streams that tell who erred; null where nobody errs.</param>
internal readonly record struct Draw(RuleSet Rules, ulong? Coder);

using Barometer.Domain.Developments;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Host.Replays;

/// <summary>What a development posts to an index.</summary>
/// <param name="Reference">The development.</param>
/// <param name="Rule">The rule that changed it; absent for the points assigned.</param>
/// <param name="Value">What it changes the index by.</param>
public sealed record AnsweredPosting(Reference Reference, string? Rule, FixedPoint Value);

namespace Barometer.Domain.Replays.Judging;

/// <summary>A rule that is about a development.</summary>
/// <param name="Rule">Its place in the rule set.</param>
/// <param name="Word">What of the rule applies: the word of its table, the group of its key; null where there is but one.</param>
/// <param name="Count">How many rows of evidence, where that is counted; -1 for unknown.</param>
internal readonly record struct Step(int Rule, string? Word, int Count = 0);

using System.Collections.Immutable;

namespace Barometer.Domain.Developments;

/// <summary>Which references of a relationship have been given: the last ordinal of each issue.</summary>
/// <param name="Id">The name of the relationship's stream.</param>
/// <param name="Last">The last ordinal given, by issue.</param>
public sealed record Numbering(string Id, ImmutableSortedDictionary<int, int> Last)
{
    /// <summary>Before any was given.</summary>
    public static Numbering None(string stream) => new(stream, ImmutableSortedDictionary<int, int>.Empty);

    /// <summary>The reference that the next development of an issue is given.</summary>
    public Reference Next(string prefix, int issue) => new(prefix, issue, Last.GetValueOrDefault(issue) + 1);

    /// <summary>After one more was given.</summary>
    public static Numbering Fold(Numbering state, DevelopmentRecorded e) =>
        state with { Last = state.Last.SetItem(e.Reference.Issue, e.Reference.Ordinal) };
}

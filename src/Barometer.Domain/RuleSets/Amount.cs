using System.Collections.Immutable;
using Barometer.Domain.RuleSets.Arithmetic;

namespace Barometer.Domain.RuleSets;

/// <summary>A number that a rule uses: one for all, or one by a trait of the development.</summary>
public abstract record Amount;

/// <summary>The same for every development.</summary>
/// <param name="Number">It.</param>
public sealed record Same(FixedPoint Number) : Amount;

/// <summary>By a word of the classification. A development whose word is not there is left as it is.</summary>
/// <param name="By">Which trait; of several words the first that is there, of levels the highest, of codes that mean it the most exact.</param>
/// <param name="Numbers">The number of each word.</param>
public sealed record ByWord(Trait By, ImmutableSortedDictionary<string, FixedPoint> Numbers) : Amount;

/// <summary>By how many rows of evidence a development cites. One that cites none is left as it is.</summary>
/// <param name="Table">Which table; null for all of them together.</param>
/// <param name="Buckets">Counts and their number; the first that holds is taken.</param>
/// <param name="Unknown">The number where the count is unknown; null to leave such a development as it is.</param>
public sealed record ByEvidence(string? Table, ImmutableArray<Bucket> Buckets, FixedPoint? Unknown) : Amount;

/// <summary>A number for some counts.</summary>
/// <param name="Count">Which counts.</param>
/// <param name="Number">The number.</param>
public sealed record Bucket(Span Count, FixedPoint Number);

using System.Collections.Immutable;
using Barometer.Domain.Record;

namespace Barometer.Publications.Coded;

/// <summary>A label that is not known.</summary>
/// <param name="Label">As written.</param>
/// <param name="Rows">How many rows have it.</param>
/// <param name="FirstLine">The first line that has it.</param>
public sealed record UnknownLabel(string Label, int Rows, int FirstLine);

/// <summary>What a file of coded data holds, found by reading all of it once: whether it can be trusted to its end, how much there is, between whom, and when.</summary>
public sealed class CodedSurvey
{
    private readonly HashSet<Dyad> _dyads = [];
    private readonly HashSet<DateOnly> _days = [];
    private readonly Dictionary<string, UnknownLabel> _unknown = [];
    private readonly int[] _apart = new int[Enum.GetValues<Apart>().Length];

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>The dyads of the rows that belong to a relationship.</summary>
    public IReadOnlyCollection<Dyad> Dyads => _dyads;

    /// <summary>The days on which something happened that belongs to a relationship.</summary>
    public IReadOnlyCollection<DateOnly> Days => _days;

    /// <summary>The labels, of rows that belong to a relationship, that are not known, in the order of the file.</summary>
    public ImmutableArray<UnknownLabel> UnknownLabels => [.. _unknown.Values.OrderBy(u => u.FirstLine)];

    /// <summary>How many rows belong to no relationship for that reason.</summary>
    public int Apart(Apart why) => _apart[(int)why];

    /// <summary>Reads a file to its end.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="belongs">True for a row that belongs to a relationship.</param>
    /// <returns>What it holds, or the refusal of its first row that cannot be trusted.</returns>
    public static Decision<CodedSurvey> Of(IEnumerable<Decision<CodedRow>> rows, Func<CodedRow, bool> belongs)
    {
        var survey = new CodedSurvey();
        foreach (var read in rows)
        {
            if (!read.Accepted(out var row, out var refusal))
                return refusal;
            survey.Count(row, belongs(row));
        }

        return survey;
    }

    private void Count(CodedRow row, bool belongs)
    {
        Rows++;
        if (!belongs)
        {
            _apart[(int)(Dyad.WhyNone(row) ?? Coded.Apart.Unmapped)]++;
            return;
        }

        _days.Add(row.Day);
        if (Dyad.Of(row) is { } dyad)
            _dyads.Add(dyad);
        if (row is { Label: { } label, Cameo: null })
            _unknown[label] = _unknown.GetValueOrDefault(label) is { } known ? known with { Rows = known.Rows + 1 } : new UnknownLabel(label, 1, row.Line);
    }
}

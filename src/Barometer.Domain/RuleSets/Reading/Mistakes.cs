using Barometer.Domain.Record;

namespace Barometer.Domain.RuleSets.Reading;

/// <summary>What is wrong in a rule set, each with its place; the first few are told, for one mistake often brings others.</summary>
public sealed class Mistakes
{
    /// <summary>How many are told.</summary>
    public const int Most = 10;

    private readonly List<(Place At, string Sentence)> _told = [];
    private bool _more;

    /// <summary>True as long as nothing is wrong.</summary>
    public bool None => _told.Count == 0;

    /// <summary>Tells one.</summary>
    public void Tell(Node at, string sentence) => Tell(at.At, sentence);

    /// <summary>Tells one.</summary>
    public void Tell(Place at, string sentence)
    {
        if (_told.Count < Most)
            _told.Add((at, sentence));
        else
            _more = true;
    }

    /// <summary>The refusal that tells them, in the order of the file.</summary>
    /// <param name="what">What was read: the name of a file, or "The document".</param>
    public Refusal Refusal(string what) => Record.Refusal.Usage(
        $"{what} is no rule set.{string.Concat(_told.OrderBy(t => t.At.Line).ThenBy(t => t.At.Column).Select(t => $"\n  {Where(t.At)}{t.Sentence}"))}{(_more ? "\n  There is more; mend these first." : "")}");

    private static string Where(Place at) => at == Place.None ? "" : $"line {at.Line}, column {at.Column}: ";
}

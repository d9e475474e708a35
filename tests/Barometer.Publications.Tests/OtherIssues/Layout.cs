using System.Text.RegularExpressions;

namespace Barometer.Publications.Tests.OtherIssues;

/// <summary>Lays the text of an issue out in another way, as chance has it.</summary>
internal static partial class Layout
{
    /// <summary>Divides rows of catalogues over other lines: a line break for a space after the date, within the title or before the points.</summary>
    public static string DividedElsewhere(string text, Random random)
    {
        var lines = text.Split('\n');
        foreach (var row in Minsk.Issue(text).Developments)
        {
            for (var i = row.Particulars.Origin!.FirstLine - 1; i < row.Particulars.Origin.LastLine; i++)
            {
                // Not before a digit: "+1 0" and "- 1" are the points of one line.
                if (random.Next(2) == 0)
                    lines[i] = SpaceBeforeAWord().Replace(lines[i], s => random.Next(4) == 0 ? "\n" : s.Value);
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Sections among themselves, catalogues among themselves and appendices among themselves in another order.</summary>
    public static string InAnotherOrder(string text, Random random)
    {
        var appendices = Parts(AppendixStart(), text);
        var sections = Parts(SectionStart(), appendices.Before);
        var shuffled = appendices.Parts.Select(a =>
        {
            var catalogues = Parts(CatalogueStart(), a);
            return catalogues.Before + string.Concat(Shuffled(catalogues.Parts, random));
        }).ToArray();
        return sections.Before + string.Concat(Shuffled(sections.Parts, random)) + string.Concat(Shuffled(shuffled, random));
    }

    private static string[] Shuffled(string[] parts, Random random)
    {
        random.Shuffle(parts);
        return parts;
    }

    private static (string Before, string[] Parts) Parts(Regex start, string text)
    {
        int[] starts = [.. start.Matches(text).Select(m => m.Index), text.Length];
        return (text[..starts[0]], [.. starts.Zip(starts.Skip(1), (from, to) => EndingInALine(text[from..to]))]);
    }

    private static string EndingInALine(string part) => part.EndsWith('\n') ? part : part + "\n";

    [GeneratedRegex(@"(?<=\S) (?=\p{L}{2})")]
    private static partial Regex SpaceBeforeAWord();

    [GeneratedRegex("^ ?Appendix [0-9]", RegexOptions.Multiline)]
    private static partial Regex AppendixStart();

    [GeneratedRegex("^ ?Relationship with ", RegexOptions.Multiline)]
    private static partial Regex CatalogueStart();

    // A section starts with its headline, or with its heading where the headline stands further down.
    [GeneratedRegex("^(?: ?Relations development indices:| ?Aggregate index: [^\n]*\n[^\n]*\n[^\n]*\n\n(?=Relationship)| Relationship with China| Security Barometer:)", RegexOptions.Multiline)]
    private static partial Regex SectionStart();
}

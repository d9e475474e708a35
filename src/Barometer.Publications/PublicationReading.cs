using System.Text;
using Barometer.Domain.Barometers;
using Barometer.Publications.Csv;
using Barometer.Publications.Minsk;

namespace Barometer.Publications;

/// <summary>Reads a file: CSV by its name, anything else as the text of an issue.</summary>
public static class PublicationReading
{
    // An issue is some hundred kilobytes of text; what is a hundred times that is something else.
    private const int LongestIssue = 16 * 1024 * 1024;
    private const int LongestLine = 64 * 1024;

    // What is no UTF-8 becomes this, which Unicode keeps out of every text, so that it is found on its line.
    private const char NoText = '\uFFFF';
    private static readonly Encoding Utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback($"{NoText}"));

    /// <summary>What the file says; what cannot be read is reported with its line.</summary>
    /// <param name="file">The file, read once, from its start.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="settings">The barometer that it is for.</param>
    public static Reading Read(Stream file, string fileName, Settings settings)
    {
        if (fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return CsvReading.Read(file, fileName, settings);
        var lines = new List<Line>();
        return Lines(file, lines) is { } refused
            ? new Reading { Publication = fileName, NotUnderstood = [refused] }
            : IssueReading.Read(lines, fileName, settings);
    }

    private static NotUnderstood? Lines(Stream file, List<Line> lines)
    {
        var (line, length) = (new StringBuilder(), 0L);
        using var text = new StreamReader(file, Utf8);
        var buffer = new char[16 * 1024];
        var afterReturn = false;
        for (var read = text.Read(buffer); read > 0; read = text.Read(buffer))
        {
            length += read;
            if (length > LongestIssue)
                return At(lines, "The file is longer than 16 million characters; an issue's text is some hundred thousand.");
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c is '\0' or NoText)
                    return At(lines, "There is a NUL here, or a byte that is no UTF-8; give the text of the PDF, or CSV.");
                if (line.Length > LongestLine)
                    return At(lines, "This line is longer than 64 thousand characters; give the text of the PDF, or CSV.");
                // A form feed is a page break within the text of a page's first line.
                if (c is not ('\n' or '\r'))
                    line.Append(c);
                else if (c == '\r' || !afterReturn)
                    End(line, lines);
                afterReturn = c == '\r';
            }
        }

        End(line, lines);
        return null;
    }

    private static void End(StringBuilder line, List<Line> lines)
    {
        lines.Add(Line.Of(lines.Count + 1, line.ToString()));
        line.Clear();
    }

    private static NotUnderstood At(List<Line> lines, string why) => new(lines.Count + 1, "", why);
}

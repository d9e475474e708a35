namespace Barometer.Publications.Tests.Coded;

/// <summary>Reads a real table as simply as can be, to hold what the readers read against it.</summary>
internal static class NaiveCsv
{
    public static Dictionary<string, string>[] Read(string path)
    {
        var rows = File.ReadLines(path).Select(Fields).ToArray();
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(p => p.First, p => p.Second))];
    }

    // No field of these files has a quote within.
    private static string[] Fields(string line)
    {
        var (fields, quoted, start) = (new List<string>(), false, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '"')
                quoted = !quoted;
            if (i < line.Length && (line[i] != ',' || quoted))
                continue;
            fields.Add(line[start..i].Trim('"'));
            start = i + 1;
        }

        return [.. fields];
    }
}

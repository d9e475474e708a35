using System.Text;
using Barometer.Domain.Barometers;
using Barometer.Publications.Csv;
using Barometer.Publications.Minsk;

namespace Barometer.Publications.Tests;

/// <summary>The Minsk Barometer, and what it makes of texts.</summary>
internal static class Minsk
{
    private static readonly Lazy<Reading> Published = new(() => Issue(Files.PublishedIssue()));

    public static Settings Settings { get; } =
        Declaring.Decide(MinskBarometer.Declaration("tests"), current: null).Accepted(out var declared, out var refusal)
            ? Declaring.Fold(declared)
            : throw new InvalidOperationException(refusal.Sentence);

    /// <summary>Issue 12 as published, read once; the test is skipped where its text is not.</summary>
    public static Reading PublishedIssue => Published.Value;

    public static Reading Issue(string text) => Issue(Encoding.UTF8.GetBytes(text));

    public static Reading Issue(byte[] text) => PublicationReading.Read(new MemoryStream(text), "issue.txt", Settings);

    public static Reading Csv(string text) => CsvReading.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "rows.csv", Settings);
}

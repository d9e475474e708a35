using System.Text.RegularExpressions;
using Barometer.Domain.Developments;

namespace Barometer.Publications.Tests;

/// <summary>
/// Accounts for every line of an issue: its letters and digits stand in what was read from there, or it is a heading that says
/// where something stands, or a column header. What is left was dropped.
/// </summary>
internal static partial class Accounting
{
    public static IEnumerable<(int Line, string Text)> Dropped(string issue, Reading reading)
    {
        var told = Told(reading).ToArray();
        var headings = reading.Texts.SelectMany(t => t.Passages.Select(p => p.Heading).Append(t.Title)).OfType<string>().Select(Letters).ToHashSet();
        return issue.Split('\n').Select((text, i) => (Line: i + 1, Text: text.Trim()))
            .Where(l => Letters(l.Text).Length > 0 && !Furniture().IsMatch(l.Text) && !headings.Contains(Letters(l.Text)))
            .Where(l => !told.Any(t => t.From <= l.Line && l.Line <= t.To && t.Letters.Contains(Letters(l.Text))));
    }

    private static IEnumerable<(int From, int To, string Letters)> Told(Reading reading)
    {
        foreach (var row in reading.Developments)
            yield return (row.Particulars.Origin!.FirstLine, row.Particulars.Origin.LastLine, Letters(row.Particulars.Date.Printed + row.Particulars.Title + Scores(row.Points!)));
        foreach (var figure in reading.Figures.Select(f => f.Figure))
            yield return (figure.Line, figure.Line, Letters($"{figure.Place} Total Aggregate index {figure.Points}{figure.Band} Positive points {figure.Points} Negative points {figure.Points} Total {figure.Points}"));
        foreach (var wrong in reading.NotUnderstood)
            yield return (wrong.Line, wrong.Line, Letters(wrong.Text));
        foreach (var text in reading.Texts)
        {
            if (text.Title is { } title && text.Passages is [var first, ..])
                yield return (first.FirstLine - 30, first.FirstLine, Letters(title));
            foreach (var passage in text.Passages)
                yield return (passage.FirstLine, passage.LastLine, Letters(passage.Heading + passage.Text));
        }
    }

    // A score of two parts stands on two lines; of two dimensions, on one, national security first.
    private static string Scores(Points points) =>
        points.Count == 1 && points.Single() is { Positive: > 0, Negative: < 0 } both
            ? $"{both.Positive}{both.Negative}"
            : string.Concat(points.Select(s => s.Aggregate));

    private static string Letters(string text) => NoLetters().Replace(text, "");

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex(
        "^(Relationship with .{2,40}|Security Barometer:|Relations development ind(ex|ices):|Trends|Developments and processes|Forecast:?"
        + "|Appendix [0-9]+|Catalogue of events underlying.*|the relations development indices|indices|Total|Date Event( Points?)?( National security Regional tension)?|National|security|Regional|tension"
        + "|Colour Value Numerical Value Interpretation|MINSK BAROMETER: Monitoring of .*|Date Place Name and subject.*|Date|Composition of the|delegation|State subject to|inspection|Note)$")]
    private static partial Regex Furniture();
}

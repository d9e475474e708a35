using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Barometer.Domain.Developments;

namespace Barometer.Domain.Periods;

/// <summary>What has to be answered in a word before a period can be closed.</summary>
/// <param name="Key">What an answer names, e.g. <c>date:SEC-12-029</c>.</param>
/// <param name="Text">The question, for a person.</param>
public sealed record Question(string Key, string Text)
{
    // Two titles that share this much of their words are worth a look; on the published issues nothing that is not
    // the same reaches it, and every row entered twice does.
    private const decimal LikelyTheSame = 0.6m;

    /// <summary>The questions that the developments filed under a period raise, in order of their references.</summary>
    public static ImmutableArray<Question> About(IEnumerable<Development> developments, PeriodId period)
    {
        Development[] standing = [.. developments.Where(d => !d.Withdrawn).OrderBy(d => d.Id, StringComparer.Ordinal)];
        return [.. standing.Select(d => OfDate(d.Reference, d.Particulars, period)).OfType<Question>(), .. Duplicates(standing)];
    }

    /// <summary>The question that the date of a development filed under a period raises; null where the date lies in it, if in part.</summary>
    public static Question? OfDate(Reference reference, Particulars said, PeriodId period) =>
        said.Date.Precision == Precision.Unknown
            ? new Question($"date:{reference}", $"{reference} \"{said.Title}\" has no date; does it belong in {period}?")
        : said.Date.IsWhollyOutside(period)
            ? new Question($"outside:{reference}", $"{reference} \"{said.Title}\" is dated {said.Date.Printed}, wholly outside {period}; does it belong there?")
        : null;

    // Two without points move nothing; whether coded rows tell one happening is a rule set's to say.
    private static IEnumerable<Question> Duplicates(Development[] standing) =>
        from same in standing.GroupBy(d => (d.Relationship, d.Filing.Day))
        where same.Any(d => d.Points is not null)
        let known = same.Select(d => (Development: d, Words: Words(d.Particulars.Title))).ToArray()
        from i in Enumerable.Range(0, known.Length)
        from j in Enumerable.Range(i + 1, known.Length - i - 1)
        let one = known[i].Development
        let other = known[j].Development
        where (one.Points ?? other.Points) is not null && AreAlike(known[i].Words, known[j].Words)
        select new Question(
            $"duplicate:{one.Reference}+{other.Reference}",
            $"{one.Reference} \"{one.Particulars.Title}\" and {other.Reference} \"{other.Particulars.Title}\" look like the same; are they two?");

    private static bool AreAlike(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared > 0 && shared >= LikelyTheSame * (one.Count + other.Count - shared);
    }

    private static HashSet<string> Words(string title) =>
        [.. Regex.Split(title.ToUpperInvariant(), @"\W+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Where(w => w.Length > 0)];
}

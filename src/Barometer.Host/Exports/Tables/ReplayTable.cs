using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Host.Replays;
using Column = Barometer.Host.Exports.Column<Barometer.Host.Replays.AnsweredReplay>;

namespace Barometer.Host.Exports.Tables;

/// <summary>What would the indices be under other rules? A row for each index in which anything counts, then one for each composite.</summary>
internal static class ReplayTable
{
    private static readonly ImmutableArray<Column> Columns =
    [
        Column.Text("relationship", r => r.Relationship, "The relationship's key; absent for a composite."),
        Column.Text("dimension", r => r.Dimension, "The dimension's key; absent for a composite."),
        Column.Text("composite", r => r.Composite, "The composite's id; absent for an index."),
        Column.Text("period", r => r.Period.ToString(), "The period, by its first and last month."),
        Column.Exact("value", r => r.Value?.ToDecimal(), "The index under the replay's rules, in points; absent where a composite has none."),
        Column.Exact("positive", r => r.Positive?.ToDecimal(), "Its positive sum, in points."),
        Column.Exact("negative", r => r.Negative?.ToDecimal(), "Its negative sum in points, 0 or less."),
        Column.Number("developments", r => r.Developments, "How many developments count in it."),
        Column.Text("band", r => r.Band, "Its colour; 'none' where it lies in no band, absent where the rules have no scale for the dimension."),
        Column.Number("rank", r => r.Rank, "Its place among the relationships of the period and dimension, the highest value first; equal values share the better place."),
        Column.Text("compared_with", r => r.ComparedWith, "points, printed, closing, or a rule set."),
        Column.Exact("against", r => r.Against?.ToDecimal(), "The value compared with, in points; absent where there is none."),
        Column.Text("against_band", r => r.AgainstBand, "The colour of that."),
        Column.Number("against_rank", r => r.AgainstRank, "The place of that."),
        Column.Exact("difference", r => r.Difference?.ToDecimal(), "The value less what it is compared with, in points."),
        Column.Text("why", r => r.Why, "Why a composite has no value."),
        Column.Number("as_of", r => r.AsOf as long?, "The last position of the relationship's stream that is counted; for a composite the citation tells those of all."),
        Column.Text("replay", r => r.Replay, "What the replay is saved under."),
    ];

    /// <summary>The indices and composites of a replay.</summary>
    /// <param name="barometer">The barometer's key.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What it came to.</param>
    public static Export Of(string barometer, Settings settings, ReplayQuestion question, ImmutableArray<AnsweredReplay> answer) =>
        Export.Of("replay", Columns, answer.ToAsyncEnumerable(), Cited(barometer, settings, question, "replay", "A replay: what the indices would be under other rules, beside what they are compared with."), answer.Length);

    /// <summary>What to cite of a replay.</summary>
    public static Citation Cited(string barometer, Settings settings, ReplayQuestion question, string table, string what) => new()
    {
        Barometer = barometer,
        Name = settings.Name,
        Table = table,
        What = what,
        AsOf = question.Positions,
        From = question.From,
        To = question.To,
        RuleSet = question.RuleSet,
        Replay = question.Id(),
        ComparedWith = question.Against,
    };
}

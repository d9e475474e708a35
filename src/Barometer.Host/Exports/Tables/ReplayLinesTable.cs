using System.Collections.Immutable;
using Barometer.Domain.Barometers;
using Barometer.Host.Replays;
using Column = Barometer.Host.Exports.Column<Barometer.Host.Exports.Tables.LineOfIndex>;

namespace Barometer.Host.Exports.Tables;

/// <summary>A line of the difference of an index.</summary>
/// <param name="Index">The index.</param>
/// <param name="Number">The line's place in the difference; the first is 1.</param>
/// <param name="Line">The line.</param>
internal sealed record LineOfIndex(AnsweredReplay Index, int Number, AnsweredLine Line);

/// <summary>What are the differences of a replay made of? A row for each line of each index; they add up to its difference.</summary>
internal static class ReplayLinesTable
{
    private const string Name = "replay-lines";

    private static readonly ImmutableArray<Column> Columns =
    [
        Column.Text("relationship", l => l.Index.Relationship, "The key of the relationship whose index it is a line of."),
        Column.Text("dimension", l => l.Index.Dimension, "The dimension's key."),
        Column.Text("period", l => l.Index.Period.ToString(), "The period, by its first and last month."),
        Column.Number("line", l => l.Number, "Its place; the first is 1. The lines of an index add up to its difference, or to its value where it is compared with nothing."),
        Column.Text("step", l => Word.Of(l.Line.Step), "print, data, without or with."),
        Column.Text("rule", l => l.Line.Rule, "The rule's id; absent where no rule is meant."),
        Column.Text("rule_of", l => l.Line.RuleSet, "Whose rule it is, as name@version; absent where no rule is meant."),
        Column.Text("what", l => l.Line.What, "What it tells, in a word: a cause of movements, reconciliation, assigned, rule, rule-alone, carried-over, decay, rules-on-data."),
        Column.Exact("value", l => l.Line.Value.ToDecimal(), "What it changes the index by, in points."),
        Column.Number("developments", l => l.Line.Developments, "At how many developments; 0 for what is at no development."),
        Column.Number("as_of", l => l.Index.AsOf as long?, "The last position of the relationship's stream that is counted."),
        Column.Text("replay", l => l.Index.Replay, "What the replay is saved under."),
    ];

    /// <summary>The lines of a replay.</summary>
    /// <inheritdoc cref="ReplayTable.Of" />
    public static Export Of(string barometer, Settings settings, ReplayQuestion question, ImmutableArray<AnsweredReplay> answer)
    {
        var lines = answer.SelectMany(index => (index.Lines ?? []).Select((line, place) => new LineOfIndex(index, place + 1, line))).ToImmutableArray();
        return Export.Of(Name, Columns, lines.ToAsyncEnumerable(), ReplayTable.Cited(barometer, settings, question, Name, "The lines of a replay: what its differences are made of, step by step; they add up exactly."), lines.Length);
    }
}
